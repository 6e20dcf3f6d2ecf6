import { valueName } from '../names.ts'
import { type LocalizedText, verbatim } from '../text.ts'
import type { FactContentOf } from './content.ts'

type Interruption = NonNullable<FactContentOf<'dose'>['interruptions']>[number]
type Answer = FactContentOf<'dose_checklist'>['answers'][number]
type NotDone = NonNullable<FactContentOf<'visit'>['notDone']>[number]

/** An attribute that is a list, in words: interruptions, answers, assessments not done or awaited; undefined for any other. */
export function listWords(name: string, value: unknown): LocalizedText | undefined {
  if (!Array.isArray(value)) return undefined
  switch (name) {
    case 'interruptions':
      return joined((value as Interruption[]).map(interruption))
    case 'answers':
      return joined((value as Answer[]).map(answer))
    case 'notDone':
      return joined((value as NotDone[]).map(({ assessment, reason }) => noted(verbatim(assessment), reason)))
    default:
      return joined(value.map(one => valueName(one)))
  }
}

function interruption({ from, to, reason }: Interruption): LocalizedText {
  return noted(verbatim(to === undefined ? `${minute(from)} – …` : `${minute(from)} – ${minute(to)}`), reason)
}

function answer({ item, answer: given, note }: Answer): LocalizedText {
  const said = valueName(given)
  const text = { en: `${item}: ${said.en}`, 'zh-CN': `${item}：${said['zh-CN']}` }
  return note === undefined ? text : noted(text, note)
}

function noted(text: LocalizedText, note: string): LocalizedText {
  return { en: `${text.en} (${note})`, 'zh-CN': `${text['zh-CN']}（${note}）` }
}

function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

function joined(parts: readonly LocalizedText[]): LocalizedText {
  const list = (language: 'en' | 'zh-CN', joint: string) => parts.map(part => part[language]).join(joint)
  return { en: list('en', '; ') || '–', 'zh-CN': list('zh-CN', '；') || '–' }
}
