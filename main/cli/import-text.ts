import { basename } from 'node:path'
import type { ImportCounts } from '#shared/api/imports.ts'
import { type CheckedRow, RowOutcome } from '#shared/core/imports/row.ts'
import { doubtWords, outcomeWords, refusalWords } from '#shared/core/imports/words.ts'
import type { Language } from '#shared/core/text.ts'

/** How many rows came to what. */
export function countsText(counts: ImportCounts, language: Language): string {
  const parts = RowOutcome.options.map(outcome => `${outcomeWords[outcome][language]} ${counts[outcome]}`)
  return parts.join(language === 'en' ? ', ' : '，')
}

/**
 * A row that is refused or asked about: where it stands and why. What it says is left out, for a terminal is no place for
 * a patient's number.
 */
export function rowText(
  { place, refusal, doubts }: CheckedRow,
  files: readonly string[],
  language: Language,
): string {
  const column = refusal?.column ?? place.column
  const where = [basename(files[place.file] ?? ''), place.row, ...(column === null ? [] : [column])].join(':')
  const why = [
    ...(refusal === null ? [] : [refusalWords[refusal.code][language]]),
    ...doubts.map(({ code, against }) => `${doubtWords[code][language]} (${against})`),
  ]
  return `${where}: ${why.join('; ')}`
}
