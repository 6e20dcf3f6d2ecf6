import { type Language, type LocalizedText, text } from '../core/text.ts'
import type { ErrorPayload, GateReason } from './errors.ts'
import type { Trouble } from './place-trouble.ts'
import type { Right } from './rights.ts'

/** What a failure is about, as the payload names it. */
const entities: Readonly<Record<string, LocalizedText>> = {
  patient: text('candidate', '受试者'),
  fact: text('fact', '记录'),
  user: text('user', '用户'),
  protocol: text('protocol', '方案'),
  criteria: text('criteria', '入排标准'),
  readings: text('choice of readings', '解读选择'),
  laboratory: text('laboratory', '实验室'),
  settings: text('settings', '设置'),
  procedure: text('procedure', '功能'),
  store: text('store', '数据库'),
  signature: text('signature', '签名'),
  document: text('document', '文件'),
  certificate: text('certificate', '证书'),
  deviation: text('protocol deviation', '方案偏离'),
  note: text('assessment of a deviation', '对方案偏离的评估'),
  schedule: text('schedule of the site', '本中心访视计划'),
  file: text('file', '文件'),
  mapping: text('mapping of a laboratory’s files', '实验室文件的对照设置'),
  import: text('import', '导入'),
  check: text('trial run of an import', '导入试运行'),
  copy: text('certified copy', '核证副本'),
  export: text('export', '导出'),
  manifest: text('manifest of an export', '导出清单'),
  job: text('piece of work', '任务'),
  backup: text('backup', '备份'),
  restore: text('prepared restore', '已准备的恢复'),
  'recovery key': text('recovery key of this session', '本次会话的恢复密钥'),
  'backup settings': text('backup settings', '备份设置'),
  finding: text('finding of an earlier opening', '此前打开时的异常'),
  revision: text('version', '版本'),
  visit: text('visit', '访视'),
  charting: text('choices for scores and charts', '评分与图表选项'),
}

/** Fields that must be unique. */
const fields: Readonly<Record<string, LocalizedText>> = {
  id: text('id', '标识'),
  screeningNumber: text('screening number', '筛选号'),
  loginName: text('login name', '登录名'),
  name: text('name', '名称'),
  job: text('id', '标识'),
}

/** What may be unavailable, under the English in which the payload says it. */
const unavailable: Readonly<Record<string, LocalizedText>> = {
  'the engine': text(
    'the engine ended before it answered. What was saved is safe; whether this was saved too shows once it is back',
    '后台引擎在答复之前已停止。已保存的内容均安全；本次是否已保存，待引擎恢复后可见',
  ),
  'the whole file': text('not all of the file arrived; choose it again', '文件未完整送达；请重新选择'),
  'the store is open; lock it first': text('the store is open; lock it first', '数据库已打开；请先锁定'),
  'the page that verifies': text(
    'the page that verifies was not built here; run npm run build',
    '此处尚未生成验证页面；请运行 npm run build',
  ),
  'an export of an earlier session': text(
    'this export was held in memory and went when Lobule was locked; prepare it again',
    '该导出仅保存在内存中，已随锁定清除；请重新准备',
  ),
  'more than 512 MB of files at once; discard some first': text(
    'more than 512 MB of files at once; discard some first',
    '同时处理的文件超过 512 MB；请先移除一部分',
  ),
  'removing the last user of a store': text('removing the last user of a store', '移除数据库的最后一位用户'),
}

