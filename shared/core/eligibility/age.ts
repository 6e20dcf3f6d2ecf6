import { type DayNumber, shiftDay } from '../civil-date.ts'
import type { ConditionOf } from '../protocol/condition.ts'
import { resolve } from '../protocol/reading.ts'
import { type Finding, finding } from './finding.ts'
import type { Setting } from './setting.ts'

/** Age on the day. A birth date known to the month or year stands for each of its days. */
export function evaluateAge(condition: ConditionOf<'age'>, setting: Setting): Finding {
  const { birth } = setting.chart
  if (birth === undefined) {
    return finding('unknown', { code: 'birth_date_missing' }, [], [{ what: 'birth_date' }])
  }
  const { years, counted } = edgeOf(condition, setting)
  const from = firstDay(birth.earliest, condition, setting)
  const to = firstDay(birth.latest, condition, setting)
  if (setting.day >= to) return finding('true', { code: 'age_reached', years, counted, day: to })
  if (setting.day < from) return finding('false', { code: 'age_not_reached', years, counted, day: from })
  return finding('unknown', { code: 'age_uncertain', years, from, to }, [], [{ what: 'birth_date' }])
}

/** The birthday at which the condition turns true, or whose next day does. */
function edgeOf(
  condition: ConditionOf<'age'>,
  setting: Setting,
): { years: number; counted: 'birthday' | 'day_after' } {
  if (condition.is === 'at_least') return { years: condition.years, counted: 'birthday' }
  return resolve(condition.counted, setting.choices) === 'completed_years'
    ? { years: condition.years + 1, counted: 'birthday' }
    : { years: condition.years, counted: 'day_after' }
}

function firstDay(birth: DayNumber, condition: ConditionOf<'age'>, setting: Setting): DayNumber {
  const { years, counted } = edgeOf(condition, setting)
  const birthday = shiftDay(
    birth,
    { amount: years, unit: 'year' },
    1,
    resolve(condition.monthEnd, setting.choices),
  )
  return counted === 'birthday' ? birthday : birthday + 1
}
