import type { Analyte } from '../analytes.ts'
import { type DayNumber, shiftDay } from '../civil-date.ts'
import { compareRange, Decimal, type ValueRange } from '../decimal.ts'
import { analyteOf, type ConditionOf, type MaximumAge, type Quantity } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import { all, any, type Truth, truthOf } from '../truth.ts'
import { convert } from '../units.ts'
import type { IndexedResult, IndexedStatus } from './chart-index.ts'
import { type Finding, finding, join, type Reason } from './finding.ts'
import { freshness, latestOn, unanimous, unansweredSince } from './latest.ts'
import type { Missing } from './missing-item.ts'
import type { Setting } from './setting.ts'

type QuantityCondition = ConditionOf<'quantity'>

/** Compares laboratory results with a limit: the latest, any or every one that is fresh enough on the day. */
export function evaluateQuantity(condition: QuantityCondition, setting: Setting): Finding {
  const analyte = analyteOf(condition.quantity)
  const counts = resolve(condition.counts, setting.choices)
  const results = setting.chart.results(analyte)
  const { records: latest, certain } = latestOn(results, setting.day)
  const statuses = setting.chart.statuses('laboratory', analyte)
  if (latest.length === 0) return noResult(condition, setting)
  const begun = results.filter(({ startEarliest }) => startEarliest <= setting.day)
  const fresh = begun.map(result => judgeResult(condition, result, setting)).filter(part => !isStale(part))
  if (counts === 'latest' || fresh.length === 0) {
    const asked = unansweredSince(results, statuses, setting.day)
    if (asked) return askedInVain(analyte, asked)
    return agree(
      latest.map(result => judgeResult(condition, result, setting)),
      certain,
      analyte,
    )
  }
  const parts = [...fresh, ...unanswered(condition, statuses, setting)]
  const truths = parts.map(part => part.truth)
  return join(counts === 'any' ? any(truths) : all(truths), parts)
}

/** Every question asked in vain whose answer would be fresh enough to count. */
function unanswered(
  condition: QuantityCondition,
  statuses: readonly IndexedStatus[],
  setting: Setting,
): Finding[] {
  const maximumAge = resolve(condition.maximumAge, setting.choices)
  return statuses
    .filter(
      ({ content, on }) =>
        content.state === 'unknown' && on <= setting.day && isFresh(on, maximumAge, setting.day),
    )
    .map(status => askedInVain(analyteOf(condition.quantity), status))
}

function isFresh(on: DayNumber, maximumAge: MaximumAge, day: DayNumber): boolean {
  return maximumAge === 'no_limit' || on >= shiftDay(day, maximumAge, -1, 'last_day')
}

function askedInVain(analyte: Analyte, { fact }: IndexedStatus): Finding {
  const reason: Reason = { code: 'asked_not_known', topic: 'laboratory', analyte, fact }
  return finding('unknown', reason, [fact], [{ what: 'result', analyte }])
}

function isStale({ because }: Finding): boolean {
  return because[0]?.code === 'result_too_old'
}

function agree(parts: readonly Finding[], certain: boolean, analyte: Analyte): Finding {
  const agreed = certain ? unanimous(parts) : undefined
  if (agreed) return agreed
  const open = parts.map(part => ({
    ...part,
    missing: [...part.missing, { what: 'result_time', analyte } as Missing],
  }))
  return join(
    'unknown',
    open.map(part => ({ ...part, truth: 'unknown' as const })),
  )
}

function judgeResult(condition: QuantityCondition, result: IndexedResult, setting: Setting): Finding {
  const { quantity, compare, limit, unit } = condition
  const analyte = analyteOf(quantity)
  const { fact } = result
  const maximumAge = resolve(condition.maximumAge, setting.choices)
  const { fresh, goodUntil } = freshness(result, maximumAge, setting.day)
  if (fresh === false && maximumAge !== 'no_limit') {
    const reason: Reason = { code: 'result_too_old', analyte, fact, maximumAge, goodUntil }
    return finding('unknown', reason, [fact], [{ what: 'recent_result', analyte }])
  }
  // Of the latest results each stands for itself: where it lies after the day, the one before it decides.
  const latest = resolve(condition.counts, setting.choices) === 'latest'
  if (fresh === undefined || (!latest && isPossiblyLater(result, setting.day))) {
    return uncertain(condition, result, 'time', { what: 'result_time', analyte })
  }
  const found = measure(quantity, result, unit, setting)
  if ('open' in found) return uncertain(condition, result, found.open, found.missing)
  const truth: Truth = truthOf(compareRange(found.range, compare, limitOf(condition)))
  if (truth === 'unknown') return uncertain(condition, result, 'censored', { what: 'exact_result', analyte })
  const holds = truth === 'true'
  const shown = found.shown
  return finding(truth, { code: 'quantity', quantity, fact, compare, limit, unit, holds, shown }, [fact])
}

