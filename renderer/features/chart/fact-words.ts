import { use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { type FactContent, type FactContentOf, isChosen } from '#shared/core/facts/content.ts'
import type { FactSource } from '#shared/core/facts/fact.ts'
import { attributeName, factNames, valueName } from '#shared/core/names.ts'
import { assertNever, type Language } from '#shared/core/text.ts'
import { cellsText } from '../../components/cells-text.ts'
import { dateText, spanText, timeText, unitText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { safetyDetails, safetyText, safetyTitle } from '../safety/words/safety-text.ts'
import type { Speech } from './speech.ts'
import { TrialNames } from './trial/trial-names.ts'
import { trialText } from './trial/trial-words.ts'

export type { Speech }

export function useSpeech(): Speech {
  const { t } = useTranslation('chart')
  const language = useLanguage()
  const trial = use(TrialNames)
  return useMemo(() => ({ language, t, trial }), [language, t, trial])
}

/** What a fact says in a line: what it is about, and its details in the order of charting. */
export interface FactLine {
  readonly title: string
  readonly details: readonly string[]
}

const TIMES = ['on', 'from', 'to']

/** Attributes whose value says by itself what it is. */
const SPEAKING = new Set([
  ...[
    'name',
    'term',
    'agent',
    'product',
    'type',
    'status',
    'protocol',
    'manifestation',
    'certainty',
    'result',
  ],
  ...[
    'description',
    'relation',
    'grade',
    'westHaven',
    'modality',
    'dose',
    'instrument',
    'organism',
    'line',
    'breathing',
    'visit',
    'how',
  ],
])

/** A fact in one line, without its time. */
export function factLine(content: FactContent, speech: Speech): FactLine {
  const { language } = speech
  if (content.kind === 'laboratory')
    return { title: testName(content.loinc, language), details: [resultText(content)] }
  if (content.kind === 'negative_finding') return negativeLine(content, speech)
  if (content.kind === 'not_known') return notKnownLine(content, speech)
  if (content.kind === 'judgement') return judgementLine(content, speech)
  const title = safetyTitle(content, speech) ?? factTitle(content.kind, language)
  return { title, details: safetyDetails(content, speech) ?? attributesOf(content, speech) }
}

function judgementLine(content: FactContentOf<'judgement'>, speech: Speech): FactLine {
  const answer = attributeWords(content, 'answer', speech)
  return {
    title: factTitle('judgement', speech.language),
    details: [content.protocol, answer, content.ground, content.judgedBy],
  }
}

function notKnownLine(content: FactContentOf<'not_known'>, { language, t }: Speech): FactLine {
  return { title: subjectName(content, language), details: [t(`state.${content.state}`), content.ground] }
}

/** The name of a kind of fact as it begins a line. */
export function factTitle(kind: FactContent['kind'], language: Language): string {
  return capital(factNames[kind][language])
}

/** The name of an attribute as it stands before a field; a bare unit is the unit of the value. */
export function attributeTitle(attribute: string, { language, t }: Speech): string {
  const { label, unit } = attributeParts(attribute, language)
  return label === '' ? t('form.inUnit', { unit }) : capital(attributeName(attribute)[language])
}

const UNIT_AT_END =
  /^(?<label>.*?) ?(?<unit>mmHg|mm|cm\/s|cm|kPa|kg|mL\/min|mL|%|°C|℃|\/min|grams|litres|升)$/

/** The names of measured attributes end with their unit, which belongs after the number. */
function attributeParts(attribute: string, language: Language): { label: string; unit: string } {
  const name = attributeName(attribute)[language]
  const { label = name, unit = '' } = UNIT_AT_END.exec(name)?.groups ?? {}
  return { label, unit }
}

/** Begins a line in a language that has capitals. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A test by its abbreviation, or by the code of one that Lobule does not interpret. */
export function testName(loinc: string, language: Language): string {
  const analyte = analyteOfLoinc(loinc)
  if (analyte === undefined) return `LOINC ${loinc}`
  const { abbreviation, name } = analytes[analyte]
  const full = name[language]
  return abbreviation === full ? abbreviation : `${abbreviation} ${full}`
}

/** A result as printed, with the control of its run. */
export function resultText(content: FactContentOf<'laboratory'>): string {
  const unit = unitText(content.unit)
  return `${content.comparator ?? ''}${content.value}${unit && ` ${unit}`}`
}

/** The printed reference range, `9 – 50`; empty where none was printed. */
export function rangeText(range: FactContentOf<'laboratory'>['range']): string {
  if (range?.low !== undefined && range.high !== undefined) return `${range.low} – ${range.high}`
  if (range?.high !== undefined) return `≤ ${range.high}`
  return range?.low === undefined ? '' : `≥ ${range.low}`
}

/** When it happened, as charted; `…` for a side that is not known. */
export function whenText(content: FactContent, { language, t }: Speech): string {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  if (on !== undefined) return timeText(on, language)
  if (content.kind === 'negative_finding' && from === undefined)
    return t('when.upTo', { date: dateText(content.to, language) })
  // A visit without a last day was on one day.
  if (content.kind === 'visit') return spanText(content.from, content.to, language)
  const start = from === undefined ? '…' : timeText(from, language)
  if (to === 'ongoing') {
    if (from === undefined) return valueName('ongoing')[language]
    return t('when.since', { date: start })
  }
  if (from !== undefined && to !== undefined) return spanText(from, to, language)
  return from === undefined && to === undefined
    ? '…'
    : `${start} – ${to === undefined ? '…' : timeText(to, language)}`
}

/** Where a fact comes from, in a few words. */
export function sourceText(source: FactSource, { t }: Speech): string {
  switch (source.kind) {
    case 'typed':
      return t('source.typed')
    case 'report':
      return t('source.report', { reference: source.reference })
    case 'device':
      return t('source.device', { name: source.name })
    case 'file':
      return t('source.file', { name: source.name, row: source.row })
    default:
      return assertNever(source, 'source')
  }
}

/** Every attribute of a content but its kind and times, as name and value. */
export function attributeRows(content: FactContent, speech: Speech): AttributeRow[] {
  const { language, t } = speech
  return Object.keys(content)
    .filter(attribute => attribute !== 'kind' && !isTime(content, attribute))
    .map(attribute => {
      const { label, unit } = attributeParts(attribute, language)
      const text = valueText(content, attribute, speech)
      return {
        attribute,
        name: label === '' ? t('form.measured') : capital(label),
        value: unit === '' ? text : `${text} ${unit}`,
      }
    })
}

/** A report goes to somebody: there the name of an end is a recipient's. */
function isTime(content: FactContent, attribute: string): boolean {
  return TIMES.includes(attribute) && !(attribute === 'to' && isChosen(content.kind, 'to'))
}

interface AttributeRow {
  readonly attribute: string
  readonly name: string
  readonly value: string
}

const CELLS = new Set(['plannedCells', 'givenCells'])

/** What is said in our words; free text stays as it was written. */
const WORDS = new Set(['state', 'control', 'to'])

/** The value of an attribute in words; times and units as they are printed. */
export function valueText(content: FactContent, attribute: string, speech: Speech): string {
  const { language } = speech
  const value: unknown = (content as Record<string, unknown>)[attribute]
  if (value === undefined || value === null) return '–'
  const own = trialText(content, attribute, speech) ?? safetyText(content, attribute, speech)
  if (own !== undefined) return own
  if (Array.isArray(value))
    return value.map(one => valueName(one)[language]).join(language === 'en' ? ', ' : '、')
  if (attribute === 'about') return factTitle(value as FactContent['kind'], language)
  if (attribute === 'analyte') return analytes[value as keyof typeof analytes].name[language]
  if (attribute === 'loinc') return `${testName(String(value), language)} · LOINC ${String(value)}`
  if (attribute === 'unit') return unitText(String(value)) || String(value)
  if (attribute === 'range') return rangeText(value as FactContentOf<'laboratory'>['range']) || '–'
  if (isTime(content, attribute) && value !== 'ongoing') return timeText(String(value), language)
  if (CELLS.has(attribute)) return cellsText(String(value))
  const isOurs = WORDS.has(attribute) || isChosen(content.kind, attribute)
  return isOurs ? valueName(value)[language] : String(value)
}

function subjectName(content: FactContentOf<'not_known'>, language: Language): string {
  return content.analyte ? analytes[content.analyte].name[language] : factTitle(content.about, language)
}

function negativeLine(content: FactContentOf<'negative_finding'>, speech: Speech): FactLine {
  const subject = factNames[content.about][speech.language]
  return {
    title: speech.t('noSuch', { subject }),
    details: [
      ...(content.types ? [valueText(content, 'types', speech)] : []),
      attributeWords(content, 'askedOf', speech),
    ],
  }
}

/** Who measured and with what comes after what was measured. */
const LAST = ['examiner', 'device']

function attributesOf(content: FactContent, speech: Speech): string[] {
  const attributes = Object.keys(content).filter(
    attribute => attribute !== 'kind' && !isTime(content, attribute),
  )
  const sorted = attributes.toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b))
  return sorted.map(attribute =>
    SPEAKING.has(attribute)
      ? valueText(content, attribute, speech)
      : attributeWords(content, attribute, speech),
  )
}

function attributeWords(content: FactContent, attribute: string, speech: Speech): string {
  const { language } = speech
  const { label, unit } = attributeParts(attribute, language)
  const text = valueText(content, attribute, speech)
  const measured = unit === '' ? text : `${text} ${unit}`
  if (label === '') return measured
  return `${label}${language === 'en' ? ' ' : '：'}${measured}`
}
