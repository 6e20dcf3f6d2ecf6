import type { Live } from '#main/services/charting.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { type FactVersion, factHistory } from '#main/store/fact-repository.ts'
import { factsOfImport, factsOfOtherImports } from '#main/store/import-repository.ts'
import { findPatient } from '#main/store/patient-repository.ts'
import type { PatientId } from '#shared/core/ids.ts'

/** What becomes of one fact: back to the version before the import, or retracted where that brought it. */
export interface Step {
  readonly latest: Live
  readonly restored: Live | null
}

/** What an undo does, and how many facts it leaves because somebody changed them since. */
interface Plan {
  readonly steps: readonly Step[]
  readonly counts: { readonly retracted: number; readonly restored: number; readonly left: number }
}

/** What taking an import back means for the charts as they are now. */
export function planOf(id: string, db: ReadableDb): Plan {
  const brought = Map.groupBy(factsOfImport(db, id), ({ factId }) => factId)
  const others = Map.groupBy(factsOfOtherImports(db, id), ({ factId }) => factId)
  const isRemoved = removedPatients(db)
  const steps: Step[] = []
  for (const [factId, versions] of brought) {
    const step = stepOf(factHistory(db, factId), { own: versions, others: others.get(factId) ?? [] })
    if (step !== undefined && !isRemoved(step.latest.patientId)) steps.push(step)
  }
  const restored = steps.filter(step => step.restored !== null).length
  return {
    steps,
    counts: { retracted: steps.length - restored, restored, left: brought.size - steps.length },
  }
}

interface Brought {
  /** The versions that the import brought that is taken back. */
  readonly own: readonly { readonly version: number }[]
  readonly others: readonly { readonly version: number; readonly isUndone: boolean }[]
}

/**
 * Undefined where the chart says something else by now: that is left. It says what the import brought too where a later
 * import was taken back; and what an import brought that was taken back is not put back.
 */
function stepOf(history: readonly FactVersion[], { own, others }: Brought): Step | undefined {
  const latest = history.at(-1)
  const numbers = own.map(({ version }) => version)
  const last = history.find(({ version }) => version === Math.max(...numbers))
  if (latest === undefined || !isLive(latest) || last === undefined || textOf(latest) !== textOf(last))
    return undefined
  const isGone = goneVersions(history, others)
  const first = Math.min(...numbers)
  const before = history.findLast(one => one.version < first && !isGone(one))
  return { latest, restored: before !== undefined && isLive(before) ? before : null }
}

/** The versions that say what an import brought that was taken back, but those that another import brought again. */
function goneVersions(
  history: readonly FactVersion[],
  others: Brought['others'],
): (version: FactVersion) => boolean {
  const undone = new Set(others.filter(({ isUndone }) => isUndone).map(({ version }) => version))
  if (undone.size === 0) return () => false
  const standing = new Set(others.filter(({ isUndone }) => !isUndone).map(({ version }) => version))
  const texts = new Set(history.filter(({ version }) => undone.has(version)).map(textOf))
  return one => !standing.has(one.version) && texts.has(textOf(one))
}

/** What a version says and where that comes from. */
function textOf({ content, source }: FactVersion): string {
  return canonicalJson({ content, source })
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
