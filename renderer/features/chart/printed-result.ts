import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { plainNumber, readPrinted } from '#shared/core/reports/printed-number.ts'
import { ucumOf } from '#shared/core/reports/printed-unit.ts'
import { readEventTime } from '../../components/read-date.ts'

/** One line of a report as typed. */
export interface PrintedResult {
  readonly on: string
  /** A LOINC code; empty while no test is chosen. */
  readonly loinc: string
  readonly value: string
  readonly unit: string
  readonly low: string
  readonly high: string
  /** A number, `not_printed`, or empty. */
  readonly control: string
  readonly laboratory: string
  /** What the report says of the specimen; empty or absent where it says nothing. */
  readonly specimenCondition?: string
}

/** What a printed line says, for `FactContent` to check; what cannot be read stays as typed, so that it is refused at its field. */
export function contentOfPrinted(printed: PrintedResult, timeZone: string): Record<string, unknown> {
  const read = readPrinted(printed.value)
  const range = {
    ...(printed.low.trim() && { low: plainNumber(printed.low) }),
    ...(printed.high.trim() && { high: plainNumber(printed.high) }),
  }
  return {
    kind: 'laboratory',
    on: readEventTime(printed.on, timeZone) ?? printed.on,
    loinc: printed.loinc,
    ...('value' in read
      ? { value: read.value, ...(read.comparator && { comparator: read.comparator }) }
      : { value: printed.value.trim() }),
    unit: ucumOf(printed.unit, analyteOfLoinc(printed.loinc)),
    ...(Object.keys(range).length > 0 && { range }),
    ...(printed.control.trim() && { control: controlOf(printed.control) }),
    ...(printed.laboratory.trim() && { laboratory: printed.laboratory.trim() }),
    ...(printed.specimenCondition && { specimenCondition: printed.specimenCondition }),
  }
}

export const NOT_PRINTED = 'not_printed'

function controlOf(text: string): string {
  return text === NOT_PRINTED ? NOT_PRINTED : plainNumber(text)
}
