import { z } from 'zod'
import { boundsOf, CivilDate, dayOf, localDateOf, PartialDate } from '../civil-date.ts'
import { Fact } from './fact.ts'

/** Sex as used for the protocols' questions; unknown is a value. */
export const Sex = z.enum(['female', 'male', 'unknown'])
export type Sex = z.infer<typeof Sex>

/** Who is screened: what a screening log holds, and no more. */
export const Candidate = z.strictObject({
  screeningNumber: z.string().trim().min(1).max(40),
  initials: z.string().trim().min(1).max(10),
  sex: Sex,
  birthDate: PartialDate.optional(),
  registrationDate: CivilDate.optional(),
})
export type Candidate = z.infer<typeof Candidate>

/** One candidate with everything charted: the input of a screening, and the format of a facts file. */
export const Chart = z
  .strictObject({
    candidate: Candidate,
    /** Invented for training; marked wherever it shows. */
    training: z.literal(true).optional(),
    facts: z.array(Fact),
  })
  .superRefine((chart, context) => {
    const born = chart.candidate.birthDate
    if (
      born !== undefined &&
      chart.facts.some(fact => boundsOf(born).earliest > dayOf(localDateOf(fact.enteredAt)))
    ) {
      context.addIssue({
        code: 'custom',
        path: ['candidate', 'birthDate'],
        message: 'lies after a fact was charted',
      })
    }
    const seen = new Set<string>()
    chart.facts.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['facts', index, 'id'], message: 'used twice' })
      seen.add(id)
    })
  })
export type Chart = z.infer<typeof Chart>

/** The day of the last entry in a chart; dates after it are projections. Undefined for an empty chart. */
export function lastEntryOn(facts: readonly Fact[]): CivilDate | undefined {
  let last: CivilDate | undefined
  for (const fact of facts) {
    const day = localDateOf(fact.enteredAt)
    if (last === undefined || day > last) last = day
  }
  return last
}
