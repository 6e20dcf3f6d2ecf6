import { DAYS_AROUND } from '../adverse-events/liver-around.ts'
import { isBefore } from '../adverse-events/order.ts'
import { Analyte, analyteOfLoinc, analytes } from '../analytes.ts'
import { type CivilDate, type DayBounds, dateOf, dayOf, type EventTime } from '../civil-date.ts'
import { compareRange, Decimal, valueRange } from '../decimal.ts'
import type { Fact } from '../facts/fact.ts'
import { type FactOf, factsOf } from '../schedule/calendar-input.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { verbatim } from '../text.ts'
import type { LaboratoryAround, Result } from './event-case.ts'

type Test = LaboratoryAround['tests'][number]
type Reported = FactOf<'laboratory'>

/** Which days are told, and what came before treatment. */
export interface Around {
  readonly onset: DayBounds
  readonly today: CivilDate
  /** When the first dose began; undefined before it. */
  readonly firstDose: EventTime | undefined
  readonly siteDay: SiteDay
}

/** Every laboratory value of the 30 days before and after onset, by test, each with the last one before dose 1. */
export function laboratoryAround(facts: readonly Fact[], around: Around): LaboratoryAround {
  const { onset, today, siteDay } = around
  const from = onset.earliest - DAYS_AROUND
  const to = Math.max(onset.latest, Math.min(onset.latest + DAYS_AROUND, dayOf(today)))
  const results = factsOf(facts, 'laboratory').sort((a, b) => byTime(a, b, siteDay))
  const byTest = Map.groupBy(results, ({ content }) => analyteOfLoinc(content.loinc) ?? content.loinc)
  const tests = [...byTest].flatMap(([test, all]): (Test & { readonly test: string })[] => {
    const values = all.filter(({ content }) => {
      const days = siteDaysOf(content.on, siteDay)
      return days.earliest >= from && days.latest <= to
    })
    if (values.length === 0) return []
    const before = all.findLast(result => isBeforeDose(result, around))
    return [{ test, ...named(test), baseline: before ? shown(before) : null, values: values.map(shown) }]
  })
  return {
    from: dateOf(from),
    to: dateOf(to),
    tests: tests.sort((a, b) => orderOf(a.test) - orderOf(b.test)).map(({ test: _test, ...rest }) => rest),
  }
}

/** What Lobule knows comes first, in its usual order. */
function orderOf(test: string): number {
  const at = (Analyte.options as readonly string[]).indexOf(test)
  return at < 0 ? Analyte.options.length : at
}

function named(test: string): Pick<Test, 'name' | 'abbreviation'> {
  const known = Analyte.safeParse(test).data
  if (known === undefined) return { name: verbatim(`LOINC ${test}`), abbreviation: `LOINC ${test}` }
  const { name, abbreviation } = analytes[known]
  return { name, abbreviation }
}

function byTime(a: Reported, b: Reported, siteDay: SiteDay): number {
  const [one, other] = [siteDaysOf(a.content.on, siteDay), siteDaysOf(b.content.on, siteDay)]
  return one.earliest - other.earliest || (a.content.on < b.content.on ? -1 : 1)
}

/** On the day of the dose only what carries a time of day is known to lie before it. */
function isBeforeDose({ content: { on } }: Reported, { firstDose, siteDay }: Around): boolean {
  return firstDose !== undefined && isBefore(on, firstDose, siteDay)
}

function shown({ id, content }: Reported): Result {
  const { on, value, comparator, unit, range } = content
  const limits = range && [range.low, range.high]
  return {
    ...{ fact: id, on, unit },
    printed: `${comparator ?? ''}${value}`,
    range: limits ? rangeText(limits[0], limits[1]) : null,
    flag: flagOf(content),
  }
}

function rangeText(low: string | undefined, high: string | undefined): string | null {
  if (low !== undefined && high !== undefined) return `${low} – ${high}`
  if (high !== undefined) return `≤ ${high}`
  return low === undefined ? null : `≥ ${low}`
}

/** Certainly outside the range that is printed beside it. */
function flagOf({ value, comparator, range }: Reported['content']): Result['flag'] {
  const values = valueRange(new Decimal(value), comparator)
  if (range?.high !== undefined && compareRange(values, 'gt', new Decimal(range.high)) === true) return 'high'
  if (range?.low !== undefined && compareRange(values, 'lt', new Decimal(range.low)) === true) return 'low'
  return null
}
