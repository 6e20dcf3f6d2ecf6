import { useMemo } from 'react'
import type { Laboratory } from '#shared/api/laboratories.ts'
import { readEventTime } from '../../../components/read-date.ts'
import { type Checked, checkContent, type FieldProblems } from '../form/check.ts'
import type { Result } from '../matrix.ts'
import { type ChartedBefore, chartedBefore } from './charted-before.ts'
import { contentOfRow, type Report, type ReportChange, type Row } from './rows.ts'

/** What all rows of a report share. The same object while a single row is typed into, so that the others stay as they are. */
export interface Sheet {
  readonly head: Pick<Report, 'on' | 'laboratory'>
  readonly laboratory: Laboratory | undefined
  readonly timeZone: string
  /** Everything charted of the laboratory. */
  readonly results: readonly Result[]
  readonly isSubmitted: boolean
  readonly edit: (change: ReportChange) => void
}

export function checkRow(row: Row, { head, laboratory, timeZone }: Sheet): Checked {
  return checkContent(contentOfRow(row, head, laboratory, timeZone))
}

export function beforeRow({ loinc }: Row, { head, timeZone, results }: Sheet): ChartedBefore {
  if (loinc === '') return { same: undefined, last: undefined }
  return chartedBefore(results, loinc, readEventTime(head.on, timeZone))
}

/** What is wrong with a row, as far as the page can tell, with what the engine refused. */
export function useRowProblems(row: Row, sheet: Sheet, refused: FieldProblems | undefined): FieldProblems {
  return useMemo(() => {
    const checked = row.value.trim() === '' ? undefined : checkRow(row, sheet)
    return { ...(checked && 'problems' in checked ? checked.problems : {}), ...refused }
  }, [row, sheet, refused])
}
