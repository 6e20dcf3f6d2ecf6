import { type LocalizedText, text } from '../text.ts'

/** A charted time as a line says it: local to the minute, as it was written. */
export function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

/** Several parts in one line; a dash where there is none. */
export function listed(parts: readonly LocalizedText[]): LocalizedText {
  const of = (language: 'en' | 'zh-CN', joint: string) => parts.map(part => part[language]).join(joint)
  return text(of('en', '; ') || '–', of('zh-CN', '；') || '–')
}

/** Something with a remark in brackets. */
export function noted(said: LocalizedText, remark: LocalizedText): LocalizedText {
  return text(`${said.en} (${remark.en})`, `${said['zh-CN']}（${remark['zh-CN']}）`)
}
