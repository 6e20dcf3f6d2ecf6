import type { FactId } from '../ids.ts'
import type { Point, Series } from '../trends/series.ts'
import type { EventSource } from './event-source.ts'
import { isFrom } from './order.ts'
import { givenDoses } from './since-dose.ts'

/** A graded value that lies higher than the one before it. */
export interface Rise {
  readonly point: Point
  readonly fact: FactId
  /** At least, where the value alone does not tell. */
  readonly grade: number
  /** By the same reading; null where nothing was graded before it. */
  readonly before: number | null
}

/** By the printed limits; or against the patient's own baseline where that was abnormal (CTCAE v5.0), else as the former. */
type Reading = 'absolute' | 'own'
type Grades = Readonly<Record<Reading, number | null>>

const NONE: Grades = { absolute: null, own: null }

/**
 * One for each step upwards: what stays as high as it was is no rise. After the first dose it also lies higher than the
 * last value before that, because a disease that goes up and down by itself always rises from somewhere; there a first
 * value is a rise too. Before the dose there is no baseline yet, only the printed limits, and a first value is how the
 * patient came. A specimen that the report calls unfit is nothing that others are measured by.
 */
export function risesIn({ id, points }: Series, { calendar, siteDay }: EventSource): Rise[] {
  const dose = givenDoses(calendar)[0]?.given.from
  const rises: Rise[] = []
  let [last, atDose] = [NONE, NONE]
  for (const point of points) {
    const grades = gradesOf(id, point)
    const isAfter = dose !== undefined && isFrom(point.on, dose, siteDay)
    const reading = isAfter ? 'own' : 'absolute'
    const [grade, before] = [grades[reading], last[reading]]
    const isNew = isAfter
      ? isAbove(grade, before) && isAbove(grade, atDose.own)
      : before !== null && isAbove(grade, before)
    if (isNew && grade !== null && point.fact !== null) rises.push({ point, fact: point.fact, grade, before })
    if (point.flags.includes('specimen')) continue
    last = latest(last, grades)
    if (!isAfter) atDose = last
  }
  return rises
}

/** Above another grade; where that is not known, above none. */
function isAbove(grade: number | null, other: number | null): boolean {
  return grade !== null && grade > (other ?? 0)
}

function gradesOf(series: Series['id'], point: Point): Grades {
  const absolute = point.grade?.absolute ?? leastGrade(series, point)
  return { absolute, own: point.grade?.relative ?? absolute }
}

/** What was graded last by each reading. */
function latest(last: Grades, { absolute, own }: Grades): Grades {
  return { absolute: absolute ?? last.absolute, own: own ?? last.own }
}

/** Sodium from 125 to 129 mmol/L is grade 2 or 3 by the symptoms (CTCAE v5.0): the value alone says at least 2. */
function leastGrade(series: Series['id'], { value, comparator }: Point): number | null {
  if (series !== 'sodium' || value === null || comparator !== null) return null
  return value >= 125 && value < 130 ? 2 : null
}
