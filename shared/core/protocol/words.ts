import { say } from '../eligibility/phrases.ts'
import type { LocalizedText } from '../text.ts'
import { atomWords } from './atom-words.ts'
import type { Condition, ConditionOf } from './condition.ts'
import { type ChosenReadings, isByReading, type Reading } from './reading.ts'
import { list, quoted, type Telling } from './telling.ts'

/**
 * A rule as a clinician would say it. Where a reading is chosen the rule is told as it is applied; where it is not, the
 * words leave it open and name the reading that it depends on.
 */
export function conditionWords(
  condition: Condition,
  readings: readonly Reading[],
  chosen: ChosenReadings = {},
): LocalizedText {
  const telling: Telling = { readings, chosen, footnotes: new Map() }
  const body = wordsOf(condition, false, telling)
  const asked = openReadings(condition, telling).map(id => questionOf(id, telling))
  const depends = asked.length === 0 ? [] : [dependsOn(asked)]
  return list([body, ...telling.footnotes.values(), ...depends], ['. ', '。'])
}

/** Turns a denial around and looks through chosen readings, until something is left that has words of its own. */
function wordsOf(condition: Condition, denied: boolean, telling: Telling): LocalizedText {
  switch (condition.kind) {
    case 'not':
      return wordsOf(condition.of, !denied, telling)
    case 'all':
    case 'any':
      return joined(condition, denied, telling)
    case 'by_reading': {
      const taken = caseOf(condition, telling)
      return taken ? wordsOf(taken, denied, telling) : everyCase(condition, denied, telling)
    }
    case 'age':
    case 'sex':
    case 'quantity':
    case 'event':
    case 'duration':
    case 'latest':
    case 'attestation':
    case 'never':
      return atomWords(condition, denied, telling)
  }
}

/** "Not all of" is "one of them not": exact in the four-valued logic too, so a denial always reaches the atoms. */
function joined(condition: ConditionOf<'all' | 'any'>, denied: boolean, telling: Telling): LocalizedText {
  const isAny = (condition.kind === 'any') !== denied
  const heard = condition.of.filter(part => !isSilent(part, denied, isAny, telling))
  const parts = heard.map(part => {
    const words = wordsOf(part, denied, telling)
    return heard.length > 1 && isCompound(part, telling)
      ? say(`(${words.en})`, `（${words['zh-CN']}）`)
      : words
  })
  if (parts.length === 0) return atomWords({ kind: 'never' }, !isAny, telling)
  return isAny ? list(parts, ['; or ', '；或']) : list(parts, ['; and ', '；且'])
}

/** A part that a chosen reading leaves out of account decides nothing among others, and is not told. */
function isSilent(part: Condition, denied: boolean, isAny: boolean, telling: Telling): boolean {
  if (part.kind === 'not') return isSilent(part.of, !denied, isAny, telling)
  if (part.kind === 'never') return denied !== isAny
  const taken = part.kind === 'by_reading' ? caseOf(part, telling) : undefined
  return taken !== undefined && isSilent(taken, denied, isAny, telling)
}

function isCompound(part: Condition, telling: Telling): boolean {
  if (part.kind === 'not') return isCompound(part.of, telling)
  if (part.kind !== 'by_reading') return part.kind === 'all' || part.kind === 'any'
  const taken = caseOf(part, telling)
  return taken === undefined || isCompound(taken, telling)
}

function caseOf({ reading, cases }: ConditionOf<'by_reading'>, { chosen }: Telling): Condition | undefined {
  const alternative = chosen[reading]
  return alternative === undefined ? undefined : cases[alternative]
}

/** "under “first answer”: rule; under “second answer”: rule". */
function everyCase(
  { reading: id, cases }: ConditionOf<'by_reading'>,
  denied: boolean,
  telling: Telling,
): LocalizedText {
  const reading = telling.readings.find(known => known.id === id)
  const answers = Object.entries(cases).map(([alternative, condition]) => {
    const label = reading?.alternatives.find(known => known.id === alternative)?.label
    const words = wordsOf(condition, denied, telling)
    const under = quoted(label ?? say(alternative, alternative))
    return say(`under ${under.en}: ${words.en}`, `按${under['zh-CN']}：${words['zh-CN']}`)
  })
  return list(answers, ['; ', '；'])
}

/** The readings that a rule turns on and that nobody chose, each once; those of cases not taken are not asked for. */
function openReadings(part: unknown, { chosen }: Telling): string[] {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const alternative = isByReading(value) ? chosen[value.reading] : undefined
    if (isByReading(value) && alternative !== undefined) {
      visit(value.cases[alternative])
      return
    }
    if (isByReading(value)) found.add(value.reading)
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(part)
  return [...found]
}

function questionOf(id: string, { readings }: Telling): LocalizedText {
  return readings.find(reading => reading.id === id)?.question ?? say(id, id)
}

function dependsOn(questions: readonly LocalizedText[]): LocalizedText {
  const { en, 'zh-CN': zh } = list(questions.map(quoted), [', ', '、'])
  return say(`Depends on the reading${questions.length === 1 ? '' : 's'} ${en}`, `取决于解读${zh}`)
}
