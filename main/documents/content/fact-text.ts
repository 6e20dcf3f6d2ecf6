import { analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { dayOf } from '#shared/core/civil-date.ts'
import { evidenceOf } from '#shared/core/eligibility/describe.ts'
import { type FactContent, type FactContentOf, isChosen } from '#shared/core/facts/content.ts'
import type { Fact, FactSource } from '#shared/core/facts/fact.ts'
import { listWords } from '#shared/core/facts/list-words.ts'
import { safetyWords } from '#shared/core/facts/safety-words.ts'
import { attributeName, factNames, valueName } from '#shared/core/names.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import { assertNever, type LocalizedText, verbatim } from '#shared/core/text.ts'
import { common } from '../words/common.ts'
import { eligibilityWords, sourceNames } from '../words/eligibility-words.ts'
import { minuteText } from './times.ts'

/** One attribute that two versions of a fact differ in. */
export interface Difference {
  readonly name: LocalizedText
  readonly before: LocalizedText
  readonly after: LocalizedText
}

/** What a fact says, without its time; an event and its judgement in short, because they are printed in full. */
export function factText(fact: Fact): LocalizedText {
  return shortText(fact.content) ?? evidenceOf(fact).text
}

function shortText(content: FactContent): LocalizedText | undefined {
  if (content.kind === 'adverse_event') return joined(factNames.adverse_event, content.term)
  if (content.kind !== 'causality') return undefined
  const category = valueName(content.whoUmc.category)
  return {
    en: `${factNames.causality.en} (WHO-UMC: ${category.en})`,
    'zh-CN': `${factNames.causality['zh-CN']}（WHO-UMC：${category['zh-CN']}）`,
  }
}

/** When it was, as charted. */
export function whenText(content: FactContent): LocalizedText {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  if (on !== undefined) return verbatim(minuteText(on))
  if (from !== undefined && from === to) return verbatim(minuteText(from))
  if (content.kind === 'negative_finding' && from === undefined) {
    return joined(eligibilityWords.upTo, minuteText(content.to))
  }
  const start = from === undefined ? '…' : minuteText(from)
  if (to !== 'ongoing') return verbatim(`${start} – ${to === undefined ? '…' : minuteText(to)}`)
  return { en: `${start} – ${common.ongoing.en}`, 'zh-CN': `${start} – ${common.ongoing['zh-CN']}` }
}

/** What a report prints beside a value. */
export function printedBeside(content: FactContent): LocalizedText | undefined {
  if (content.kind !== 'laboratory') return undefined
  const { range, laboratory, unit, loinc } = content
  const parts = [
    ...(range ? [joined(eligibilityWords.range, `${rangeText(range)} ${unit}`)] : []),
    ...(laboratory === undefined ? [] : [joined(eligibilityWords.laboratory, laboratory)]),
    verbatim(`LOINC ${loinc}`),
  ]
  return { en: parts.map(({ en }) => en).join(', '), 'zh-CN': parts.map(part => part['zh-CN']).join('，') }
}

/** How many days after it happened something of one known day was entered. */
export function entryDelay({
  content,
  enteredAt,
}: Pick<UsedFact, 'content' | 'enteredAt'>): number | undefined {
  const { on } = content as { on?: string }
  if (on === undefined || on.length < 10) return undefined
  return dayOf(enteredAt.slice(0, 10)) - dayOf(on.slice(0, 10))
}

/** Where a fact comes from. */
export function sourceText(source: FactSource): LocalizedText {
  switch (source.kind) {
    case 'typed':
      return sourceNames.typed
    case 'report':
      return joined(sourceNames.report, source.reference)
    case 'device':
      return joined(sourceNames.device, source.name)
    case 'file':
      return {
        en: `${sourceNames.file.en} ${source.name}, row ${source.row}`,
        'zh-CN': `${sourceNames.file['zh-CN']} ${source.name}，第 ${source.row} 行`,
      }
    default:
      return assertNever(source, 'source')
  }
}

/** What changed between two versions of a fact; null for one that says nothing any more. */
export function differencesOf(
  fact: Fact,
  before: FactContent | null,
  after: FactContent | null,
): Difference[] {
  if (before === null || after === null) {
    return [
      { name: eligibilityWords.wholeFact, before: wholeText(fact, before), after: wholeText(fact, after) },
    ]
  }
  const old = attributesOf(before)
  const now = attributesOf(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
    .map(name => ({
      name: attributeName(name),
      before: wordsOf(before, name, old[name]),
      after: wordsOf(after, name, now[name]),
    }))
}

function wordsOf({ kind }: FactContent, name: string, value: unknown): LocalizedText {
  const own = value === undefined ? undefined : safetyWords(kind, name, value)
  return own ?? valueText(kind, name, value)
}

/** A result is one attribute, with its sign and its unit as printed. */
function attributesOf(content: FactContent): Record<string, unknown> {
  if (content.kind !== 'laboratory') return { ...content }
  const { comparator = '', value, unit, ...rest } = content
  return { ...rest, value: `${comparator}${value} ${unit}` }
}

function wholeText(fact: Fact, content: FactContent | null): LocalizedText {
  if (content === null) return eligibilityWords.removed
  const text = factText({ ...fact, content })
  const when = whenText(content)
  return { en: `${text.en}, ${when.en}`, 'zh-CN': `${text['zh-CN']}，${when['zh-CN']}` }
}

const TIMES = new Set(['on', 'from', 'to', 'watchedUntil'])
/** Said in a list of our own, whatever kind it is. */
const WORDS = new Set(['state', 'control'])

function valueText(kind: FactContent['kind'], name: string, value: unknown): LocalizedText {
  if (value === undefined) return verbatim('–')
  if (TIMES.has(name)) return value === 'ongoing' ? common.ongoing : verbatim(minuteText(String(value)))
  const list = listWords(name, value)
  if (list) return list
  if (name === 'about') return factNames[value as keyof typeof factNames]
  if (name === 'loinc') return verbatim(testName(String(value)))
  if (name === 'range') return verbatim(rangeText(value as NonNullable<FactContentOf<'laboratory'>['range']>))
  return WORDS.has(name) || isChosen(kind, name) ? valueName(value) : verbatim(String(value))
}

function testName(loinc: string): string {
  const analyte = analyteOfLoinc(loinc)
  return `${analyte ? `${analytes[analyte].abbreviation} · ` : ''}LOINC ${loinc}`
}

function rangeText({ low, high }: NonNullable<FactContentOf<'laboratory'>['range']>): string {
  if (low !== undefined && high !== undefined) return `${low} – ${high}`
  if (high !== undefined) return `≤ ${high}`
  return low === undefined ? '–' : `≥ ${low}`
}

function joined(label: LocalizedText, value: string): LocalizedText {
  return { en: `${label.en} ${value}`, 'zh-CN': `${label['zh-CN']} ${value}` }
}
