import type { z } from 'zod'
import { fileFormatOf } from '#main/interchange/file-format.ts'
import { type OpenTable, openTable } from '#main/interchange/tables/open-table.ts'
import type { QueryContext } from '#main/services/context.ts'
import { findMapping } from '#main/store/mapping-repository.ts'
import type { imports } from '#shared/api/imports.ts'
import { mappingProblems } from '#shared/core/imports/mapping-problems.ts'
import { suggestMapping, unknownIn } from '#shared/core/imports/suggest-mapping.ts'
import { createSurvey, type Survey } from '#shared/core/imports/survey.ts'
import { shownMapping } from './mappings.ts'
import { uploadOf } from './uploads.ts'

type Asked = z.output<typeof imports.look.input>
type Answer = z.input<typeof imports.look.output>

/** Rows that are shown of a table. */
const SAMPLE = 20

/** What a file is, and of a table how it begins and what its columns are likely to hold. */
export async function lookAtFile(
  { file: id, about, laboratory, table: asked }: Asked,
  context: QueryContext,
): Promise<Answer> {
  const file = uploadOf(id, context)
  const format = fileFormatOf(file.bytes, file.name)
  const unknown = { tests: [], units: [] }
  if (format === 'fhir' || format === 'odm')
    return { format, table: null, kept: null, suggested: null, undecided: [], unknown }
  const table = await openTable({ ...file, format }, asked)
  const { survey, sample } = await surveyed(table, about)
  const { mapping, undecided } = suggestMapping(survey, asked)
  const kept = laboratory === undefined ? undefined : findMapping(context.db, laboratory, about)
  const fitting = kept && mappingProblems(kept.mapping, table.columns).length === 0 ? kept : undefined
  const { tests, units } = unknownIn(fitting?.mapping ?? mapping, survey)
  return {
    format,
    table: { ...headOf(table), sample, rows: survey.rows },
    kept: fitting === undefined ? null : shownMapping(fitting),
    suggested: mapping,
    undecided: [...undecided],
    unknown: { tests: [...tests], units: [...units] },
  }
}

function headOf({ encoding, delimiter, sheets, sheet, headerRow, columns }: OpenTable) {
  return { encoding, delimiter, sheets: [...sheets], sheet, headerRow, columns: [...columns] }
}

async function surveyed(
  table: OpenTable,
  about: Asked['about'],
): Promise<{ survey: Survey; sample: string[][] }> {
  const survey = createSurvey(about, table.columns)
  const sample: string[][] = []
  for await (const rows of table.rows()) {
    for (const row of rows) {
      survey.add(row)
      if (sample.length < SAMPLE) sample.push([...row.cells])
    }
  }
  return { survey, sample }
}
