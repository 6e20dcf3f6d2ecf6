import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { boundsOf, type EventTime } from '#shared/core/civil-date.ts'
import type { Result } from '../matrix.ts'

/** What is charted of a test already. */
export interface ChartedBefore {
  /** Of the same specimen, as far as the times tell. */
  readonly same: Result | undefined
  /** The latest of an earlier specimen. */
  readonly last: Result | undefined
}

/** What the chart has of a test, seen from a specimen that is being entered. */
export function chartedBefore(
  results: readonly Result[],
  loinc: string,
  on: EventTime | undefined,
): ChartedBefore {
  const test = analyteOfLoinc(loinc) ?? loinc
  const mine = results.filter(({ content }) => (analyteOfLoinc(content.loinc) ?? content.loinc) === test)
  const same = on === undefined ? undefined : mine.find(({ content }) => isSameTime(content.on, on))
  const day = on === undefined ? Number.POSITIVE_INFINITY : boundsOf(on).latest
  const earlier = mine.filter(result => result !== same && boundsOf(result.content.on).earliest <= day)
  return { same, last: earlier.reduce<Result | undefined>(later, undefined) }
}

function later(best: Result | undefined, result: Result): Result {
  return best === undefined || boundsOf(result.content.on).latest > boundsOf(best.content.on).latest
    ? result
    : best
}

/** A day without a clock may be any time of it. */
function isSameTime(a: EventTime, b: EventTime): boolean {
  if (a.length > 10 && b.length > 10) return Date.parse(a) === Date.parse(b)
  return a.slice(0, 10) === b.slice(0, 10)
}
