import { text } from '../text.ts'

/** What somebody says who certifies a copy: FDA, Electronic Systems in Clinical Investigations (2024), "certified copy". */
export const certification = text(
  'Compared with the original by the person who certifies: the same information, complete and legible.',
  '经认证人与原件核对：内容一致、完整、清晰可读。',
)
