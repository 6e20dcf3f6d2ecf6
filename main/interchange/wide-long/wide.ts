import type { Cell } from '../csv.ts'
import type { CurrentFact } from '../current-facts.ts'
import type { DayOfTime } from '../site-day.ts'
import { printed } from './long.ts'
import { timesOf } from './timed.ts'
import { namedValues } from './variable.ts'

/** The columns before the values: whose row it is, of which day, and the how manieth of that day. */
export const wideHead = ['subject', 'day', 'repeat'] as const

/** The place of each column of values. */
export type Places = ReadonlyMap<string, number>

/** What all rows of a wide table share. */
interface Layout {
  readonly places: Places
  readonly siteDay: DayOfTime
}

/**
 * A patient's rows: one for each day, and further ones where something was charted twice on it. What has no day stands
 * first, with the day left empty.
 */
export function wideRows(
  subject: string,
  facts: readonly CurrentFact[],
  { places, siteDay }: Layout,
): Cell[][] {
  const days = Map.groupBy(facts, ({ content }) => siteDay(timesOf(content).from ?? ''))
  return [...days.keys()].toSorted().flatMap(day => {
    const rows: Cell[][] = []
    for (const fact of days.get(day) ?? []) put(fact, rows, places)
    return rows.map((cells, index) => [subject, day === '' ? null : day, index + 1, ...cells])
  })
}

/** Puts a fact into the first row of its day that has none of the same name. */
function put({ id, content }: CurrentFact, rows: Cell[][], places: Places): void {
  const named = namedValues(id, content)
  const first = places.get(named[0]?.variable ?? '') ?? 0
  let row = rows.find(cells => cells[first] === null)
  if (row === undefined) {
    row = new Array<Cell>(places.size).fill(null)
    rows.push(row)
  }
  for (const { variable, value } of named) {
    const place = places.get(variable)
    if (place !== undefined) row[place] = printed(value)
  }
}
