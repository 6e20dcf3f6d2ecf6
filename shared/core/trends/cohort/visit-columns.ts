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

/** The visits in the order of the protocol, those counted from each dose once for every dose that somebody had. */
export function visitColumns(conducted: Conducted, members: readonly Member[]): VisitColumn[] {
  const numbers = new Map<string, Set<number | null>>()
  for (const { source } of members) {
    for (const { visit, number } of source.trial?.calendar.visits ?? []) {
      numbers.set(visit, (numbers.get(visit) ?? new Set()).add(number))
    }
  }
  return visitTemplates(conducted).flatMap(({ visit, title }) => {
    const own = [...(numbers.get(visit) ?? [null])].sort((a, b) => (a ?? 0) - (b ?? 0))
    return own.map(number => ({ visit, number, title: number === null ? title : afterDose(title, number) }))
  })
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
