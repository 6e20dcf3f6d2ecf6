import type { Summary } from '#shared/api/screening.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import { missingKey } from '#shared/core/eligibility/missing-item.ts'
import type { Outcome, Screening } from '#shared/core/eligibility/verdict.ts'

/** A candidate who is out, whatever else were known, asks for nothing on the list of what to find out first. */
export const isOpen = ({ verdict }: Pick<Screening, 'verdict'>) => verdict === 'undetermined'

/** One protocol's answer, as short as a line of the screening log. */
export function summaryOf(screening: Screening): Summary['answers'][number] {
  const { protocol, verdict, projected, training, criteria, missing, conflicts } = screening
  const labels = (outcome: Outcome) =>
    criteria.filter(criterion => criterion.outcome === outcome).map(({ label }) => label)
  return {
    ...{ protocol: protocol.id, verdict, projected, training },
    hasCriteria: !missing.some(({ key }) => key === missingKey({ what: 'criteria' })),
    next: nextSpan(screening),
    violated: labels('violated'),
    unknown: labels('unknown'),
    needsJudgement: labels('needs_judgement'),
    missing: isOpen(screening) ? missing.map(({ key }) => key) : [],
    conflicts: conflicts.map(({ code }) => code),
  }
}

/** The first eligible day from the day of the question onwards, with the last day of its span. */
function nextSpan({ eligible, on }: Screening): { from: CivilDate; to: CivilDate | null } | null {
  const span = eligible.find(({ to }) => to === null || to >= on)
  if (span === undefined) return null
  return { from: span.from === null || span.from < on ? on : span.from, to: span.to }
}
