import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { ImportCounts } from '#shared/api/imports.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Statement } from '#shared/core/imports/compare-chart.ts'
import type { CheckedRow, Refusal, RowOutcome, RowPlace } from '#shared/core/imports/row.ts'
import type { Reading } from './reading.ts'

/** One statement of a file in a dry run. */
export interface Checked {
  readonly place: RowPlace
  readonly patient: PatientRecord | null
  /** Null where it was refused, or left out by the mapping. */
  readonly statement: Statement | null
  readonly refusal: Refusal | null
}

/** A dry run, as it is kept until its session ends. */
export interface DryRun {
  readonly id: string
  readonly reading: Reading
  readonly rows: readonly Checked[]
  /** The state of each chart that was compared with. */
  readonly stamps: ReadonlyMap<PatientId, string>
}

/** A dry run of this session. Throws `not_found`. */
export function dryRunOf(id: string, { session }: Pick<QueryContext, 'session'>): DryRun {
  const run = session.staging.checks.get(id) as DryRun | undefined
  if (run === undefined) throw notFound('check', id)
  return run
}

export function outcomeOf({ statement, refusal }: Checked): RowOutcome {
  if (refusal !== null) return 'refused'
  return statement?.outcome ?? 'ignored'
}

export function isDoubtful({ statement }: Checked): boolean {
  return statement !== null && statement.doubts.length > 0
}

/** How many rows came to what; `doubtful` counts those among the new and the changed that are asked about. */
export function countsOf(rows: readonly Checked[]): ImportCounts {
  const counts = { new: 0, same: 0, changed: 0, refused: 0, ignored: 0, doubtful: 0 }
  for (const row of rows) {
    counts[outcomeOf(row)] += 1
    if (isDoubtful(row)) counts.doubtful += 1
  }
  return counts
}

/** A row as screens have it. */
export function shownRow(row: Checked): CheckedRow {
  const { place, patient, statement, refusal } = row
  const before = statement?.before ?? null
  return {
    place,
    outcome: outcomeOf(row),
    patient: patient && { id: patient.id, screeningNumber: patient.screeningNumber },
    content: statement?.content ?? null,
    before: before && { factId: before.id, version: before.version, content: before.content },
    refusal,
    doubts: [...(statement?.doubts ?? [])],
  }
}