/** What each right lets one do. */
const rights: Readonly<Record<Right, LocalizedText>> = {
  'session.use': text('work with the store', '使用数据库'),
  'users.read': text('see the users', '查看用户'),
  'users.manage': text('manage users', '管理用户'),
  'users.appoint': text('appoint who sees clinical data', '指定可查看临床数据的人员'),
  'identity.grant': text('let others see full names', '授予查看姓名的权限'),
  'identity.read': text('see full names', '查看姓名'),
  'patients.read': text('see candidates', '查看受试者'),
  'patients.write': text('register and change candidates', '登记和更改受试者'),
  'facts.read': text('see what is charted', '查看记录'),
  'facts.write': text('chart and correct', '录入和更正记录'),
  'protocols.read': text('see the protocols', '查看方案'),
  'protocols.configure': text('enter criteria and choose readings', '录入入排标准和选定解读'),
  'screening.read': text('see screenings', '查看筛选结果'),
  'audit.read': text('read the audit trail', '查看稽查轨迹'),
  'audit.verify': text('verify the audit trail', '验证稽查轨迹'),
  'laboratories.read': text('see the laboratories', '查看实验室'),
  'laboratories.write': text('add and change laboratories', '添加和更改实验室'),
  'settings.change': text('change the settings', '更改设置'),
  'judgements.write': text('judge as an investigator', '作出研究者判断'),
  'signatures.sign': text('sign', '电子签名'),
  'documents.export': text('export documents', '导出文件'),
  'enrolment.plan': text('plan enrolment and dosing', '计划入组和给药'),
  'data.export': text('let data of the site leave', '导出本中心数据'),
  'data.copy': text('copy the whole site', '复制整个中心'),
  'backups.make': text('make a backup', '备份'),
  'backups.manage': text('manage backups', '管理备份'),
  'store.rekey': text('give the store another key', '更换数据库密钥'),
}

type Why<C extends ErrorPayload['code']> = Extract<ErrorPayload, { code: C; why: string }>['why']

export const signingDisabled: Readonly<Record<Why<'signing_disabled'>, LocalizedText>> = {
  never: text(
    'You have no certificate to sign with yet. Enable signing in the settings, with a second person.',
    '您尚无可用于签名的证书。请与第二人一起在设置中启用签名。',
  ),
  ended: text(
    'Your certificate has ended. Enable signing again in the settings, with a second person.',
    '您的证书已终止。请与第二人一起在设置中重新启用签名。',
  ),
  not_valid_now: text(
    'Your certificate is not valid at this time. Check the clock of this computer.',
    '您的证书在当前时间无效。请检查本机时钟。',
  ),
}

export const secondPerson: Readonly<Record<Why<'second_person_refused'>, LocalizedText>> = {
  same_person: text('it must be somebody else.', '必须是另一个人。'),
  wrong_password: text('login name and password do not belong together.', '登录名与密码不符。'),
  first_password: text(
    'their password was set by somebody else; they must change it first.',
    '其密码由他人设置，须先自行修改。',
  ),
  not_the_key_holder: text(
    'the principal investigator who holds the key of the site’s certificate must be one of the two.',
    '两人中须有一人是持有中心证书密钥的主要研究者。',
  ),
  not_permitted: text('their role may not do this.', '其角色无此权限。'),
}

/** What is missing before enrolment or a dose. */
export const gateReasons: Readonly<Record<GateReason, LocalizedText>> = {
  no_consent: text('no signed consent for this protocol is charted', '未录入该方案已签署的知情同意书'),
  no_signature: text('eligibility has not been signed', '入选资格尚未签署'),
  signature_not_current: text('the eligibility signature no longer holds', '入选资格签名已不再有效'),
  signature_broken: text(
    'the stored eligibility signature was altered; it does not verify',
    '所存入选资格签名已被改动，未通过核验',
  ),
  not_eligible: text('the candidate was signed as not eligible', '该受试者已签署为不符合入选条件'),
  no_longer_eligible: text(
    'what is charted says that the candidate is not eligible on that day',
    '现有记录显示该受试者在该日不符合入选条件',
  ),
  no_schedule: text(
    'enter the site’s checklist before a dose first: none is there',
    '请先录入本中心给药前核对表：目前尚无',
  ),
  no_checklist: text(
    'no complete checklist before this dose is charted on or before that day',
    '截至该日未录入本次给药前的完整核对表',
  ),
  checklist_not_passed: text(
    'the checklist before this dose has answers other than the site asks for',
    '本次给药前核对表中有不符合本中心要求的回答',
  ),
  no_earlier_dose: text('the dose before it is not charted as given', '尚无前一次给药的记录'),
  beyond_plan: text('the protocol plans no dose of that number', '方案未计划该次给药'),
  ended: text('the treatment or the trial has ended for this patient', '该受试者已终止治疗或试验'),
  outside_days: text('the day lies outside the days that the signature covers', '该日不在签名所涵盖的日期内'),
}

