import { say } from '../eligibility/phrases.ts'
import { attributeName, factNames, valueName } from '../names.ts'
import type { LocalizedText } from '../text.ts'
import type { EventSelector, Where } from './condition.ts'
import { alternativesOf, decided, list, quoted, type Telling } from './telling.ts'

/** An event with the types and attributes that make it count. */
export function selectorWords({ topic, types, where = [] }: EventSelector, telling: Telling): LocalizedText {
  const named = types === undefined ? undefined : decided(types, telling, valuesWords)
  const details = [...(named ? [named] : []), ...where.map(clause => clauseWords(clause, telling))]
  const { en, 'zh-CN': zh } = factNames[topic]
  if (details.length === 0) return say(en, zh)
  const told = list(details, [', ', '，'])
  return say(`${en} (${told.en})`, `${zh}（${told['zh-CN']}）`)
}

/** One attribute and the values that count. */
export function clauseWords(clause: Where, telling: Telling): LocalizedText {
  const { en, 'zh-CN': zh } = attributeName(clause.attribute)
  const values = decided(clause.in, telling, valuesWords)
  const stated = valued({ en, 'zh-CN': zh }, values)
  const judged = clause.judged
    ? say(`${stated.en} in the investigator's judgement`, `经研究者判断${stated['zh-CN']}`)
    : stated
  if (clause.undecided === undefined) return judged
  const open = quoted(valuesWords(clause.undecided))
  return say(`${judged.en} – ${open.en} leaves it open`, `${judged['zh-CN']}，${open['zh-CN']}视为未定`)
}

function valued({ en, 'zh-CN': zh }: LocalizedText, values: LocalizedText | undefined): LocalizedText {
  if (values === undefined) return say(`${en}: as the reading says`, `${zh}按解读而定`)
  return values.en === 'yes' ? say(en, zh) : say(`${en}: ${values.en}`, `${zh}为${values['zh-CN']}`)
}

function valuesWords(values: readonly (string | number)[]): LocalizedText {
  return alternativesOf(values.map(valueName))
}
