import { currentFacts, patientsCharted } from '#main/store/fact-repository.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { type Admitted, admitted, recordDeviations } from './enrolment/happened.ts'
import { markPatient } from './signatures/invalidate.ts'

/** A change to one patient's chart among many of one transaction. */
export interface ChartWork {
  readonly patientId: PatientId
  /** The chart as it will be. */
  after(before: readonly Fact[]): readonly Fact[]
  write(writing: MutationContext): void
}

/** The facts that say that a step of a trial was taken: only such charts can lose what a step stood on. */
const STEPS = ['dose', 'visit', 'enrolment'] as const

/**
 * Many charts at once, with the checks that one charted by hand passes: a step that would lose what it stood on keeps
 * all of them from being written, and decisions that rested on what changed are marked.
 */
export async function prepareCharts(
  works: readonly ChartWork[],
  context: QueryContext,
  step: (done: number) => Promise<void> = async () => undefined,
): Promise<(writing: MutationContext) => void> {
  const withSteps = new Set(patientsCharted(context.db, STEPS))
  const admissions = new Map<PatientId, Admitted>()
  let done = 0
  for (const work of works) {
    const { patientId } = work
    if (withSteps.has(patientId)) {
      const before = currentFacts(context.db, patientId)
      const change = { patientId, before, after: [...work.after(before)] }
      admissions.set(patientId, await admitted(change, undefined, context))
    }
    done += 1
    await step(done)
  }
  return writing => {
    for (const work of works) writeChart(work, admissions.get(work.patientId), writing)
  }
}

function writeChart(work: ChartWork, admission: Admitted | undefined, writing: MutationContext): void {
  const { patientId } = work
  const before = admission === undefined ? [] : currentFacts(writing.db, patientId)
  work.write(writing)
  markPatient(patientId, writing)
  if (admission !== undefined) recordDeviations({ patientId, before }, admission, writing)
}
