import type { Fact } from '#shared/core/facts/fact.ts'
import type { Language } from '#shared/core/text.ts'
import { typedTime } from '../../chart/form/typed-time.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import type { PanelRequest } from '../../chart/panel-request.ts'
import { ctcaeText } from './term-choice.ts'

type EnterRequest = Extract<PanelRequest, { open: 'enter' }>

interface Known {
  readonly facts: readonly Fact[]
  readonly language: Language
  readonly timeZone: string
}

/**
 * What an address says of a new entry about safety. Of an event from a laboratory value: which value, its term and its
 * day; the grade and all else is the investigator's to say.
 */
export function knownOfSafety(request: EnterRequest, { facts, language, timeZone }: Known): Values {
  const { kind, event, result, term } = request
  if (kind === 'result_assessment') return { ...(result && { result }), ...(term && { term }) }
  if (kind === 'safety_report' || kind === 'unblinding') return event === undefined ? {} : { event }
  if (kind !== 'adverse_event' || result === undefined || term === undefined) return {}
  const content = facts.find(({ id }) => id === result)?.content
  const on = content?.kind === 'laboratory' ? { from: typedTime(content.on, timeZone) } : {}
  return { result, ctcae: term, term: ctcaeText(term, language), ...on }
}
