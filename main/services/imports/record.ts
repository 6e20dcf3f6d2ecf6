import type { z } from 'zod'
import { type ChartWork, prepareCharts } from '#main/services/chart-work.ts'
import { correctFact, draftsOf, type Live, recordFact, refuseUnfit } from '#main/services/charting.ts'
import type { MutationContext, QueryContext } from '#main/services/context.ts'
import { defined } from '#main/services/defined.ts'
import { invalid } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { patientOf } from '#main/services/patients.ts'
import { chartStamps } from '#main/store/chart-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { keepFile } from '#main/store/file-repository.ts'
import { insertBroughtFacts, insertImport } from '#main/store/import-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { FileFormat, ImportSummary, imports } from '#shared/api/imports.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { Fact, FactSource } from '#shared/core/facts/fact.ts'
import { type PatientId, UserId } from '#shared/core/ids.ts'
import type { RowPlace } from '#shared/core/imports/row.ts'
import { countsOf, type DryRun, dryRunOf } from './checked.ts'
import { type Choice, chooseRows, type Taken } from './choose.ts'
import { importSummary } from './summaries.ts'

type Asked = z.output<typeof imports.record.input>

/** Takes what a dry run showed, all of it or nothing. Throws `changed_since_shown` where a chart is another by now. */
export async function recordImport(
  { job: jobId, check, ...answers }: Asked,
  context: QueryContext,
): Promise<Commit<ImportSummary>> {
  const run = dryRunOf(check, context)
  const choice = chooseRows(run, answers)
  if (choice.byPatient.size === 0) throw invalid('', 'nothing of these files can be taken')
  refuseChanged(run.stamps, context.db)
  const enteredAt = context.session.clock.render(context.now())
  const brought: Brought = { importId: context.newId(), enteredAt, run }
  const works = [...choice.byPatient].map(([patientId, taken]) => chartWork(patientId, taken, brought))
  const write = await context.jobs.run(jobId, job =>
    prepareCharts(works, context, done => job.step('checking', done, works.length)),
  )
  return writing => {
    refuseChanged(run.stamps, writing.db)
    keepImport(brought, choice, writing)
    write(writing)
    note(brought, choice, { ...answers, writing })
    writing.afterCommit(() => forget(run, writing))
    return importSummary(writing.db, brought.importId)
  }
}

interface Brought {
  readonly importId: string
  readonly enteredAt: OffsetDateTime
  readonly run: DryRun
}

/** Throws `changed_since_shown` where a chart is no longer as its stamp says. */
export function refuseChanged(stamps: DryRun['stamps'], db: ReadableDb): void {
  const now = chartStamps(db, [...stamps.keys()])
  for (const [id, stamp] of stamps)
    if (now.get(id) !== stamp) throw new AppError({ code: 'changed_since_shown' })
}

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  text: 'text/csv',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fhir: 'application/fhir+json',
  odm: 'application/xml',
}

/** The files and the import are kept first: what they brought refers to them. */
function keepImport(
  { importId, enteredAt, run: { reading, rows } }: Brought,
  { taken, left }: Choice,
  { db, user }: MutationContext,
): void {
  const { files, format, laboratory, mapping } = reading
  const entered = { enteredAt, authorId: user.id }
  for (const { sha256, bytes } of files)
    keepFile(db, { sha256, mediaType: mediaTypes[format], content: bytes, ...entered })
  insertImport(db, {
    ...{ id: importId, format, mapping, laboratory: laboratory?.id ?? null, ...entered },
    counts: { ...countsOf(rows), ...taken, left },
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  })
}

function chartWork(patientId: PatientId, taken: readonly Taken[], brought: Brought): ChartWork {
  const added = taken.filter(({ before }) => before === null).map(({ statement }) => statement.content)
  const changed = new Map(taken.flatMap(one => (one.before ? [[one.before.id, one] as const] : [])))
  return {
    patientId,
    after: before => [
      ...before.map(fact => corrected(fact, changed.get(fact.id))),
      ...draftsOf(added, { enteredAt: brought.enteredAt, author: '' }),
    ],
    write(writing) {
      patientOf(writing.db, patientId)
      const places = taken.map(({ statement: { content } }) => ({ fact: { content }, path: '' }))
      refuseUnfit(places, { patientId, facts: [] }, writing)
      const charted = taken.map(chartWriter(patientId, brought, writing))
      const versions = charted.map(({ id, version }) => ({ factId: id, version }))
      insertBroughtFacts(writing.db, brought.importId, versions)
    },
  }
}

function corrected(fact: Fact, taken: Taken | undefined): Fact {
  return taken ? { ...fact, version: fact.version + 1, content: taken.statement.content } : fact
}

/** Two rows of one import can correct one fact: the second then follows the first. */
function chartWriter(
  patientId: PatientId,
  { enteredAt, run }: Brought,
  writing: MutationContext,
): (taken: Taken) => Fact {
  const latest = new Map<Fact['id'], Fact>()
  return ({ place, statement: { content }, before, reason }) => {
    const source = sourceOf(place, run)
    const known = before && (latest.get(before.id) ?? before)
    const fact =
      known === null
        ? recordFact(
            {
              patientId,
              enteredAt,
              authorId: writing.user.id,
              version: 1,
              source,
              content,
              ...defined({ reason }),
            },
            writing,
          )
        : correctFact(liveOf(known, patientId), { enteredAt, content, source, reason: reason ?? '' }, writing)
    latest.set(fact.id, fact)
    return fact
  }
}

function liveOf({ author, ...fact }: Fact, patientId: PatientId): Live {
  return { ...fact, patientId, authorId: UserId.parse(author) }
}

function sourceOf({ file, row }: RowPlace, { reading }: DryRun): FactSource {
  const staged = reading.files[file]
  if (staged === undefined) throw new Error('a row of no file')
  return { kind: 'file', name: staged.name, sha256: staged.sha256, row }
}

interface Noted extends Pick<Asked, 'reason' | 'doubtReason'> {
  readonly writing: MutationContext
}

function note(
  { importId, run: { reading, rows } }: Brought,
  { taken, left }: Choice,
  { reason, doubtReason, writing }: Noted,
): void {
  const { format, laboratory, files } = reading
  const why = [reason, doubtReason].filter(one => one !== undefined).join('; ')
  writing.audit({
    action: 'import.record',
    subject: { kind: 'import', id: importId },
    newValue: {
      format,
      ...(laboratory === null ? {} : { laboratory: laboratory.name }),
      files: files.map(({ name, sha256 }) => ({ name, sha256 })),
      ...{ ...countsOf(rows), ...taken, left },
    },
    ...(why === '' ? {} : { reason: why }),
  })
}

/** The files are kept now, and a dry run of them has had its answer. */
function forget({ id, reading }: DryRun, { session }: MutationContext): void {
  const { checks, uploads } = session.staging
  checks.delete(id)
  for (const file of reading.files) uploads.delete(file.id)
}
