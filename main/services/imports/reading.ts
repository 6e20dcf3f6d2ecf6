import { readFhir } from '#main/interchange/fhir/read-fhir.ts'
import { fileFormatOf } from '#main/interchange/file-format.ts'
import { invalidFile } from '#main/interchange/json-file.ts'
import { readOdm } from '#main/interchange/odm/read-odm.ts'
import { openTable } from '#main/interchange/tables/open-table.ts'
import type { QueryContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import type { StagedFile } from '#main/services/staging.ts'
import { findLaboratory } from '#main/store/laboratory-repository.ts'
import type { FileFormat } from '#shared/api/imports.ts'
import type { Mapping } from '#shared/core/imports/mapping.ts'
import { mappingProblems } from '#shared/core/imports/mapping-problems.ts'
import { rowReader } from '#shared/core/imports/read-table-row.ts'
import type { ReadRow } from '#shared/core/imports/row.ts'
import { refuseWrongMapping } from './mappings.ts'
import { uploadOf } from './uploads.ts'

/** What files are read with. */
export interface Reading {
  readonly format: FileFormat
  readonly files: readonly StagedFile[]
  readonly laboratory: { readonly id: string; readonly name: string } | null
  /** Of tables. */
  readonly mapping: Mapping | null
}

interface Asked {
  readonly files: readonly string[]
  readonly laboratory?: string | undefined
  readonly mapping?: Mapping | undefined
}

/** What was asked for, as far as it can be read: all files of one kind, tables with a mapping. */
export async function readingOf(asked: Asked, context: QueryContext): Promise<Reading> {
  const files = asked.files.map(id => uploadOf(id, context))
  const formats = files.map(({ bytes, name }) => fileFormatOf(bytes, name))
  const [format] = formats
  if (format === undefined || formats.some(one => one !== format))
    throw invalid('files', 'are of different kinds; take them in one kind after the other')
  const laboratory = laboratoryOf(asked.laboratory, context)
  if (format === 'fhir' || format === 'odm') return { format, files, laboratory, mapping: null }
  const { mapping } = asked
  if (mapping === undefined)
    throw invalid('mapping', 'say what the columns of the table hold; without that it cannot be read')
  if (mapping.about === 'laboratory' && laboratory === null)
    throw invalid('laboratory', 'say which laboratory the results come from')
  await refuseWrongMapping(mapping, 'mapping')
  return { format, files, laboratory, mapping }
}

function laboratoryOf(id: string | undefined, { db }: QueryContext): Reading['laboratory'] {
  if (id === undefined) return null
  const laboratory = findLaboratory(db, id)
  if (laboratory === undefined) throw notFound('laboratory', id)
  return { id, name: laboratory.name }
}

/** The statements of one file, some at a time. Throws `invalid_file` wherever it is broken or hostile. */
export async function* readFile(
  file: StagedFile,
  { format, mapping, laboratory }: Reading,
  { session }: QueryContext,
): AsyncGenerator<readonly ReadRow[]> {
  if (format === 'fhir') yield* inBatches(readFhir(file.bytes, file.name, session.site.number))
  else if (format === 'odm') yield* inBatches(readOdm(file.bytes, file.name, session.site.number).rows())
  else if (mapping !== null) {
    const table = await openTable({ ...file, format }, mapping.table)
    const problems = mappingProblems(mapping, table.columns)
    if (problems.length > 0) throw invalidFile(file.name, [...problems])
    const name = mapping.about === 'laboratory' ? laboratory?.name : undefined
    const read = rowReader(mapping, {
      columns: table.columns,
      timeZone: session.site.timeZone,
      ...(name === undefined ? {} : { laboratory: name }),
    })
    for await (const rows of table.rows()) yield rows.flatMap(read)
  }
}

const BATCH = 200

function* inBatches(rows: Iterable<ReadRow>): Generator<ReadRow[]> {
  let batch: ReadRow[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}
