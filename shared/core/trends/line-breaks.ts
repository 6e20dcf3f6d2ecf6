import type { VisitBand } from './series.ts'

/** Days that no line crosses; `to` is the day after the last of them. */
export interface LineBreak {
  readonly from: number
  readonly to: number
}

/**
 * Where nobody knows the value of a series that the protocol asks for: over a visit that was not taken, and over one
 * that took place without it.
 */
export function lineBreaks(visits: readonly VisitBand[], series: string): LineBreak[] {
  return visits.flatMap(visit => {
    if (isNotTaken(visit)) return [{ from: visit.from, to: Math.max(visit.to, visit.from + 1) }]
    const { lacking } = visit
    return lacking?.series.some(one => one === series) ? [{ from: lacking.from, to: lacking.to }] : []
  })
}

/** Not taken, whether its window has closed or nobody can say that it is too late. */
export function isNotTaken({ state }: Pick<VisitBand, 'state'>): boolean {
  return state === 'missed' || state === 'overdue'
}

/** Whether the line between two moments would cross a break; a value on one of its days is on neither side of it. */
export function isBroken(breaks: readonly LineBreak[], before: number, after: number): boolean {
  return breaks.some(({ from, to }) => before < from && after >= to)
}
