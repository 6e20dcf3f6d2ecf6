import { valueName } from '../names.ts'
import { type LocalizedText, verbatim } from '../text.ts'
import type { FactContentOf } from './content.ts'
import { listed, minute, noted } from './word-parts.ts'

type Interruption = NonNullable<FactContentOf<'dose'>['interruptions']>[number]
type Answer = FactContentOf<'dose_checklist'>['answers'][number]
type NotDone = NonNullable<FactContentOf<'visit'>['notDone']>[number]

/** An attribute that is a list, in words: interruptions, answers, assessments not done or awaited; undefined for any other. */
export function listWords(name: string, value: unknown): LocalizedText | undefined {
  if (!Array.isArray(value)) return undefined
  switch (name) {
    case 'interruptions':
      return listed((value as Interruption[]).map(interruption))
    case 'answers':
      return listed((value as Answer[]).map(answer))
    case 'notDone':
      return listed(
        (value as NotDone[]).map(({ assessment, reason }) => noted(verbatim(assessment), verbatim(reason))),
      )
    default:
      return listed(value.map(one => valueName(one)))
  }
}

function interruption({ from, to, reason }: Interruption): LocalizedText {
  return noted(
    verbatim(to === undefined ? `${minute(from)} – …` : `${minute(from)} – ${minute(to)}`),
    verbatim(reason),
  )
}

function answer({ item, answer: given, note }: Answer): LocalizedText {
  const said = valueName(given)
  const text = { en: `${item}: ${said.en}`, 'zh-CN': `${item}：${said['zh-CN']}` }
  return note === undefined ? text : noted(text, verbatim(note))
}
