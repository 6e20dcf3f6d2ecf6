import { type ChartWork, prepareCharts } from '#main/services/chart-work.ts'
import { type Correction, correctFact, retractFact } from '#main/services/charting.ts'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { chartStamps } from '#main/store/chart-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { insertUndo, listUndos } from '#main/store/import-repository.ts'
import type { ImportSummary } from '#shared/api/imports.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { refuseChanged } from './record.ts'
import { importOf, importSummary } from './summaries.ts'
import { planOf, type Step } from './undo-plan.ts'

/** Takes an import back: what it added is retracted, what it changed is as it was before. */
export async function undoImport(
  { id, reason }: { readonly id: string; readonly reason: string },
  context: QueryContext,
): Promise<Commit<ImportSummary>> {
  refuseUndone(id, context.db)
  const plan = planOf(id, context.db)
  const enteredAt = context.session.clock.render(context.now())
  const works = [...Map.groupBy(plan.steps, ({ latest }) => latest.patientId)].map(([patientId, steps]) =>
    chartWork(patientId, steps, { enteredAt, reason }),
  )
  const stamps = chartStamps(
    context.db,
    works.map(({ patientId }) => patientId),
  )
  const write = await prepareCharts(works, context)
  return writing => {
    const { db, user, audit } = writing
    refuseUndone(id, db)
    // Who charted something meanwhile is not overruled.
    refuseChanged(stamps, db)
    write(writing)
    const { counts } = plan
    insertUndo(db, { importId: id, reason, counts, enteredAt, authorId: user.id })
    audit({ action: 'import.undo', subject: { kind: 'import', id }, newValue: counts, reason })
    return importSummary(db, id)
  }
}

function refuseUndone(id: string, db: ReadableDb): void {
  importOf(db, id)
  if (listUndos(db).some(({ importId }) => importId === id))
    throw invalid('id', 'this import was taken back already')
}

function chartWork(
  patientId: PatientId,
  steps: readonly Step[],
  why: Pick<Correction, 'enteredAt' | 'reason'>,
): ChartWork {
  const byFact = new Map<FactId, Step>(steps.map(step => [step.latest.id, step]))
  return {
    patientId,
    after: before =>
      before.flatMap(fact => {
        const step = byFact.get(fact.id)
        if (step === undefined) return [fact]
        return step.restored === null ? [] : [{ ...fact, content: step.restored.content }]
      }),
    write(writing: MutationContext) {
      for (const { latest, restored } of steps) {
        if (restored === null) retractFact(latest, why, writing)
        else correctFact(latest, { ...why, content: restored.content, source: restored.source }, writing)
      }
    },
  }
}
