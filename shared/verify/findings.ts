import type { Sha256 } from '#shared/core/ids.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'
import { exportSentences } from './export/sentences.ts'

/** Something found out about a file, as a sentence. `ask`: the reader has to look something up. */
export interface Finding {
  readonly code: FindingCode
  readonly level: 'good' | 'ask' | 'bad'
  readonly text: LocalizedText
}

export type FindingCode = keyof typeof sentences

/** Who signed, when and as what, as the sentences say it. */
export interface Said {
  readonly name: string
  readonly time: string
  readonly meaning: LocalizedText
}

const sentences = {
  unchanged: ({ name, time, meaning }: Said) =>
    text(
      `Unchanged since signed by ${name} on ${time} as: ${meaning.en}.`,
      `自${name}于 ${time} 以“${meaning['zh-CN']}”签署以来未被更改。`,
    ),
  site_confirmed: (authority: Sha256) =>
    text(
      `Every signer’s certificate was issued under the site certificate given (${fingerprintText(authority)}).`,
      `所有签署者的证书均由所给的中心证书签发（${fingerprintText(authority)}）。`,
    ),
  record_complete: (sha256: Sha256) =>
    text(
      `The attached record is the one that the document names (${fingerprintText(sha256)}).`,
      `所附记录与文件所载哈希一致（${fingerprintText(sha256)}）。`,
    ),
  compare_fingerprint: (authority: Sha256) =>
    text(
      `Who signed is not confirmed yet. Compare the fingerprint of the site certificate with the one on paper: ${fingerprintText(authority)}.`,
      `签署者身份尚未确认。请将中心证书指纹与纸质文件上的指纹核对：${fingerprintText(authority)}。`,
    ),
  not_pdf: () => text('This is not a PDF file.', '这不是 PDF 文件。'),
  too_large: () =>
    text('This file is larger than any document of Lobule.', '该文件大于 Lobule 的任何文件，未予核验。'),
  unsigned: () => text('This PDF carries no signature of Lobule.', '该 PDF 不含 Lobule 签名。'),
  cannot_read: () =>
    text(
      'This file is not built as Lobule builds its documents: it was changed, damaged or saved again by another program, or comes from elsewhere.',
      '该文件的结构与 Lobule 生成的文件不符：可能已被更改、损坏或由其他程序另存，或来自其他来源。',
    ),
  cut_off: (bytes: number) =>
    text(
      `The end of the file is missing: ${bytes} bytes that were signed are not there.`,
      `文件末尾缺失：已签署的 ${bytes} 字节不存在。`,
    ),
  appended: (bytes: number) =>
    text(
      `${bytes} bytes were added after the last signature. What is shown may differ from what was signed.`,
      `最后一次签名之后添加了 ${bytes} 字节。所显示的内容可能与签署时不同。`,
    ),
  changed: ({ name, time }: Said) =>
    text(
      `Changed: this is not what ${name} signed on ${time}.`,
      `已被更改：这不是${name}于 ${time} 签署的内容。`,
    ),
  changed_between: ({ name, time }: Said) =>
    text(
      `Something besides the signature was changed when ${name} signed on ${time}: content, notes or properties may differ from what was signed before.`,
      `${name}于 ${time} 签署时，除签名外还更改了其他内容：正文、批注或属性可能与之前签署的不同。`,
    ),
  not_certified: () =>
    text(
      'The first signature does not say that only signatures may follow, or a later one says it again.',
      '首个签名未声明其后仅可追加签名，或后续签名重复声明。',
    ),
  signature_wrong: ({ name, time }: Said) =>
    text(
      `The signature in the name of ${name} of ${time} is wrong: it was not made with the key of its certificate, or was altered.`,
      `以${name}名义于 ${time} 作出的签名不正确：并非由其证书的密钥生成，或已被篡改。`,
    ),
  signer_unknown: (authority: Sha256) =>
    text(
      `The signer is not known to this verifier: the site certificate in the file (fingerprint ${fingerprintText(authority)}) is not the one given.`,
      `核验方不认识该签署者：文件中的中心证书（指纹 ${fingerprintText(authority)}）不是所给的证书。`,
    ),
  issuer_wrong: ({ name }: Said) =>
    text(
      `The certificate of ${name} was not issued by the site certificate in the file.`,
      `${name}的证书不是由文件中的中心证书签发。`,
    ),
  not_valid_then: ({ name, time }: Said) =>
    text(
      `The certificate of ${name} or of the site was not valid on ${time}.`,
      `${name}的证书或中心证书在 ${time} 时无效。`,
    ),
  not_valid_now: ({ name }: Said) =>
    text(
      `The certificate of ${name} or of the site is not valid today by the clock of this computer.`,
      `按本机时钟，${name}的证书或中心证书今日无效。`,
    ),
  name_differs: ({ name }: Said) =>
    text(
      `The name beside the signature is not the one in the certificate of ${name}.`,
      `签名旁所示姓名与${name}证书中的姓名不符。`,
    ),
  record_missing: () =>
    text('The record that belongs to this document is not attached.', '文件未附其所属记录。'),
  record_differs: () =>
    text(
      'The attached record is not the one whose hash is printed in the document.',
      '所附记录与文件中所印哈希不符。',
    ),
  record_unreadable: () => text('The attached record cannot be read.', '无法读取所附记录。'),
  seal_wrong: () =>
    text(
      'The signature inside the attached record is wrong: the record was altered or moved.',
      '所附记录内部的签名不正确：记录已被篡改或移用。',
    ),
  seal_differs: () =>
    text(
      'Name, meaning or time of the signature are not those of the attached record.',
      '签名的姓名、含义或时间与所附记录不符。',
    ),
  trail_has_it: (seq: number) =>
    text(
      `The audit trail of this store still holds entry ${seq}, beside which this was signed.`,
      `本数据库的稽查轨迹仍含签署时的第 ${seq} 条，且内容一致。`,
    ),
  trail_differs: (seq: number) =>
    text(
      `Entry ${seq} of the audit trail of this store is another than when this was signed: the store is not the one that it was, or an older one was put back and worked with.`,
      `本数据库稽查轨迹的第 ${seq} 条与签署时不一致：数据库已非当时的数据库，或曾被换回旧版本后继续使用。`,
    ),
  trail_is_behind: (seq: number) =>
    text(
      `The audit trail of this store ends before entry ${seq}, beside which this was signed: an older store was put back, or a backup restored. What came after is not in this store.`,
      `本数据库的稽查轨迹止于第 ${seq} 条之前，而本文件签署时已有该条：数据库已被换回旧版本或由备份恢复，其后的内容不在本数据库中。`,
    ),
  ...exportSentences,
} as const

const GOOD: readonly string[] = [
  'unchanged',
  'site_confirmed',
  'record_complete',
  'files_complete',
  'documents_hold',
  'trail_holds',
  'trail_has_it',
]
const ASK: readonly string[] = ['compare_fingerprint', 'file_of_system']

/** A finding with its sentence. */
export function finding<Code extends FindingCode>(
  code: Code,
  ...details: Parameters<(typeof sentences)[Code]>
): Finding {
  // The parameters are those of this code; the compiler sees only that some sentence takes some.
  const say = sentences[code] as (...given: Parameters<(typeof sentences)[Code]>) => LocalizedText
  const level = GOOD.includes(code) ? 'good' : ASK.includes(code) ? 'ask' : 'bad'
  return { code, level, text: say(...details) }
}
