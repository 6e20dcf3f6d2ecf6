import { type LocalizedText, text } from '#shared/core/text.ts'

/** What is said of signatures. */
export const signatureWords = {
  signer: text('Signer', '签署者'),
  countersigner: text('Countersigner, where required', '会签者（如需）'),
  withdrawal: text('Withdrawal, if any', '撤回（如有）'),
  record: text('Record of the signature', '签名记录'),
  name: text('Printed name', '姓名'),
  meaning: text('Meaning', '签名含义'),
  statement: text('Statement signed', '签署声明'),
  signedAt: text('Date and time', '日期与时间'),
  certificate: text('Serial number of the certificate', '证书序列号'),
  certificateHash: text('Certificate, SHA-256', '证书 SHA-256'),
  signatureId: text('Signature', '签名编号'),
  clock: text('Clock', '时钟'),
  clockGood: text(
    'No finding: the clock was neither moved back nor its zone changed in the session of the signature.',
    '未见异常：签名所在会话中时钟未被回拨，时区未变更。',
  ),
  trail: text('Audit trail before the signature', '签名前的稽查轨迹'),
  entry: text('entry', '条目'),
  signed: text('signed', '已签署'),
  notSigned: text(
    'Nothing is signed yet: this is a preview of what would be signed.',
    '尚未签署：此为待签署内容的预览。',
  ),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** Said of the clock of the computer in the session of a signature. */
export const clockFindings = {
  moved_back: (seq: number, seconds: number | undefined): LocalizedText =>
    text(
      `The clock was moved back${seconds === undefined ? '' : ` by ${seconds} s`} (entry ${seq} of the audit trail).`,
      `时钟被回拨${seconds === undefined ? '' : ` ${seconds} 秒`}（稽查轨迹条目 ${seq}）。`,
    ),
  offset_changed: (seq: number, was: string | undefined): LocalizedText =>
    text(
      `The offset from UTC was changed${was === undefined ? '' : `; it was ${was}`} (entry ${seq} of the audit trail).`,
      `UTC 偏移被更改${was === undefined ? '' : `，原为 ${was}`}（稽查轨迹条目 ${seq}）。`,
    ),
}