const limits = new WeakMap<QuantityCondition, Decimal>()

function limitOf(condition: QuantityCondition): Decimal {
  const known = limits.get(condition) ?? new Decimal(condition.limit)
  limits.set(condition, known)
  return known
}

function isPossiblyLater(result: IndexedResult, day: DayNumber): boolean {
  return result.startLatest > day
}

type Open = 'censored' | 'control' | 'upper_limit' | 'unit' | 'time'

function uncertain(
  condition: QuantityCondition,
  { fact }: IndexedResult,
  open: Open,
  missing: Missing,
): Finding {
  const { quantity, compare, limit, unit } = condition
  return finding(
    'unknown',
    { code: 'quantity_uncertain', quantity, fact, compare, limit, unit, open },
    [fact],
    [missing],
  )
}

type Measured = { range: ValueRange; shown: string } | { open: Open; missing: Missing }

const measured = new WeakMap<IndexedResult, Map<string, Measured>>()

/** What a result says of a quantity: kept, for exact decimals are dear and a result is asked about on many days. */
function measure(quantity: Quantity, result: IndexedResult, unit: string, setting: Setting): Measured {
  const against = quantity.kind === 'analyte' ? '' : resolve(quantity.against, setting.choices)
  const key = `${against} ${unit}`
  const kept = measured.get(result) ?? new Map<string, Measured>()
  measured.set(result, kept)
  const known = kept.get(key) ?? calculate(quantity, result, unit, setting)
  kept.set(key, known)
  return known
}

/** The quantity's range in the rule's unit. A prolongation needs its reference: it is never taken from elsewhere. */
function calculate(quantity: Quantity, result: IndexedResult, unit: string, setting: Setting): Measured {
  const analyte = analyteOf(quantity)
  const { content } = result
  const subtrahend = reference(quantity, result, setting)
  if (subtrahend !== undefined && 'open' in subtrahend) return subtrahend
  const shift = (value: Decimal | null) => {
    if (value === null) return null
    return convert(subtrahend ? value.minus(subtrahend.value) : value, analyte, content.unit, unit)
  }
  const low = shift(result.range.low)
  const high = result.range.high === result.range.low ? low : shift(result.range.high)
  if (low === undefined || high === undefined)
    return { open: 'unit', missing: { what: 'usable_unit', analyte } }
  const shown = `${content.comparator ?? ''}${(low ?? high ?? result.value).toSignificantDigits(20).toString()}`
  return { range: { ...result.range, low, high }, shown }
}

function reference(
  quantity: Quantity,
  { content }: IndexedResult,
  setting: Setting,
): { value: Decimal } | { open: Open; missing: Missing } | undefined {
  if (quantity.kind === 'analyte') return undefined
  const analyte = analyteOf(quantity)
  const against = resolve(quantity.against, setting.choices)
  const text = against === 'control' ? content.control : content.range?.high
  if (text === undefined || text === 'not_printed')
    return { open: against, missing: { what: against, analyte } }
  return { value: new Decimal(text) }
}

function noResult(condition: QuantityCondition, setting: Setting): Finding {
  const analyte = analyteOf(condition.quantity)
  const missing: Missing[] = [{ what: 'result', analyte }]
  const status = setting.chart.statuses('laboratory', analyte).find(({ on }) => on <= setting.day)
  if (status === undefined) return finding('unknown', { code: 'no_result', analyte }, [], missing)
  if (status.content.state === 'unknown') return askedInVain(analyte, status)
  const reason: Reason = { code: 'not_applicable', topic: 'laboratory', fact: status.fact, accepted: false }
  return finding('unknown', reason, [status.fact], missing)
}
