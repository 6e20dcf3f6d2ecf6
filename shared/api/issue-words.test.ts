import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/api/contract.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { ReadingsFile } from '#shared/core/protocol/reading.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { issuesOf } from './errors.ts'
import { issueTable, issueValues } from './issue-table.ts'
import { chineseIssue, issueText } from './issue-words.ts'
import type { Contract } from './procedure.ts'

const whole: Contract = contract
const inputs = Object.values(whole).flatMap(methods => Object.values(methods).map(({ input }) => input))
const schemas: z.ZodType[] = [...inputs, Chart, ProtocolDefinition, ReadingsFile, SiteCriteria]

const WRONG = [
  ...[
    undefined,
    null,
    true,
    -1,
    0,
    1.5,
    1e12,
    '',
    'x',
    '-1',
    '0',
    '2026-02-30',
    'ab cd',
    '+08:00',
    '9999-99',
  ],
  ...['x'.repeat(2_000_001), [], Array(3000).fill('x'), {}, { surprise: 1 }, { 'Not a name': 'x' }],
]

/** What a schema and every part of it say of values that are wrong. */
function provoked(roots: readonly z.ZodType[]): Set<string> {
  const seen = new Set<z.core.$ZodType>()
  const messages = new Set<string>()
  const visit = (schema: z.core.$ZodType): void => {
    if (seen.has(schema)) return
    seen.add(schema)
    for (const value of WRONG) {
      const { error } = z.safeParse(schema, value)
      for (const { message } of error ? issuesOf(error as z.ZodError) : []) messages.add(message)
    }
    for (const part of partsOf(schema)) visit(part)
  }
  for (const root of roots) visit(root)
  return messages
}

/** Whatever schemas stand in the definition of a schema, however deep. */
function partsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const def: object = schema._zod.def
  const parts = Object.entries(def).flatMap(([name, part]: [string, unknown]) => {
    // A refinement is a schema of its own kind, which trusts what it refines.
    if (name === 'checks') return []
    if (name === 'getter') return [(part as () => unknown)()]
    if (name === 'shape') return Object.values(part as Record<string, unknown>)
    return Array.isArray(part) ? (part as unknown[]) : [part]
  })
  return parts.filter(part => part instanceof z.core.$ZodType)
}

const SOURCES = [
  ...['shared/core', 'shared/core/facts', 'shared/core/protocol', 'shared/core/eligibility/prepare.ts'],
  ...['shared/core/adverse-events/event-problems.ts', 'main/services/adverse-events'],
  ...['shared/api', 'main/services', 'main/interchange', 'main/store/recovery-key.ts'],
  ...['main/services/imports', 'main/services/certified-copies', 'main/services/exports'],
  ...['main/interchange/tables', 'main/interchange/zip', 'main/interchange/fhir/read-fhir.ts'],
  ...[
    'main/interchange/fhir/read',
    'main/interchange/odm/read-odm.ts',
    'main/interchange/odm/check-data.ts',
    'main/interchange/odm/check-structure.ts',
    'main/interchange/odm/definitions.ts',
    'main/interchange/odm/read-records.ts',
  ],
  ...['main/interchange/odm/read-xml.ts', 'main/interchange/odm/subject-collector.ts'],
  ...['main/services/backups', 'main/services/restoring', 'main/services/rekeying', 'main/store/site-copy'],
  ...['shared/core/imports', 'shared/core/reports', 'shared/core/exports'],
]
/** Files of words that are shown elsewhere, each in both languages. */
const OTHER_WORDS =
  /(?:error-text|error-words|issue-table|issue-words|app|analytes|names|telling|[a-z]+-words|words|units)\.ts$/
