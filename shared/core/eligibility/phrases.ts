import { analytes } from '../analytes.ts'
import { dateOf, type Period } from '../civil-date.ts'
import type { Comparison } from '../decimal.ts'
import type { Quantity, Window } from '../protocol/condition.ts'
import type { LocalizedText } from '../text.ts'
import type { Coverage } from './finding.ts'

/** One statement in both languages. */
export const say = (en: string, zh: string): LocalizedText => ({ en, 'zh-CN': zh })

/** A span of days in words: "from … to …". */
export function spanWords({ from, to }: Coverage): LocalizedText {
  const last = dateOf(to)
  if (!Number.isFinite(from)) return say(`up to ${last}`, `截至 ${last}`)
  return say(`from ${dateOf(from)} to ${last}`, `自 ${dateOf(from)} 至 ${last}`)
}

/** What a quantity is called. */
export function quantityWords(quantity: Quantity): LocalizedText {
  if (quantity.kind === 'analyte') return analytes[quantity.analyte].name
  return say('PT prolongation', 'PT 延长')
}

/** How a comparison is printed. */
export const signs: Readonly<Record<Comparison, string>> = { lt: '<', le: '≤', ge: '≥', gt: '>' }
/** The comparison that holds where the other does not. */
export const opposite: Readonly<Record<Comparison, Comparison>> = { lt: 'ge', le: 'gt', ge: 'lt', gt: 'le' }

/** How an event lies in its window: charted at all, present on the day, within a period. */
export function insideWords(window: Window): LocalizedText {
  if (window.kind === 'ever') return say('is charted', '有记录')
  if (window.kind === 'now') return say('is present', '当日存在')
  const words = windowWords(window)
  return say(`lies ${words.en}`, `位于${words['zh-CN']}`)
}

/** The days in which an event counts, in words. */
export function windowWords(window: Window): LocalizedText {
  switch (window.kind) {
    case 'ever':
      return say('at any time', '任何时候')
    case 'now':
      return say('on the day', '当日')
    case 'within': {
      const period = periodWords(window.period)
      const anchor = anchorWords[window.anchor]
      return say(`within ${period.en} before ${anchor.en}`, `${anchor['zh-CN']}前 ${period['zh-CN']}内`)
    }
  }
}

const anchorWords = {
  registration: say('registration', '登记'),
  dose: say('the dose', '给药'),
  today: say('today', '今日'),
}

const unitWords = {
  day: say('day', '天'),
  week: say('week', '周'),
  month: say('month', '个月'),
  year: say('year', '年'),
}

/** A period in words: "3 weeks". */
export function periodWords({ amount, unit }: Period): LocalizedText {
  const words = unitWords[unit]
  return say(`${amount} ${words.en}${amount === 1 ? '' : 's'}`, `${amount} ${words['zh-CN']}`)
}
