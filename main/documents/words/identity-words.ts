import { type LocalizedText, text } from '#shared/core/text.ts'

/** How a document says what it is and how to verify it. */
export const identityWords = {
  title: text('Document identity', '文件标识'),
  id: text('Document number', '文件编号'),
  created: text('Made', '生成'),
  attachment: text('Attached record', '所附记录'),
  attachmentNote: text(
    'the same content for machines, as canonical JSON (RFC 8785)',
    '同一内容的机器可读形式，规范化 JSON（RFC 8785）',
  ),
  hash: text('SHA-256 of the attached record', '所附记录的 SHA-256'),
  software: text('Software', '软件'),
  rules: text('Eligibility rules', '入选规则版本'),
  definitionHash: text('Protocol definition, SHA-256', '方案定义 SHA-256'),
  criteriaHash: text('Site criteria, SHA-256', '本中心标准 SHA-256'),
  authority: text('Fingerprint of the site certificate (SHA-256)', '中心证书指纹（SHA-256）'),
  timeZone: text('Time zone of the site', '中心时区'),
  verify: text('How to verify this document', '如何验证本文件'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** The steps of verifying, for a stranger with this file. */
export const verifySteps: readonly LocalizedText[] = [
  text(
    '1. Open the verifier page that was exported beside this file in a browser, offline, and give it this file; or run “lobule verify FILE”.',
    '1. 在浏览器中离线打开随本文件一并导出的验证页面并载入本文件；或运行“lobule verify 文件名”。',
  ),
  text(
    '2. Type the fingerprint of the site certificate from the page that the site keeps on paper, not from this file: a verifier that travels with a file proves nothing by itself.',
    '2. 输入中心证书指纹时，请依据本中心留存的纸质页，而非本文件：随文件传递的验证工具本身不能证明任何事。',
  ),
  text(
    '3. It holds when nothing was changed or added since the signature, the signer’s certificate was issued by the site, and the SHA-256 above is that of the attached record.',
    '3. 满足以下各项即验证通过：签署后未作任何更改或添加；签署者证书由本中心签发；上列 SHA-256 与所附记录一致。',
  ),
]
