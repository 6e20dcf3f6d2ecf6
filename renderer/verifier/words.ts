import { type LocalizedText, text } from '#shared/core/text.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'

/** What stands on the page; each key is the id of the element that says it. */
export const pageWords = {
  title: text('Verify signed documents', '核验已签署的文件'),
  lead: text(
    'Checks PDFs that Lobule signed: whether they are unchanged, who signed, when and as what; and of an exported ZIP or folder, whether any file of its signed list is missing, changed or added. Everything happens in this page; nothing is sent anywhere, and it works without a network.',
    '核验由 Lobule 签署的 PDF：是否被更改，由谁、何时、以何种含义签署；对导出的 ZIP 或文件夹，另核对清单所列文件有无缺失、更改或多出。全部在本页内完成，不向任何地方发送数据，无需联网。',
  ),
  'fingerprint-label': text('Fingerprint of the site certificate', '中心证书指纹'),
  'fingerprint-help': text(
    'Type it from the page that the site keeps on paper, not from the file. Without it a file can be found intact, but nothing confirms who signed.',
    '请按中心留存的纸质页录入，勿从文件中抄录。未录入时只能判断文件是否完整，无法确认签署者。',
  ),
  'drop-text': text(
    'Drop PDF files, an exported ZIP or folder here',
    '将 PDF、导出的 ZIP 或文件夹拖放到此处',
  ),
  'choose-text': text('Choose files', '选择文件'),
  'folder-text': text('Choose a folder', '选择文件夹'),
  'results-title': text('Results', '核验结果'),
  print: text('Print', '打印'),
  limits: text(
    'The time of a signature is that of the signer’s computer. A page that came with a file proves nothing by itself: use one that you got from a source you trust.',
    '签署时间以签署者计算机的时钟为准。随文件一同得到的核验页本身不能证明任何事：请使用来自可信来源的核验页。',
  ),
  language: text('中文', 'English'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const verdictWords: Readonly<Record<PdfReport['verdict'], LocalizedText>> = {
  holds: text(
    'Holds: unchanged, and signed under the site certificate given',
    '有效：未被更改，且由所给中心证书下的人员签署',
  ),
  intact: text('Intact; who signed is not confirmed yet', '完整；签署者身份尚未确认'),
  fails: text('Does not hold', '无效'),
}

export const stateWords = {
  typed: (digits: number) => text(`${digits} of 64 characters`, `已录入 ${digits}/64 位`),
  complete: text('Complete: 64 characters', '已完整录入 64 位'),
  wrong: (character: string) =>
    text(
      `“${character}” is not part of a fingerprint: 0–9 and A–F only`,
      `“${character}”不属于指纹：仅限 0–9 与 A–F`,
    ),
  long: (digits: number) =>
    text(`${digits} characters; a fingerprint has 64`, `已录入 ${digits} 位；指纹应为 64 位`),
  training: text('Training data: describes no real person', '培训数据：不涉及真实人物'),
  unreadable: text('This file could not be opened.', '无法打开该文件。'),
} as const
