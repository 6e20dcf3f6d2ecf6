import { type FactContent, isChosen } from '#shared/core/facts/content.ts'
import type { Cell } from '../csv.ts'
import type { CurrentFact } from '../current-facts.ts'
import type { KindDefinition, Test } from './kind-definition.ts'
import { capitals, cellOf, spanOf, type Values, type Written } from './written.ts'

/** The times of a fact, and the trial, which stands in STUDYID. */
const ALWAYS = ['on', 'from', 'to', 'protocol'] as const

/** A fact by the definition of its kind. */
export function writeKind({ content, enteredAt }: CurrentFact, definition: KindDefinition): Written {
  const { domain, as = {}, tests, topicFrom } = definition
  const used = [...usedTimes(content), ...Object.keys(as), ...Object.keys(tests ?? {})]
  if (topicFrom !== undefined) used.push(topicFrom)
  const common = commonValues(content, definition)
  const rows = isFinding(definition)
    ? findings(content, definition).map(row => ({ ...findingTime(content, domain), ...row }))
    : [{ ...topicOf(content, definition), ...ruledOut(content), ...spanOf(content, domain, enteredAt) }]
  return { parts: rows.map(values => ({ domain, values: { ...common, ...values } })), used }
}

/** To whom a report went is no time. */
function usedTimes({ kind }: FactContent): string[] {
  return ALWAYS.filter(name => kind !== 'safety_report' || name !== 'to')
}

/** Findings are what has no name of a treatment or an event. */
function isFinding({ domain }: KindDefinition): boolean {
  return !['MH', 'CM', 'PR', 'EX'].includes(domain)
}

function attributesOf(content: FactContent): Readonly<Record<string, unknown>> {
  return { ...content }
}

function commonValues(content: FactContent, definition: KindDefinition): Values {
  const { domain, category, as = {}, fixed = {}, doseUnit } = definition
  const attributes = attributesOf(content)
  const values: Record<string, Cell | undefined> = { [`${domain}CAT`]: category }
  for (const [suffix, value] of Object.entries(fixed)) values[`${domain}${suffix}`] = value
  for (const [attribute, suffix] of Object.entries(as)) {
    const cell = cellOf(content, attribute, attributes[attribute])
    if (cell !== undefined) values[`${domain}${suffix}`] = cell
  }
  if (doseUnit !== undefined && values[`${domain}DOSE`] !== undefined) values[`${domain}DOSU`] = doseUnit
  return values
}

function topicOf(content: FactContent, { domain, topic, topicFrom }: KindDefinition): Values {
  const named = topicFrom === undefined ? undefined : attributesOf(content)[topicFrom]
  return { [`${domain}${domain === 'MH' ? 'TERM' : 'TRT'}`]: typeof named === 'string' ? named : topic }
}

/** What was looked for and ruled out did not occur: a row of it alone would say that it did. */
function ruledOut(content: FactContent): Values {
  const isOut = content.kind === 'liver_malignancy' && content.certainty === 'ruled_out'
  return isOut ? { MHPRESP: 'Y', MHOCCUR: 'N' } : {}
}

function findingTime(content: FactContent, domain: string): Values {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  const end = content.kind === 'safety_report' ? undefined : to
  return { [`${domain}DTC`]: on ?? from, [`${domain}ENDTC`]: end }
}

/** A row for each test that has a result; one for the examination as such where none has. */
function findings(content: FactContent, { domain, tests = {}, topic, fixed }: KindDefinition): Values[] {
  const attributes = attributesOf(content)
  const rows = Object.entries(tests).flatMap(([attribute, test]) => {
    const value = attributes[attribute]
    return value === undefined ? [] : [resultOf(domain, test, textOf(content, attribute, value))]
  })
  if (rows.length > 0 || fixed?.['TESTCD'] !== undefined) return rows.length > 0 ? rows : [{}]
  return [{ [`${domain}TESTCD`]: `${domain}ALL`, [`${domain}TEST`]: topic }]
}

function textOf({ kind }: FactContent, attribute: string, value: unknown): string {
  const text = String(value)
  return isChosen(kind, attribute) || kind === 'result_assessment' ? capitals(text) : text
}

/** A result as charted; it is standard already, for the names of attributes say their unit. */
export function resultOf(prefix: string, { code, name, unit }: Test, result: string): Values {
  const number = /^-?\d+(?:\.\d+)?$/.test(result)
  const cell: Cell = number ? { printed: result } : result
  return {
    [`${prefix}TESTCD`]: code,
    [`${prefix}TEST`]: name.en,
    [`${prefix}ORRES`]: cell,
    [`${prefix}ORRESU`]: unit,
    [`${prefix}STRESC`]: cell,
    [`${prefix}STRESN`]: number ? cell : undefined,
    [`${prefix}STRESU`]: unit,
  }
}
