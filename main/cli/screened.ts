import { z } from 'zod'
import { CivilDate } from '#shared/core/civil-date.ts'
import {
  indexChart,
  matchConcepts,
  type PreparedProtocol,
  Screening,
  screen,
} from '#shared/core/eligibility/index.ts'
import { Outcome } from '#shared/core/eligibility/verdict.ts'
import { Candidate, type Chart } from '#shared/core/facts/candidate.ts'
import { ProtocolId, Slug } from '#shared/core/ids.ts'

/** Criteria about the same thing, side by side. */
const Concept = z.strictObject({
  concept: Slug,
  criteria: z.array(z.strictObject({ protocol: ProtocolId, label: z.string(), outcome: Outcome })),
})

/** One candidate's answers: an element of what `screen --json` prints. */
export const ScreenedCandidate = z.strictObject({
  candidate: Candidate,
  screenings: z.array(Screening),
  concepts: z.array(Concept),
})
export type ScreenedCandidate = z.infer<typeof ScreenedCandidate>

/** What a screening asks, beside the charts. */
export interface ScreeningQuestion {
  readonly protocols: readonly PreparedProtocol[]
  /** Absent: the candidate's registration date, else `today`. */
  readonly on: CivilDate | undefined
  readonly today: CivilDate
  /** Something chosen for the screening is invented. */
  readonly training: boolean
}

/** Screens one chart against every protocol asked for. */
export function screenedCandidate(chart: Chart, question: ScreeningQuestion): ScreenedCandidate {
  const { candidate } = chart
  const { today, protocols } = question
  const on = question.on ?? candidate.registrationDate ?? today
  const training = chart.training === true || question.training
  const indexed = indexChart(chart)
  const screenings = protocols.map(protocol => screen(indexed, protocol, on, { today }, training))
  return { candidate, screenings, concepts: sideBySide(screenings) }
}

function sideBySide(screenings: readonly Screening[]): z.infer<typeof Concept>[] {
  return matchConcepts(screenings).map(({ concept, criteria }) => ({
    concept,
    criteria: criteria.flatMap((list, index) => {
      const protocol = screenings[index]?.protocol.id
      return protocol === undefined ? [] : list.map(({ label, outcome }) => ({ protocol, label, outcome }))
    }),
  }))
}

/** The day that the calendar on the wall shows. */
export function localDay(now: Date): CivilDate {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return CivilDate.parse(day)
}
