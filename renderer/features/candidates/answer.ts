import type { Summary } from '#shared/api/screening.ts'
import { missingKey } from '#shared/core/eligibility/missing-item.ts'
import type { Outcome, Screening } from '#shared/core/eligibility/verdict.ts'

/** What one protocol says about one candidate, short enough for a line. */
export type Answer = Omit<Summary['answers'][number], 'missing'>

/** The same line from a whole screening. */
export function answerOf({ protocol, on, verdict, projected, training, ...rest }: Screening): Answer {
  const { criteria, eligible, missing, conflicts } = rest
  const labels = (outcome: Outcome) =>
    criteria.filter(one => one.outcome === outcome).map(({ label }) => label)
  const range = eligible.find(({ to }) => to === null || to >= on)
  return {
    protocol: protocol.id,
    verdict,
    projected,
    training,
    hasCriteria: !missing.some(({ key }) => key === missingKey({ what: 'criteria' })),
    next: range ? { from: range.from === null || range.from < on ? on : range.from, to: range.to } : null,
    violated: labels('violated'),
    unknown: labels('unknown'),
    needsJudgement: labels('needs_judgement'),
    conflicts: conflicts.map(({ code }) => code),
  }
}
