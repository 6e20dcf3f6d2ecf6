import { type Blocker, blockerText } from '../core/signatures/blocker.ts'
import { assertNever, type Language } from '../core/text.ts'
import { errorWord, gateReasons, placeText, secondPerson, signingDisabled } from './error-words.ts'
import type { ErrorPayload, InputIssue } from './errors.ts'
import { issueText } from './issue-words.ts'

type ErrorTable = Parameters<typeof errorWord>[0]
type Code = ErrorPayload['code']
type Of<C extends Code> = Extract<ErrorPayload, { code: C }>
type Waiting = Of<'wrong_password' | 'too_many_attempts' | 'second_person_refused'>

/** A failure in words, with what to do about it. In `shared` because the command line needs it as the window does. */
export function errorText(error: ErrorPayload, language: Language): string {
  return language === 'en' ? english(error) : chinese(error)
}

function english(error: ErrorPayload): string {
  const word = (table: ErrorTable, name: string) => errorWord(table, name, 'en')
  switch (error.code) {
    case 'invalid_input':
      return `The input is not valid:\n${issueLines(error.issues, 'en')}`
    case 'invalid_file':
      return `The file ${error.file} is not valid:\n${issueLines(error.issues, 'en')}`
    case 'not_found':
      return `No such ${word('entities', error.entity)}: ${error.id}`
    case 'stale_version':
      return `This ${word('entities', error.entity)} was changed meanwhile (now version ${error.current}). Load it again and repeat the change.`
    case 'duplicate':
      return `There is already a ${word('entities', error.entity)} with this ${word('fields', error.field)}.`
    case 'locked':
      return 'The store is locked. Unlock it first.'
    case 'wrong_password':
      return `The login name and password do not open the store.${waitEnglish(error)}`
    case 'too_many_attempts':
      return `Too many failed attempts.${waitEnglish(error)}`
    case 'not_permitted':
      return `Your role does not have the right to ${word('rights', error.right)}. The attempt was recorded.`
    case 'password_due':
      return 'Your password must be changed before anything else.'
    case 'signing_disabled':
      return signingDisabled[error.why].en
    case 'login_name_asked':
      return 'This signature asks for your own login name as well as the password.'
    case 'cannot_sign':
      return `This cannot be signed:\n${blockerLines(error.blockers, 'en')}`
    case 'changed_since_shown':
      return 'What you were shown has changed meanwhile. Nothing was kept: review it again.'
    case 'second_person_refused':
      return `The second person was not accepted: ${secondPerson[error.why].en}${waitEnglish(error)}`
    case 'authority_unavailable':
      return 'The key of the site’s certificate opens for nobody here. A principal investigator must make a new site certificate.'
    case 'gate_closed':
      return `Not possible yet: ${error.reasons.map(reason => gateReasons[reason].en).join('; ')}.`
    case 'store_exists':
      return 'There is already a store here; it is never replaced. Choose another folder.'
    case 'store_missing':
      return `The ${error.part} of the store is missing. Nothing was created in its place: restore it from a backup.`
    case 'store_damaged':
      return `The ${error.part} of the store is damaged. Nothing was changed: restore it from a backup. The password was not the cause.`
    case 'no_place':
      return placeText(error, 'en')
    case 'store_in_use':
      return 'Another Lobule has this store open. Nothing was changed: lock or close it there, then try again.'
    case 'store_newer':
      return `This store was written by a newer Lobule (version ${error.store} of the store; this one knows ${error.application}). It was not touched: install the newer Lobule, or restore the backup that was made before.`
    case 'cancelled':
      return 'Stopped as asked. Nothing was kept.'
    case 'unavailable':
      return `Not available: ${word('unavailable', error.what)}`
    case 'internal':
      return `Something went wrong inside Lobule. Nothing was saved. Reference: ${error.reference}`
    default:
      return assertNever(error, 'error code')
  }
}

