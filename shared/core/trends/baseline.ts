import { type DayNumber, dateOf, dayOf, type EventTime } from '../civil-date.ts'
import { Decimal } from '../decimal.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import { isInstant } from './axis.ts'
import { gradeSeries } from './definitions.ts'
import type { Series, SeriesId } from './series.ts'
import { firstDoseOf, type TrendSource } from './source.ts'

export type Baseline = NonNullable<Series['baseline']>

/** A value that may go into a baseline. */
interface BaselineValue {
  readonly day: DayNumber
  /** Every time that it rests on: its own, or those of a score's inputs. */
  readonly times: readonly EventTime[]
  readonly value: number | null
  readonly isCensored: boolean
  readonly isUnfit: boolean
}

/** What change in a series is measured against. */
export type BaselineRule = <V extends BaselineValue>(
  series: SeriesId,
  values: readonly V[],
) => { readonly baseline: Baseline; readonly used: readonly V[] } | undefined

/** The site's rule for one patient; gives none where the site chose none or no dose was given yet. */
export function baselineRule(source: TrendSource): BaselineRule {
  const choice = source.trial?.choices?.baseline
  const day0 = source.trial?.calendar.day0 ?? null
  const dose = firstDoseOf(source)
  if (choice === undefined || day0 === null || dose === undefined) return () => undefined
  const zero = dayOf(day0)
  const first = choice.withinDays === undefined ? Number.NEGATIVE_INFINITY : zero - choice.withinDays
  return (series, values) => {
    const before = values.filter(
      ({ day, times, value, isUnfit }) =>
        value !== null &&
        !isUnfit &&
        day >= first &&
        (day < zero || (day === zero && times.every(time => isBefore(time, dose, source)))),
    )
    // Where the last is only known to lie below a limit, no older one stands for it.
    const used = (choice.rule === 'last' ? before.slice(-1) : before).filter(({ isCensored }) => !isCensored)
    const [oldest, newest] = [used[0], used.at(-1)]
    if (oldest === undefined || newest === undefined) return undefined
    if (used.length > 1 && gradeSeries.has(series)) return undefined
    const span = { count: used.length, from: dateOf(oldest.day), to: dateOf(newest.day) }
    return { baseline: { value: meanOf(used), rule: choice.rule, ...span }, used }
  }
}

/** On the day of the dose only what carries a time of day is known to lie before it. */
function isBefore(time: EventTime, dose: EventTime, { siteDay }: Pick<TrendSource, 'siteDay'>): boolean {
  if (isInstant(time) && isInstant(dose)) return Date.parse(time) < Date.parse(dose)
  return siteDaysOf(time, siteDay).latest < siteDaysOf(dose, siteDay).earliest
}

/** By decimals, so that multiples of it meet their limits. */
function meanOf(values: readonly BaselineValue[]): number {
  const sum = values.reduce((total, { value }) => total.plus(value ?? 0), new Decimal(0))
  return sum.dividedBy(values.length).toNumber()
}
