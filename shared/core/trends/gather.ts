import { type Analyte, analytes } from '../analytes.ts'
import { type DayNumber, dateOf, type EventTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import { seriesDefinition } from './definitions.ts'
import type { LatestValue } from './latest.ts'
import type { Measured } from './measured.ts'
import type { ScoreInput, SeriesId } from './series.ts'

/** What a score of one day takes, and what it lacks. */
export interface Gathered {
  readonly day: DayNumber
  readonly on: EventTime
  readonly inputs: ScoreInput[]
  readonly lacks: LocalizedText[]
  /** The values among the inputs. */
  readonly values: Measured[]
}

export function emptyGathered(day: DayNumber): Gathered {
  return { day, on: dayTime(day), inputs: [], lacks: [], values: [] }
}

/** A day of the calendar as a time known to the day. */
function dayTime(day: DayNumber): EventTime {
  return dateOf(day) as string as EventTime
}

/** The value of a series for a score; undefined, and said, where it is not there or only a limit of it is known. */
export function takeValue(
  series: SeriesId,
  into: Gathered,
  { latest, inputDays }: { readonly latest: LatestValue; readonly inputDays: number },
): number | undefined {
  const name = nameOf(series)
  const found = latest(series, into.day, inputDays)
  if (found === undefined) return lack(name, into)
  if (found.comparator !== null) {
    return lack(
      text(`${name.en} only known as ${found.printed}`, `${name['zh-CN']}仅知为 ${found.printed}`),
      into,
    )
  }
  take(name, found.printed, { on: found.on, fact: found.fact }, into)
  into.values.push(found)
  return found.value ?? undefined
}

/** The upper limit that is printed with the value just taken. */
export function takeUpperLimit(analyte: Analyte, into: Gathered): number | undefined {
  const { name } = analytes[analyte]
  const value = into.values.find(({ series }) => series === analyte)
  if (value === undefined) return undefined
  if (value.high !== null) return value.high
  return lack(text(`upper limit of ${name.en}: not printed`, `${name['zh-CN']}参考值上限：报告未印`), into)
}

/** Notes an input of a score. */
export function take(
  name: LocalizedText,
  printed: string,
  { on, fact }: { readonly on: EventTime; readonly fact: Pick<Fact, 'id'> | undefined },
  into: Gathered,
): void {
  into.inputs.push({ name, printed, on, fact: fact?.id ?? null })
}

/** Notes what a score lacks. */
export function lack(what: LocalizedText, into: Gathered): undefined {
  into.lacks.push(what)
}

function nameOf(series: SeriesId): LocalizedText {
  return series === 'inr' ? verbatim('INR') : seriesDefinition(series).name
}