/** Prose in the sources that is said of no field; `X` stands for a value. */
const NOT_OF_A_FIELD = [
  'opened with the recovery key',
  'the store is open; lock it first',
  'the page that verifies',
  'more than 512 MB of files at once; discard some first',
  'an export of an earlier session',
  // Bugs, which are never shown
  'reading X has no case X',
  'a row of no file',
  'not a file',
  'a part of the copy became shorter',
  // Names
  'backup: closing',
  'backup settings',
  'recovery key',
  'text/csv; charset=utf-8',
  // Parts of the sentences
  'X; or X',
  'a prothrombin time needs the control value of its run; X',
  'give it as printed, in the unit of the value, or "not_printed" where the report lacks it',
  'this subject has no types: leave `types` out',
  'received undefined',
  'first value',
  'first name',
  'line X, column X',
  // A unit
  'mL/min/1.73 m²',
]

/** The texts in the sources that read as prose: several words, beginning small. A comment is none. */
function proseIn(file: string): string[] {
  const source = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const texts = source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)
  return [...texts]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .map(text => text.replaceAll(/\$\{[^}]*\}/g, 'X').replaceAll('\\\\', '\\'))
    .filter(text => /^[a-z0-9X]\S* .*[a-z]/.test(text))
}

function filesOf(source: string): string[] {
  if (source.endsWith('.ts')) return [source]
  return readdirSync(source)
    .filter(name => name.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(name) && !OTHER_WORDS.test(name))
    .map(name => `${source}/${name}`)
}

/** Without Chinese, or with three English words in a row left in it. */
function isUntold(message: string): boolean {
  const chinese = chineseIssue(message)
  return chinese === undefined || /[a-z]+(?: [a-z]+){2}/.test(chinese)
}

describe('what is said of a wrong field', () => {
  it('has Chinese, whatever schema says it of whatever value', () => {
    const messages = [...provoked(schemas)]
    expect(messages.length).toBeGreaterThan(60)
    expect(messages.filter(isUntold)).toEqual([])
  })

  it('is never in the words of the library', () => {
    const messages = [...provoked(schemas)]
    expect(messages.filter(message => /^[A-Z]|expected|received|NaN|undefined/.test(message))).toEqual([
      'is not in the form that is expected here',
      // Of the expectedness of an event, and of the source of a restore: answers, not the library's words.
      'must be one of expected, unexpected',
      'must be one of found, received',
      'must be received',
    ])
  })

  it('has Chinese wherever the sources say it', () => {
    const prose = SOURCES.flatMap(filesOf).flatMap(proseIn)
    expect(prose.length).toBeGreaterThan(70)
    const unknown = prose.filter(isUntold)
    expect([...new Set(unknown)].sort()).toEqual(NOT_OF_A_FIELD.toSorted())
  })

  it.each(issueTable)('%s: keeps every value, and reads as Chinese', (english, chinese) => {
    const places = (text: string) => [...text.matchAll(/\{(\d)/g)].map(([, place]) => place).sort()
    expect(places(chinese)).toEqual(places(english))
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(chinese.replaceAll(/\{\d:?[a-z]*\}|"[^"]*"|`[^`]*`/g, '')).not.toMatch(
      /\p{Script=Han}[,;:]|[,;] /u,
    )
  })

  it.each([
    ['must be one of yes, no', '须为以下之一：yes、no'],
    ['is missing; give a whole number', '未填写；请填入整数'],
    ['mg is not a UCUM unit; write mg/dL or ug/dL', 'mg 不是 UCUM 单位；请写 mg/dL 或 ug/dL'],
    ['not a type of infection; viral, bacterial', '不是 infection 的类型；可用：viral、bacterial'],
    ['not JSON: expected a comma or the closing bracket', '不是 JSON：此处应为逗号或右括号'],
    [
      'its name is not possible here: lower-case letters, digits, - and _',
      '此处不能使用该名称：须为小写字母、数字、- 和 _',
    ],
  ])('%s is %s', (english, chinese) => {
    expect(issueText(english, 'zh-CN')).toBe(chinese)
    expect(issueText(english, 'en')).toBe(english)
  })

  it('is shown in English where there is no Chinese, never lost', () => {
    expect(issueText('the dog ate it', 'zh-CN')).toBe('the dog ate it')
  })

  it('has a use for each word inside a sentence', () => {
    expect(Object.values(issueValues).every(word => /\p{Script=Han}/u.test(word))).toBe(true)
  })
})
