import type { Condition, ConditionOf } from '../protocol/condition.ts'
import { all, any, not } from '../truth.ts'
import { evaluateAge } from './age.ts'
import { evaluateDuration } from './duration.ts'
import { evaluateEvent } from './event.ts'
import { type Finding, finding, join } from './finding.ts'
import { evaluateAttestation, evaluateLatest } from './latest.ts'
import { evaluateQuantity } from './quantity.ts'
import type { Setting } from './setting.ts'

/** The answer of a condition for the setting's day. Pure and total: whatever is missing makes it unknown. */
export function evaluate(condition: Condition, setting: Setting): Finding {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(part => evaluate(part, setting))
      return join(all(parts.map(({ truth }) => truth)), parts)
    }
    case 'any': {
      const parts = condition.of.map(part => evaluate(part, setting))
      return join(any(parts.map(({ truth }) => truth)), parts)
    }
    case 'not': {
      const part = evaluate(condition.of, setting)
      return { ...part, truth: not(part.truth) }
    }
    case 'by_reading':
      return evaluate(chosenCase(condition, setting), setting)
    case 'age':
      return evaluateAge(condition, setting)
    case 'sex':
      return evaluateSex(condition, setting)
    case 'quantity':
      return evaluateQuantity(condition, setting)
    case 'event':
      return evaluateEvent(condition, setting)
    case 'duration':
      return evaluateDuration(condition, setting)
    case 'latest':
      return evaluateLatest(condition, setting)
    case 'attestation':
      return evaluateAttestation(condition, setting)
    case 'never':
      return { truth: 'false', because: [], facts: [], missing: [], assumesRenewal: false }
  }
}

function chosenCase({ reading, cases }: ConditionOf<'by_reading'>, setting: Setting): Condition {
  const chosen = setting.choices[reading]
  const condition = chosen === undefined ? undefined : cases[chosen]
  if (condition === undefined) throw new Error(`reading ${reading} has no case ${chosen ?? '(not chosen)'}`)
  return condition
}

function evaluateSex({ is }: ConditionOf<'sex'>, { chart }: Setting): Finding {
  const { sex } = chart.candidate
  if (sex === 'unknown') return finding('unknown', { code: 'sex_unknown' }, [], [{ what: 'sex' }])
  return finding(sex === is ? 'true' : 'false', { code: 'sex_is', sex })
}
