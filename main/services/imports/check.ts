import type { z } from 'zod'
import type { Job } from '#main/jobs/jobs.ts'
import type { QueryContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import { chartStamps } from '#main/store/chart-repository.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { filesOfImports, listUndos } from '#main/store/import-repository.ts'
import { namesOfLaboratory } from '#main/store/laboratory-repository.ts'
import type { imports } from '#shared/api/imports.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { chartComparison, type Statement } from '#shared/core/imports/compare-chart.ts'
import { markDoubts } from '#shared/core/imports/doubts.ts'
import { rowChecker } from './check-row.ts'
import { type Checked, countsOf, type DryRun } from './checked.ts'
import { type Reading, readFile, readingOf } from './reading.ts'

type Asked = z.output<typeof imports.check.input>
type Answer = z.input<typeof imports.check.output>

/** Reads the files whole and says what would become of every statement; the last dry run of a session is kept. */
export async function checkFiles({ job: jobId, ...asked }: Asked, context: QueryContext): Promise<Answer> {
  const reading = await readingOf(asked, context)
  const run = await context.jobs.run(jobId, job => dryRun(reading, job, context))
  const { checks } = context.session.staging
  checks.clear()
  checks.set(run.id, run)
  return {
    check: run.id,
    counts: countsOf(run.rows),
    patients: run.stamps.size,
    unknown: unknownOf(run.rows),
    takenBefore: takenBefore(reading, context),
  }
}

async function dryRun(reading: Reading, job: Job, context: QueryContext): Promise<DryRun> {
  const rows = await readAll(reading, job, context)
  const byPatient = new Map<PatientId, Statement[]>()
  for (const { patient, statement } of rows) {
    if (patient === null || statement === null) continue
    const own = byPatient.get(patient.id)
    if (own === undefined) byPatient.set(patient.id, [statement])
    else own.push(statement)
  }
  // Before the charts are read: what changes after that is noticed.
  const stamps = chartStamps(context.db, [...byPatient.keys()])
  const { laboratory } = reading
  const names = laboratory === null ? [] : namesOfLaboratory(context.db, laboratory.id)
  let done = 0
  for (const [patientId, statements] of byPatient) {
    const facts = currentFacts(context.db, patientId)
    statements.forEach(chartComparison(facts, names))
    markDoubts(statements, facts)
    done += 1
    await job.step('checking', done, byPatient.size)
  }
  return { id: context.newId(), reading, rows, stamps }
}

/** About as much as a row of a laboratory's table has; how many rows there are is known only at the end. */
const BYTES_OF_A_ROW = 80

/** All of a dry run is held in memory until it is answered. */
const MOST_ROWS = 1_000_000

async function readAll(reading: Reading, job: Job, context: QueryContext): Promise<Checked[]> {
  const check = rowChecker(reading, context)
  const rows: Checked[] = []
  const bytes = reading.files.reduce((sum, file) => sum + file.bytes.length, 0)
  const expected = Math.ceil(bytes / BYTES_OF_A_ROW)
  for (const [number, file] of reading.files.entries()) {
    for await (const batch of readFile(file, reading, context)) {
      if (rows.length + batch.length > MOST_ROWS)
        throw invalid('files', 'hold more than 1,000,000 rows; take them in in parts')
      for (const row of batch) rows.push(await check(row, number))
      await job.step('reading', rows.length, Math.max(rows.length + 1, expected))
    }
  }
  return rows
}

function unknownOf(rows: readonly Checked[]): Answer['unknown'] {
  const printed = { unknown_test: count(), unknown_unit: count(), unknown_patient: count() }
  for (const { refusal } of rows) {
    if (refusal === null || refusal.value === null || !(refusal.code in printed)) continue
    printed[refusal.code as keyof typeof printed].add(refusal.value)
  }
  return {
    tests: printed.unknown_test.all(),
    units: printed.unknown_unit.all(),
    patients: printed.unknown_patient.all(),
  }
}

function count() {
  const counts = new Map<string, number>()
  return {
    add: (text: string) => void counts.set(text, (counts.get(text) ?? 0) + 1),
    all: () => [...counts].map(([printed, rows]) => ({ printed, rows })).toSorted((a, b) => b.rows - a.rows),
  }
}

/** The imports that hold a file of these and were not taken back. */
function takenBefore({ files }: Reading, { db }: QueryContext): Answer['takenBefore'] {
  const undone = new Set(listUndos(db).map(({ importId }) => importId))
  const taken = filesOfImports(db).filter(({ importId }) => !undone.has(importId))
  return files.flatMap(({ sha256 }, file) =>
    taken.filter(one => one.sha256 === sha256).map(({ importId }) => ({ file, import: importId })),
  )
}
