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
  /** Null where nothing was graded before it. */
  readonly before: number | null
}

/**
 * One for each step upwards: what stays as high as it was is no rise. A first value is one only after the first dose:
 * before it, it is how the patient came. A specimen that the report calls unfit is nothing that others are measured by.
 */
export function risesIn({ id, points }: Series, { calendar, siteDay }: EventSource): Rise[] {
  const dose = givenDoses(calendar)[0]?.given.from
  const rises: Rise[] = []
  let before: number | null = null
  for (const point of points) {
    const grade = gradeOf(point) ?? leastGrade(id, point)
    if (grade === null || point.fact === null) continue
    const isNew = before === null ? dose !== undefined && isFrom(point.on, dose, siteDay) : grade > before
    if (grade > 0 && isNew) rises.push({ point, fact: point.fact, grade, before })
    if (!point.flags.includes('specimen')) before = grade
  }
  return rises
}

/** Against the patient's own baseline where that was abnormal (CTCAE v5.0), else against the printed limits. */
function gradeOf({ grade }: Point): number | null {
  return grade?.relative ?? grade?.absolute ?? null
}

/** Sodium from 125 to 129 mmol/L is grade 2 or 3 by the symptoms (CTCAE v5.0): the value alone says at least 2. */
function leastGrade(series: Series['id'], { value, comparator }: Point): number | null {
  if (series !== 'sodium' || value === null || comparator !== null) return null
  return value >= 125 && value < 130 ? 2 : null
}
