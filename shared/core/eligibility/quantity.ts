import type { DayNumber } from '../civil-date.ts'
import { compareRange, Decimal, type ValueRange } from '../decimal.ts'
import { analyteOf, type ConditionOf, type Quantity } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import { all, any, type Truth, truthOf } from '../truth.ts'
import { convert } from '../units.ts'
import type { IndexedResult } from './chart-index.ts'
import { type Finding, finding, join, type Missing, type Reason } from './finding.ts'
import { freshness, latestOn } from './latest.ts'
import type { Setting } from './setting.ts'

type QuantityCondition = ConditionOf<'quantity'>

/** Compares laboratory results with a limit: the latest, any or every one that is fresh enough on the day. */
export function evaluateQuantity(condition: QuantityCondition, setting: Setting): Finding {
  const analyte = analyteOf(condition.quantity)
  const counts = resolve(condition.counts, setting.choices)
  const results = setting.chart.results(analyte)
  const { records: latest, certain } = latestOn(results, setting.day)
  if (latest.length === 0) return noResult(condition, setting)
  if (counts === 'latest')
    return agree(
      latest.map(result => judgeResult(condition, result, setting)),
      certain,
      analyte,
    )
  const begun = results.filter(({ startEarliest }) => startEarliest <= setting.day)
  const fresh = begun.map(result => judgeResult(condition, result, setting)).filter(part => !isStale(part))
  if (fresh.length === 0) {
    return agree(
      latest.map(result => judgeResult(condition, result, setting)),
      certain,
      analyte,
    )
  }
  const truths = fresh.map(part => part.truth)
  return join(counts === 'any' ? any(truths) : all(truths), fresh)
}

function isStale({ because }: Finding): boolean {
  return because[0]?.code === 'result_too_old'
}

function agree(parts: readonly Finding[], certain: boolean, analyte: ReturnType<typeof analyteOf>): Finding {
  const [first] = parts
  if (first && certain && parts.every(part => part.truth === first.truth)) return first
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
  if (fresh === undefined || isPossiblyLater(result, setting.day)) {
    return uncertain(condition, result, 'time', { what: 'result_time', analyte })
  }
  const measured = measure(quantity, result, unit, setting)
  if ('open' in measured) return uncertain(condition, result, measured.open, measured.missing)
  const truth: Truth = truthOf(compareRange(measured.range, compare, new Decimal(limit)))
  if (truth === 'unknown') return uncertain(condition, result, 'censored', { what: 'exact_result', analyte })
  const holds = truth === 'true'
  const shown = measured.shown
  return finding(truth, { code: 'quantity', quantity, fact, compare, limit, unit, holds, shown }, [fact])
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

/** The quantity's range in the rule's unit. A prolongation needs its reference: it is never taken from elsewhere. */
function measure(quantity: Quantity, result: IndexedResult, unit: string, setting: Setting): Measured {
  const analyte = analyteOf(quantity)
  const { content } = result
  const subtrahend = reference(quantity, result, setting)
  if (subtrahend !== undefined && 'open' in subtrahend) return subtrahend
  const shift = (value: Decimal | null) => {
    if (value === null) return null
    return convert(subtrahend ? value.minus(subtrahend.value) : value, analyte, content.unit, unit)
  }
  const low = shift(result.range.low)
  const high = shift(result.range.high)
  if (low === undefined || high === undefined)
    return { open: 'unit', missing: { what: 'usable_unit', analyte } }
  const shown = `${content.comparator ?? ''}${(low ?? high ?? result.value).toString()}`
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
  if (text === undefined) return { open: against, missing: { what: against, analyte } }
  return { value: new Decimal(text) }
}

function noResult(condition: QuantityCondition, setting: Setting): Finding {
  const analyte = analyteOf(condition.quantity)
  const missing: Missing[] = [{ what: 'result', analyte }]
  const status = setting.chart.statuses('laboratory', analyte).find(({ on }) => on <= setting.day)
  if (status === undefined) return finding('unknown', { code: 'no_result', analyte }, [], missing)
  const reason: Reason =
    status.content.state === 'unknown'
      ? { code: 'asked_not_known', topic: 'laboratory', analyte, fact: status.fact }
      : { code: 'not_applicable', topic: 'laboratory', fact: status.fact, accepted: false }
  return finding('unknown', reason, [status.fact], missing)
}
