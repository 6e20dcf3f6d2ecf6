import { type Analyte, analyteOfLoinc } from '../analytes.ts'
import type { CivilDate, DayBounds, DayNumber, EventTime } from '../civil-date.ts'
import type { EpisodeKind, FactContent, FactContentOf, FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { certainDay, type SiteDay, siteDaysOf } from './event-days.ts'

/** What is charted for the days of one visit. */
export interface VisitChart {
  /** First and last day; the first lies after the last where they are not known to the day. */
  readonly days: { readonly from: DayNumber; readonly to: DayNumber }
  /** What happened or was measured on one of the days. */
  readonly onDays: readonly FactContent[]
  /** Everything charted of the patient. */
  readonly contents: readonly FactContent[]
  readonly siteDay: SiteDay
}

/** The chart of the days from `from` to `to`, both included. Only what is known to the day is attached. */
export function visitChart(
  { from, to }: Pick<FactContentOf<'visit'>, 'from' | 'to'>,
  facts: readonly Fact[],
  siteDay: SiteDay,
): VisitChart {
  const first = siteDaysOf(from, siteDay)
  const last = to === undefined ? first : siteDaysOf(to, siteDay)
  const days = { from: first.latest, to: last.earliest }
  const contents = facts.map(({ content }) => content)
  const onDays = contents.filter(content => {
    const day = dayOfContent(content, siteDay)
    return day !== null && day >= days.from && day <= days.to
  })
  return { days, onDays, contents, siteDay }
}

/** Whether a value of an analyte was taken on a day of the visit, or is said not to be had. */
export function measured(
  { onDays }: VisitChart,
  analyte: Analyte,
  suits: (content: FactContentOf<'laboratory'>) => boolean = () => true,
): boolean {
  return onDays.some(content => {
    if (content.kind === 'laboratory') return analyteOfLoinc(content.loinc) === analyte && suits(content)
    return content.kind === 'not_known' && content.about === 'laboratory' && content.analyte === analyte
  })
}

/** Whether something of a kind was found on a day of the visit. */
export function hasPositive(
  { onDays }: VisitChart,
  kind: FactKind,
  suits: (content: FactContent) => boolean = () => true,
): boolean {
  return onDays.some(content => content.kind === kind && suits(content))
}

/** Whether somebody charted on a day of the visit that it is not to be had. */
export function isSaidUnknown({ onDays }: VisitChart, about: FactKind): boolean {
  return onDays.some(content => content.kind === 'not_known' && content.about === about)
}

/** Whether an episode or a negative finding certainly covers a day of the visit, or it is said to be unknown. */
export function isCoveredBy(about: EpisodeKind) {
  return (chart: VisitChart): boolean =>
    isSaidUnknown(chart, about) ||
    chart.contents.some(content => {
      const isAbout = content.kind === 'negative_finding' ? content.about === about : content.kind === about
      return isAbout && touches(content, chart)
    })
}

/** Whether it was found at any time up to the visit, or denied for a day of the visit, or is said to be unknown. */
export function isKnownBy(about: EpisodeKind) {
  const denied = isCoveredBy(about)
  return (chart: VisitChart): boolean =>
    denied(chart) ||
    chart.contents.some(content => content.kind === about && !isRuledOut(content) && hasBegun(content, chart))
}

/** That it was ruled out once says nothing of later days. */
function isRuledOut(content: FactContent): boolean {
  return content.kind === 'liver_malignancy' && content.certainty === 'ruled_out'
}

/** An episode whose start is not known may have been there all along. */
function hasBegun(content: FactContent, { days, siteDay }: VisitChart): boolean {
  const { from } = { from: undefined, ...content } as Pick<Span, 'from'>
  return from === undefined || siteDaysOf(from, siteDay).latest <= days.to
}

function touches(content: FactContent, { days, siteDay }: VisitChart): boolean {
  const { start, end } = spanOf(content, siteDay)
  return start <= days.to && end >= days.from
}

/** The days that an episode or finding certainly covers. An episode whose end is not known covers its first day. */
function spanOf(content: FactContent, siteDay: SiteDay): { start: DayNumber; end: DayNumber } {
  const { from, to } = { from: undefined, to: undefined, ...content } as Span
  const isFinding = content.kind === 'negative_finding'
  const start = from === undefined ? null : siteDaysOf(from, siteDay)
  const unknownStart = isFinding ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return { start: start?.latest ?? unknownStart, end: endOf(to, start, siteDay) }
}

interface Span {
  readonly from: EventTime | undefined
  readonly to: EventTime | CivilDate | 'ongoing' | undefined
}

function endOf(to: Span['to'], start: DayBounds | null, siteDay: SiteDay): DayNumber {
  if (to === 'ongoing') return Number.POSITIVE_INFINITY
  if (to === undefined) return start?.latest ?? Number.NEGATIVE_INFINITY
  return siteDaysOf(to, siteDay).earliest
}

/** The day on which something was found or given; null for what lasts, and where the day is not known. */
function dayOfContent(content: FactContent, siteDay: SiteDay): DayNumber | null {
  if (content.kind === 'dose') return certainDay(content.from, siteDay)
  return 'on' in content ? certainDay(content.on, siteDay) : null
}
