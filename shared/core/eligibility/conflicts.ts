import type { DayNumber } from '../civil-date.ts'
import type { ProtocolId } from '../ids.ts'
import type { LocalizedText } from '../text.ts'
import type { IndexedChart, IndexedFact } from './chart-index.ts'
import { evidenceOf } from './describe.ts'
import type { Conflict } from './verdict.ts'

/**
 * Enrolments and doses that stand against registering on `day`: in this protocol already, or in another one. A dose
 * given in another trial stays a conflict; an enrolment without one ends with its completion or discontinuation.
 */
export function conflictsOn(chart: IndexedChart, protocol: ProtocolId, day: DayNumber): Conflict[] {
  const charted = [...chart.of('enrolment'), ...chart.of('dose')]
  const steps = charted.filter(({ startEarliest }) => startEarliest <= day)
  const protocols = [...new Set(steps.map(protocolOf))]
  return protocols.flatMap(other => {
    const own = steps.filter(step => protocolOf(step) === other)
    const code = codeFor(own, other === protocol, day)
    if (code === undefined) return []
    return [
      { code, protocol: other, evidence: own.map(({ fact }) => evidenceOf(fact)), text: words(code, other) },
    ]
  })
}

function protocolOf({ attributes }: IndexedFact): ProtocolId {
  return attributes['protocol'] as ProtocolId
}

function codeFor(steps: readonly IndexedFact[], same: boolean, day: DayNumber): Conflict['code'] | undefined {
  if (same) return 'already_enrolled'
  // Nobody completes a trial of a product without having had it.
  if (steps.some(step => isDose(step) || ['dosed', 'completed'].includes(String(statusOf(step)))))
    return 'dosed_elsewhere'
  const ends = steps.filter(end => isEnd(statusOf(end)) && end.startLatest <= day)
  const begun = steps.filter(step => statusOf(step) === 'enrolled')
  // An end that lies before an enrolment ended an earlier one.
  const ended = begun.every(({ startEarliest }) => ends.some(end => end.startLatest >= startEarliest))
  return ended ? undefined : 'enrolled_elsewhere'
}

const statusOf = ({ attributes }: IndexedFact) => attributes['status']
const isDose = ({ fact }: IndexedFact) => fact.content.kind === 'dose'
const isEnd = (status: unknown) => status === 'completed' || status === 'discontinued'

function words(code: Conflict['code'], protocol: ProtocolId): LocalizedText {
  switch (code) {
    case 'already_enrolled':
      return { en: `already enrolled in ${protocol}`, 'zh-CN': `已入组 ${protocol}` }
    case 'dosed_elsewhere':
      return { en: `already dosed in ${protocol}`, 'zh-CN': `已在 ${protocol} 中给药` }
    case 'enrolled_elsewhere':
      return { en: `enrolled in ${protocol}`, 'zh-CN': `正在参加 ${protocol}` }
  }
}
