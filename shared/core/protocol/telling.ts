import { say } from '../eligibility/phrases.ts'
import type { LocalizedText } from '../text.ts'
import { type ChosenReadings, isByReading, type Reading, type Resolved } from './reading.ts'

/** What the words of one rule have in common. */
export interface Telling {
  readonly readings: readonly Reading[]
  readonly chosen: ChosenReadings
  /** Said once at the end, however many statements they belong to. */
  readonly footnotes: Map<string, LocalizedText>
}

/** "a, b or c". */
export function alternativesOf(names: readonly LocalizedText[]): LocalizedText {
  const last = names.at(-1)
  if (last === undefined || names.length === 1) return last ?? say('–', '–')
  const before = list(names.slice(0, -1), [', ', '、'])
  return say(`${before.en} or ${last.en}`, `${before['zh-CN']}或${last['zh-CN']}`)
}

/** The words of a value, or undefined where they depend on a reading that is not chosen. */
export function decided<V>(
  value: V,
  telling: Telling,
  words: (value: Resolved<V>) => LocalizedText,
): LocalizedText | undefined {
  const told = distinct(casesOf(value, telling).map(words))
  return told.length === 1 ? told[0] : undefined
}

/** A value, or every case of it where it depends on a reading that is not chosen. */
export function casesOf<V>(value: V, { chosen }: Telling): Resolved<V>[] {
  if (!isByReading(value)) return [value as Resolved<V>]
  const alternative = chosen[value.reading]
  const taken = alternative === undefined ? undefined : value.cases[alternative]
  return (taken === undefined ? Object.values(value.cases) : [taken]) as Resolved<V>[]
}

/** Without those that read the same. */
export function distinct(texts: readonly LocalizedText[]): LocalizedText[] {
  return texts.filter((one, index) => texts.findIndex(({ en }) => en === one.en) === index)
}

/** Keeps a note for the end of the rule. */
export function footnote(key: string, text: LocalizedText | undefined, { footnotes }: Telling): void {
  if (text) footnotes.set(`${key} ${text.en}`, text)
}

/** Texts one after the other, with what stands between them in each language. */
export function list(parts: readonly LocalizedText[], [en, zh]: readonly [string, string]): LocalizedText {
  return say(parts.map(part => part.en).join(en), parts.map(part => part['zh-CN']).join(zh))
}

/** In quotation marks; those inside become single ones. */
export function quoted({ en, 'zh-CN': zh }: LocalizedText): LocalizedText {
  return say(`“${en.replace(/"([^"]*)"/g, '‘$1’')}”`, `“${zh.replaceAll('“', '‘').replaceAll('”', '’')}”`)
}