function chinese(error: ErrorPayload): string {
  const word = (table: ErrorTable, name: string) => errorWord(table, name, 'zh-CN')
  switch (error.code) {
    case 'invalid_input':
      return `输入无效：\n${issueLines(error.issues, 'zh-CN')}`
    case 'invalid_file':
      return `文件 ${error.file} 无效：\n${issueLines(error.issues, 'zh-CN')}`
    case 'not_found':
      return `未找到${word('entities', error.entity)}：${error.id}`
    case 'stale_version':
      return `该${word('entities', error.entity)}已被更改（当前版本 ${error.current}）。请重新载入后再修改。`
    case 'duplicate':
      return `已存在具有相同${word('fields', error.field)}的${word('entities', error.entity)}。`
    case 'locked':
      return '数据库已锁定，请先解锁。'
    case 'wrong_password':
      return `登录名与密码无法打开数据库。${waitChinese(error)}`
    case 'too_many_attempts':
      return `失败次数过多。${waitChinese(error)}`
    case 'not_permitted':
      return `您的角色没有此权限：${word('rights', error.right)}。此次尝试已记录。`
    case 'password_due':
      return '请先修改密码，然后才能进行其他操作。'
    case 'signing_disabled':
      return signingDisabled[error.why]['zh-CN']
    case 'login_name_asked':
      return '此次签名除密码外还需输入您本人的登录名。'
    case 'cannot_sign':
      return `无法签署：\n${blockerLines(error.blockers, 'zh-CN')}`
    case 'changed_since_shown':
      return '所示内容已发生变化，未保存任何内容。请重新审核。'
    case 'second_person_refused':
      return `第二人未被接受：${secondPerson[error.why]['zh-CN']}${waitChinese(error)}`
    case 'authority_unavailable':
      return '本中心证书的密钥在此无人可用，须由主要研究者新建中心证书。'
    case 'gate_closed':
      return `目前不可：${error.reasons.map(reason => gateReasons[reason]['zh-CN']).join('；')}。`
    case 'store_exists':
      return '此处已有数据库，不会被替换。请另选文件夹。'
    case 'store_missing':
      return `数据库缺少${partChinese(error)}。未新建任何内容，请从备份恢复。`
    case 'store_damaged':
      return `数据库的${partChinese(error)}已损坏。未作任何更改，请从备份恢复。并非密码错误所致。`
    case 'no_place':
      return placeText(error, 'zh-CN')
    case 'store_in_use':
      return '该数据库已被另一个 Lobule 打开。未作任何更改：请先在那里锁定或关闭，然后重试。'
    case 'store_newer':
      return `该数据库由更新版本的 Lobule 写入（数据库版本 ${error.store}，本程序支持至 ${error.application}）。未作任何改动：请安装新版 Lobule，或恢复升级前的备份。`
    case 'cancelled':
      return '已按要求停止，未保存任何内容。'
    case 'unavailable':
      return `不可用：${word('unavailable', error.what)}`
    case 'internal':
      return `Lobule 内部出错，未保存任何内容。参考号：${error.reference}`
    default:
      return assertNever(error, 'error code')
  }
}

function issueLines(issues: readonly InputIssue[], language: Language): string {
  return issues
    .map(({ path, message }) => {
      const words = issueText(message, language)
      if (path === '') return `- ${words}`
      return language === 'en' ? `- ${path}: ${words}` : `- ${path}：${words}`
    })
    .join('\n')
}

function blockerLines(blockers: readonly Blocker[], language: Language): string {
  return blockers.map(blocker => `- ${blockerText(blocker)[language]}`).join('\n')
}

function waitEnglish({ retryAfterSeconds }: Waiting): string {
  return retryAfterSeconds === 0 ? '' : ` Try again in ${retryAfterSeconds} s.`
}

function waitChinese({ retryAfterSeconds }: Waiting): string {
  return retryAfterSeconds === 0 ? '' : `请在 ${retryAfterSeconds} 秒后重试。`
}

function partChinese({ part }: Of<'store_missing' | 'store_damaged'>): string {
  switch (part) {
    case 'database':
      return '数据文件'
    case 'keyring':
      return '密钥文件'
    case 'trail':
      return '稽查轨迹'
    default:
      return assertNever(part, 'part of the store')
  }
}
