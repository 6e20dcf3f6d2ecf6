import { dayOf } from '../../civil-date.ts'
import type { Conducted } from '../../schedule/calendar-input.ts'
import { visitTemplates } from '../../schedule/visit-templates.ts'
import { type LocalizedText, text } from '../../text.ts'
import type { Point, SeriesId } from '../series.ts'
import { dayOfPoint, type Member, seriesIn } from './member.ts'

/** One visit of the protocol over all patients; `number` where it is counted from each dose. */
export interface VisitColumn {
  readonly visit: string
  readonly number: number | null
  readonly title: LocalizedText
}

/** The visits by their planned days, those counted from each dose once for every dose that somebody had. */
export function visitColumns(conducted: Conducted, members: readonly Member[]): VisitColumn[] {
  const numbers = new Map<string, Set<number | null>>()
  for (const { source } of members) {
    for (const { visit, number } of source.trial?.calendar.visits ?? []) {
      numbers.set(visit, (numbers.get(visit) ?? new Set()).add(number))
    }
  }
  const plannedDay = plannedDays(members)
  const columns = visitTemplates(conducted).flatMap(({ visit, title, day, anchor }) => {
    const own = [...(numbers.get(visit) ?? [null])].sort((a, b) => (a ?? 0) - (b ?? 0))
    // Counted from enrolment it precedes the first dose, wherever nobody has had one yet.
    const without = anchor !== 'administration' && anchor.from === 'enrolment' ? day - 1 : day
    return own.map(number => ({
      column: { visit, number, title: number === null ? title : afterDose(title, number) },
      day: plannedDay.get(keyOf(visit, number)) ?? without,
    }))
  })
  return columns.sort((a, b) => a.day - b.day).map(({ column }) => column)
}

/** How many days after the first dose each visit is planned: the earliest of everybody who has both. */
function plannedDays(members: readonly Member[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { source } of members) {
    const { day0 = null, visits = [] } = source.trial?.calendar ?? {}
    for (const { visit, number, planned } of visits) {
      if (day0 === null || planned === null) continue
      const key = keyOf(visit, number)
      days.set(key, Math.min(days.get(key) ?? Number.POSITIVE_INFINITY, dayOf(planned) - dayOf(day0)))
    }
  }
  return days
}

function keyOf(visit: string, number: number | null): string {
  return `${visit} ${number ?? ''}`
}

/** The last value of a series at a visit, where it was measured; one of an unfit specimen is none. */
export function valueAt(series: SeriesId, { visit, number }: VisitColumn, member: Member): Point | undefined {
  return seriesIn(member, series)?.points.findLast(
    point =>
      point.visit === visit &&
      point.value !== null &&
      !point.flags.includes('specimen') &&
      (member.visits.get(dayOfPoint(point, member))?.number ?? null) === number,
  )
}

function afterDose(title: LocalizedText, number: number): LocalizedText {
  return text(`${title.en} (dose ${number})`, `${title['zh-CN']}（第${number}次给药）`)
}