const tables = { entities, fields, unavailable, rights }

/** The words for what a payload names; what has none is shown as it is. */
export function errorWord(table: keyof typeof tables, name: string, language: Language): string {
  const words: Readonly<Record<string, LocalizedText>> = tables[table]
  return words[name]?.[language] ?? name
}

const places: Readonly<Record<Extract<ErrorPayload, { code: 'no_place' }>['place'], LocalizedText>> = {
  store: text('the store', '数据库'),
  backup: text('the backup', '备份'),
  export: text('the file', '文件'),
}

/** What happened, what is safe, what to do. */
const troubles: Readonly<Record<Trouble, (place: LocalizedText) => LocalizedText>> = {
  missing: ({ en, 'zh-CN': zh }) =>
    text(
      `The folder of ${en} is not there. What was saved is safe: plug the disk or stick in, then try again.`,
      `未找到${zh}所在的文件夹。已保存的内容是安全的：请接入磁盘或U盘后重试。`,
    ),
  full: ({ en, 'zh-CN': zh }) =>
    text(
      `The disk of ${en} is full. What was saved before is safe, this was not saved: free some space, then try again.`,
      `${zh}所在的磁盘已满。此前保存的内容是安全的，本次未保存：请清理空间后重试。`,
    ),
  read_only: ({ en, 'zh-CN': zh }) =>
    text(
      `The disk of ${en} cannot be written to. What was saved before is safe, this was not saved: remove the write protection or choose another disk.`,
      `${zh}所在的磁盘为只读。此前保存的内容是安全的，本次未保存：请解除写保护或换用其他磁盘。`,
    ),
  not_permitted: ({ en, 'zh-CN': zh }) =>
    text(
      `This computer user may not write to the folder of ${en}. Nothing was changed: ask whoever looks after the computer for the right, or choose another folder.`,
      `当前计算机用户无权写入${zh}所在的文件夹。未作任何更改：请联系计算机管理员授权，或另选文件夹。`,
    ),
  gone: ({ en, 'zh-CN': zh }) =>
    text(
      `The disk of ${en} went away while it was used. What was saved before is safe: plug it in again, then repeat.`,
      `${zh}所在的磁盘在使用中断开。此前保存的内容是安全的：请重新接入后再试。`,
    ),
  not_the_same: ({ en, 'zh-CN': zh }) =>
    text(
      `What was written of ${en} does not read back the same. It was thrown away and the last good one kept: use another disk.`,
      `${zh}写入后读回的内容不一致。已舍弃该文件并保留上一个有效版本：请换用其他磁盘。`,
    ),
  too_slow: ({ en, 'zh-CN': zh }) =>
    text(
      `The disk of ${en} took longer than could be waited for. What was saved before is safe, this was given up: repeat it with more time, or use a faster disk.`,
      `${zh}所在的磁盘耗时过长，未能等待完成。此前保存的内容是安全的，本次已放弃：请留出更多时间重试，或换用更快的磁盘。`,
    ),
  failing: ({ en, 'zh-CN': zh }) =>
    text(
      `The disk of ${en} reports an error. What was saved before is safe: try again, and copy a backup to another disk soon.`,
      `${zh}所在的磁盘报告错误。此前保存的内容是安全的：请重试，并尽快将备份复制到其他磁盘。`,
    ),
}

/** A file that could not be written or read, in words. */
export function placeText(
  { place, trouble }: Extract<ErrorPayload, { code: 'no_place' }>,
  language: Language,
): string {
  return troubles[trouble](places[place])[language]
}
