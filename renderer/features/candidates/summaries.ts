import type { z } from 'zod'
import type { Summary, screening } from '#shared/api/screening.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { RankedMissing } from '#shared/core/eligibility/verdict.ts'

export type SummaryBatch = z.output<typeof screening.summaries.output>

/** What the engine has said of the log so far. */
export interface LogSummaries {
  readonly on: CivilDate
  readonly byPatient: ReadonlyMap<string, Summary>
  /** By key, summed over the batches. */
  readonly missing: ReadonlyMap<string, RankedMissing>
  readonly done: number
  readonly total: number
}

/** What batches have said together. */
interface Collected {
  /** Takes one batch in. */
  add(batch: SummaryBatch): void
  /** A copy of what is there so far; thousands of entries, so not after every batch. */
  soFar(): LogSummaries
}

/**
 * Adds batches one by one, beginning with none: what an earlier run said of a candidate may rest on a fact or a reading
 * that has changed since, and an old "eligible" must not stand in the log.
 */
export function collectSummaries(total: number): Collected {
  const byPatient = new Map<string, Summary>()
  const missing = new Map<string, RankedMissing>()
  let done = 0
  let on: CivilDate | undefined
  return {
    add(batch) {
      for (const summary of batch.summaries) byPatient.set(summary.patientId, summary)
      for (const item of batch.missing) missing.set(item.key, summed(missing.get(item.key), item))
      done += batch.summaries.length
      on = batch.on
    },
    soFar() {
      if (on === undefined) throw new Error('no batch has said which day was asked about')
      return { on, done, total, byPatient: new Map(byPatient), missing: new Map(missing) }
    },
  }
}

/** The words stay those of the first batch: the same object is not drawn anew. */
function summed(sum: RankedMissing | undefined, item: RankedMissing): RankedMissing {
  if (sum === undefined) return item
  return {
    ...sum,
    settles: sum.settles + item.settles,
    concerns: sum.concerns + item.concerns,
    criteria: [...new Set([...sum.criteria, ...item.criteria])],
  }
}
