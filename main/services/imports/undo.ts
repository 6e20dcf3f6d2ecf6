import { type ChartWork, prepareCharts } from '#main/services/chart-work.ts'
import { type Correction, correctFact, type Live, retractFact } from '#main/services/charting.ts'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { chartStamps } from '#main/store/chart-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { type FactVersion, factHistory } from '#main/store/fact-repository.ts'
import { type BroughtFact, factsOfImport, insertUndo, listUndos } from '#main/store/import-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import type { ImportSummary } from '#shared/api/imports.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { refuseChanged } from './record.ts'
import { importOf, importSummary } from './summaries.ts'

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

/** What becomes of one fact: back to the version before the import, or retracted where that brought it. */
interface Step {
  readonly latest: Live
  readonly restored: Live | null
}

interface Plan {
  readonly steps: readonly Step[]
  readonly counts: { readonly retracted: number; readonly restored: number; readonly left: number }
}

function planOf(id: string, db: ReadableDb): Plan {
  const brought = Map.groupBy(factsOfImport(db, id), ({ factId }) => factId)
  const isRemoved = removedPatients(db)
  const steps: Step[] = []
  for (const [factId, versions] of brought) {
    const step = stepOf(factHistory(db, factId), versions)
    if (step !== undefined && !isRemoved(step.latest.patientId)) steps.push(step)
  }
  const restored = steps.filter(step => step.restored !== null).length
  return {
    steps,
    counts: { retracted: steps.length - restored, restored, left: brought.size - steps.length },
  }
}

/** Undefined where somebody corrected or retracted the fact since: that is left. */
function stepOf(history: readonly FactVersion[], versions: readonly BroughtFact[]): Step | undefined {
  const latest = history.at(-1)
  const numbers = versions.map(({ version }) => version)
  if (latest === undefined || !isLive(latest) || latest.version !== Math.max(...numbers)) return undefined
  const before = history.find(({ version }) => version === Math.min(...numbers) - 1)
  return { latest, restored: before !== undefined && isLive(before) ? before : null }
}

function isLive(version: FactVersion): version is Live {
  return version.content !== null
}

function removedPatients(db: ReadableDb): (id: PatientId) => boolean {
  const known = new Map<PatientId, boolean>()
  return id => {
    const before = known.get(id)
    if (before !== undefined) return before
    const isRemoved = findPatient(db, id)?.removed ?? true
    known.set(id, isRemoved)
    return isRemoved
  }
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
