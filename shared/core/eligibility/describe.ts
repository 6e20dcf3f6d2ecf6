import { analyteOfLoinc, analytes } from '../analytes.ts'
import { type FactContent, type FactContentOf, isChosen } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { listWords } from '../facts/list-words.ts'
import { safetyWords } from '../facts/safety-words.ts'
import { minute } from '../facts/word-parts.ts'
import { attributeName, factNames, valueName } from '../names.ts'
import { type LocalizedText, verbatim } from '../text.ts'
import type { Evidence } from './verdict.ts'

/** A fact as evidence: which, of when, and what it says. */
export function evidenceOf(fact: Fact): Evidence {
  const { id, version, content } = fact
  return { fact: id, version, kind: content.kind, date: timeText(content), text: describeFact(content) }
}

/** The time of a fact as charted, in words that need no language; `…` for a side that is not known. */
function timeText(content: FactContent): string {
  const { on, from, to } = timesOf(content)
  if (on !== undefined) return on
  if (from !== undefined && from === to) return from
  return `${from ?? '…'} – ${to === 'ongoing' ? '' : (to ?? '…')}`.trimEnd()
}

/** A fact with its time, as a phrase inside an explanation. */
export function phraseOf({ content }: Fact): LocalizedText {
  const text = describeFact(content)
  const { from, to } = timesOf(content)
  const time = timeText(content)
  if (to === 'ongoing' && from !== undefined) {
    return { en: `${text.en} since ${from}`, 'zh-CN': `${text['zh-CN']}（${from} 起）` }
  }
  const joint = time.includes(' – ') ? ',' : time.length < 10 ? ' in' : ' on'
  return { en: `${text.en}${joint} ${time}`, 'zh-CN': `${text['zh-CN']}（${time}）` }
}

/** The times as charted, instants to the minute: `2026-11-18 07:40`. */
function timesOf(content: FactContent) {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  return { on: toMinute(on), from: toMinute(from), to: toMinute(to) }
}

function toMinute(time: string | undefined): string | undefined {
  return time === undefined || time.length <= 10 ? time : time.slice(0, 16).replace('T', ' ')
}

/** What a fact says, in one line, without its time. */
export function describeFact(content: FactContent): LocalizedText {
  if (content.kind === 'laboratory') return describeResult(content)
  if (content.kind === 'negative_finding') return describeNegative(content)
  if (content.kind === 'not_known') return describeNotKnown(content)
  if (content.kind === 'judgement') return describeJudgement(content)
  return describeAttributes(content)
}

function describeJudgement({ answer, judgedBy, ground }: FactContentOf<'judgement'>): LocalizedText {
  return {
    en: `investigator judged ${answer} (${judgedBy}: ${ground})`,
    'zh-CN': `研究者判断：${valueName(answer)['zh-CN']}（${judgedBy}：${ground}）`,
  }
}

function describeResult(content: FactContentOf<'laboratory'>): LocalizedText {
  const analyte = analyteOfLoinc(content.loinc)
  const known = analyte && analytes[analyte]
  const value = `${content.comparator ?? ''}${content.value} ${content.unit}`
  const control = content.control === 'not_printed' ? '' : (content.control ?? '')
  const code = `LOINC ${content.loinc}`
  return {
    en: `${known?.abbreviation ?? code} ${value}${control && ` (control ${control} ${content.unit})`}`,
    'zh-CN': `${known?.name['zh-CN'] ?? code} ${value}${control && `（对照 ${control} ${content.unit}）`}`,
  }
}

function describeNegative({ about, types }: FactContentOf<'negative_finding'>): LocalizedText {
  const only = (language: 'en' | 'zh-CN') =>
    types === undefined ? '' : ` (${types.map(type => valueName(type)[language]).join(', ')})`
  return {
    en: `no ${factNames[about].en}${only('en')}`,
    'zh-CN': `无${factNames[about]['zh-CN']}${only('zh-CN')}`,
  }
}

function describeNotKnown({ about, analyte, state, ground }: FactContentOf<'not_known'>): LocalizedText {
  const subject = analyte ? analytes[analyte].name : factNames[about]
  return state === 'unknown'
    ? {
        en: `${subject.en}: asked, not to be had (${ground})`,
        'zh-CN': `${subject['zh-CN']}：已询问，无法获得（${ground}）`,
      }
    : { en: `${subject.en}: not applicable (${ground})`, 'zh-CN': `${subject['zh-CN']}：不适用（${ground}）` }
}

const timeFields = new Set(['kind', 'on', 'from', 'to', 'protocol', 'question'])
/** Names of other facts, which say nothing to a reader. */
const references = new Set(['event', 'result'])

/** Some names mean something else in a fact about safety. */
function labelOf({ kind }: FactContent, key: string): LocalizedText {
  if (kind === 'safety_report' && key === 'to') return attributeName('reportedTo')
  return attributeName(kind === 'adverse_event' && key === 'answers' ? 'questionsAnswered' : key)
}

/** What a line does not say: its time, which is told beside it, and which other fact is meant. */
function isLeftOut({ kind }: FactContent, key: string): boolean {
  if (kind === 'safety_report' && key === 'to') return false
  const refers = kind === 'adverse_event' || kind === 'causality' || kind === 'safety_report'
  const isReference = references.has(key) && (refers || kind === 'unblinding' || kind === 'result_assessment')
  return timeFields.has(key) || isReference
}

function describeAttributes(content: FactContent): LocalizedText {
  const attributes = Object.entries(content).filter(([key]) => !isLeftOut(content, key))
  const text = (language: 'en' | 'zh-CN') => {
    const joint = language === 'en' ? ' ' : '：'
    const list = attributes.map(
      ([key, value]) =>
        `${labelOf(content, key)[language]}${joint}${attributeText(content, key, value)[language]}`,
    )
    const name = factNames[content.kind][language]
    if (list.length === 0) return name
    return language === 'en' ? `${name} (${list.join(', ')})` : `${name}（${list.join('，')}）`
  }
  return { en: text('en'), 'zh-CN': text('zh-CN') }
}

function attributeText({ kind }: FactContent, key: string, value: unknown): LocalizedText {
  if (key === 'watchedUntil') return verbatim(minute(String(value)))
  const said = safetyWords(kind, key, value) ?? listWords(key, value)
  return said ?? (isChosen(kind, key) ? valueName(value) : verbatim(String(value)))
}
