import type { z } from 'zod'
import { invalid } from '#main/services/failures.ts'
import type { imports } from '#shared/api/imports.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Statement } from '#shared/core/imports/compare-chart.ts'
import type { RowPlace } from '#shared/core/imports/row.ts'
import { type Checked, type DryRun, isDoubtful, outcomeOf } from './checked.ts'

type Answers = Pick<z.output<typeof imports.record.input>, 'reason' | 'taken' | 'doubtReason'>

/** A statement that is taken. */
export interface Taken {
  readonly place: RowPlace
  readonly statement: Statement
  /** What it changes. */
  readonly before: Fact | null
  /** Why it changes what is on record, and why it is taken although it was asked about. */
  readonly reason: string | undefined
}

/** What is taken of a dry run, by patient, and how many rows are left. */
export interface Choice {
  readonly byPatient: ReadonlyMap<PatientId, readonly Taken[]>
  readonly taken: { readonly new: number; readonly changed: number }
  /** Changed rows without a reason, and doubtful ones that nobody confirmed. */
  readonly left: number
}

/** What the answers take of a dry run. Refused where an answer is about no row, or lacks its reason. */
export function chooseRows({ rows }: DryRun, answers: Answers): Choice {
  const confirmed = confirmedRows(rows, answers)
  const byPatient = new Map<PatientId, Taken[]>()
  const taken = { new: 0, changed: 0 }
  let left = 0
  for (const row of rows) {
    const { patient, place, statement } = row
    const outcome = outcomeOf(row)
    if (patient === null || statement === null || (outcome !== 'new' && outcome !== 'changed')) continue
    const isLeft = outcome === 'changed' && answers.reason === undefined
    if (isLeft || (isDoubtful(row) && !confirmed.has(row))) {
      left += 1
      continue
    }
    const reason = reasonsOf(row, answers)
    const own = byPatient.get(patient.id) ?? []
    byPatient.set(patient.id, own)
    own.push({ place, statement, before: outcome === 'changed' ? statement.before : null, reason })
    taken[outcome] += 1
  }
  return { byPatient, taken, left }
}

function reasonsOf(row: Checked, { reason, doubtReason }: Answers): string | undefined {
  const given = [
    outcomeOf(row) === 'changed' ? reason : undefined,
    isDoubtful(row) ? doubtReason : undefined,
  ].filter(one => one !== undefined)
  return given.length === 0 ? undefined : given.join('; ')
}

function confirmedRows(rows: readonly Checked[], { taken, doubtReason }: Answers): Set<Checked> {
  if (taken.length === 0) return new Set()
  if (doubtReason === undefined) throw invalid('doubtReason', 'say why these values are taken')
  const doubtful = new Map(rows.filter(isDoubtful).map(row => [keyOf(row.place), row]))
  return new Set(
    taken.map((place, index) => {
      const row = doubtful.get(keyOf(place))
      if (row === undefined) throw invalid(`taken[${index}]`, 'nothing is asked about this row')
      return row
    }),
  )
}

function keyOf({ file, row, column }: RowPlace): string {
  return JSON.stringify([file, row, column])
}
