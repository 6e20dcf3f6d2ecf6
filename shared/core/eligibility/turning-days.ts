import { Analyte } from '../analytes.ts'
import { type DayNumber, MonthEnd, Period, shiftDay } from '../civil-date.ts'
import { EpisodeKind, FactKind } from '../facts/content.ts'
import type { Condition } from '../protocol/condition.ts'
import { type ChosenReadings, isByReading } from '../protocol/reading.ts'
import type { IndexedChart, IndexedFact } from './chart-index.ts'
import { hintingKinds } from './contradiction.ts'

/** What a condition looks at under the readings that are chosen: computed once per criterion. */
export interface Scope {
  readonly topics: readonly FactKind[]
  /** Kinds whose records can contradict a negative finding. */
  readonly hints: readonly EpisodeKind[]
  readonly analytes: readonly Analyte[]
  /** Lengths of the windows in which events count. */
  readonly windows: readonly Period[]
  /** Limits on the age of a record. */
  readonly maximumAges: readonly Period[]
  /** Lengths that a course must exceed. */
  readonly durations: readonly Period[]
  /** Birthdays that matter. */
  readonly birthdays: readonly number[]
}

/**
 * Collects every subject, period and birthday in a condition. Of a reading that is chosen only the chosen case counts,
 * of any other every case.
 */
export function scopeOf(condition: Condition, chosen: ChosenReadings): Scope {
  const topics = new Set<FactKind>()
  const hints = new Set<EpisodeKind>()
  const analytes = new Set<Analyte>()
  const windows: Period[] = []
  const maximumAges: Period[] = []
  const durations: Period[] = []
  const birthdays = new Set<number>()
  visit(condition, chosen, part => {
    if (isTopic(part['topic'])) topics.add(part['topic'])
    if (isTopic(part['of'])) topics.add(part['of'])
    for (const kind of isEpisode(part['topic']) ? hintingKinds(part['topic']) : []) hints.add(kind)
    if (part['kind'] === 'attestation') topics.add('judgement')
    if (part['kind'] === 'prothrombin_prolongation') analytes.add('prothrombin_time')
    if (part['kind'] === 'analyte') analytes.add(Analyte.parse(part['analyte']))
    if (part['kind'] === 'age') for (const years of birthdaysOf(part, chosen)) birthdays.add(years)
    if (part['kind'] === 'within') windows.push(Period.parse(part['period']))
    if (part['moreThan'] !== undefined) durations.push(Period.parse(part['moreThan']))
    if (part['maximumAge'] !== undefined) maximumAges.push(...periodsIn(part['maximumAge'], chosen))
  })
  const lists = { windows, maximumAges, durations }
  return {
    topics: [...topics],
    hints: [...hints],
    analytes: [...analytes],
    ...lists,
    birthdays: [...birthdays],
  }
}

/** "More than 60" turns on the 60th birthday or on the 61st, depending on how it is counted. */
function birthdaysOf({ is, years, counted }: Record<string, unknown>, chosen: ChosenReadings): number[] {
  if (is === 'at_least') return [Number(years)]
  const alternative = isByReading(counted) ? chosen[counted.reading] : undefined
  const way = isByReading(counted) && alternative !== undefined ? counted.cases[alternative] : counted
  if (way === 'completed_years') return [Number(years) + 1]
  return way === 'elapsed_time' ? [Number(years)] : [Number(years), Number(years) + 1]
}

function periodsIn(part: unknown, chosen: ChosenReadings): Period[] {
  const periods: Period[] = []
  visit(part, chosen, inner => {
    const period = Period.safeParse(inner)
    if (period.success) periods.push(period.data)
  })
  return periods
}

const topicNames: ReadonlySet<unknown> = new Set(FactKind.options)
const isTopic = (value: unknown): value is FactKind => topicNames.has(value)
const episodeNames: ReadonlySet<unknown> = new Set(EpisodeKind.options)
const isEpisode = (value: unknown): value is EpisodeKind => episodeNames.has(value)

function visit(part: unknown, chosen: ChosenReadings, look: (part: Record<string, unknown>) => void): void {
  if (typeof part !== 'object' || part === null) return
  if (!Array.isArray(part)) look(part as Record<string, unknown>)
  const alternative = isByReading(part) ? chosen[part.reading] : undefined
  const inner =
    isByReading(part) && alternative !== undefined ? [part.cases[alternative]] : Object.values(part)
  for (const value of inner) visit(value, chosen, look)
}

/**
 * Every day on which the answer of a condition can differ from the day before, in order. It may name a few days too
 * many, never one too few: the answer is constant between two neighbours.
 */
export function turningDays(scope: Scope, chart: IndexedChart): readonly DayNumber[] {
  const days = new Set<DayNumber>([chart.lastEntry + 1])
  for (const topic of scope.topics) {
    for (const fact of chart.of(topic)) addFact(days, fact, scope)
    for (const { on } of chart.statuses(topic)) days.add(on)
    if (!episodeNames.has(topic)) continue
    for (const { from, to } of chart.findings(topic)) {
      days.add(from).add(to + 1)
      for (const edge of [from, to]) for (const window of scope.windows) addWindowEdge(days, edge, window)
    }
  }
  for (const kind of scope.hints) {
    for (const fact of chart.of(kind)) {
      addFact(days, fact, scope)
      days.add(fact.startLatest + 1)
    }
  }
  for (const analyte of scope.analytes) {
    for (const result of chart.results(analyte)) addFact(days, result, scope)
    for (const { on } of chart.statuses('laboratory', analyte)) {
      days.add(on)
      for (const period of scope.maximumAges) days.add(shiftDay(on, period, 1, 'last_day') + 1)
    }
  }
  addBirthdays(days, scope, chart)
  return [...days].filter(Number.isFinite).sort((a, b) => a - b)
}

function addFact(days: Set<DayNumber>, fact: IndexedFact, scope: Scope): void {
  for (const start of new Set([fact.startEarliest, fact.startLatest])) {
    days.add(start)
    for (const period of scope.maximumAges) days.add(shiftDay(start, period, 1, 'last_day') + 1)
    for (const period of scope.durations) {
      for (const rule of MonthEnd.options) days.add(shiftDay(start, period, 1, rule) + 1)
    }
  }
  // The day from which a state fills a whole window.
  for (const window of scope.windows) addWindowEdge(days, fact.startLatest, window)
  for (const end of new Set([fact.endEarliest, fact.endLatest])) {
    days.add(end + 1)
    for (const window of scope.windows) addWindowEdge(days, end, window)
  }
}

/** A window's far edge passes over `edge` about one period later; month ends blur that by up to three days. */
function addWindowEdge(days: Set<DayNumber>, edge: DayNumber, period: Period): void {
  const day = shiftDay(edge, period, 1, 'last_day')
  const blur = period.unit === 'day' || period.unit === 'week' ? 0 : 3
  for (let offset = -1 - blur; offset <= 1 + blur; offset += 1) days.add(day + offset)
}

function addBirthdays(days: Set<DayNumber>, { birthdays }: Scope, { birth }: IndexedChart): void {
  if (birth === undefined) return
  // "Ever" begins with the birth: a finding can cover it from that day on.
  days.add(birth.earliest)
  for (const years of birthdays) {
    for (const born of new Set([birth.earliest, birth.latest])) {
      for (const rule of MonthEnd.options) {
        const birthday = shiftDay(born, { amount: years, unit: 'year' }, 1, rule)
        days.add(birthday).add(birthday + 1)
      }
    }
  }
}
