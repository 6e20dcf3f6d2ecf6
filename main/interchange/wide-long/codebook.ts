import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { attributeName, factNames, valueName } from '#shared/core/names.ts'
import { type LocalizedText, text, verbatim } from '#shared/core/text.ts'
import { attributeUnits } from '../attribute-units.ts'
import type { Cell } from '../csv.ts'
import { fixedColumns } from './codebook-words.ts'
import { type ColumnType, typeUnder } from './column-type.ts'
import { subjectOf } from './columns.ts'

/** The columns of the codebook. */
export const codebookHead = [
  'file',
  'column',
  'label_en',
  'label_zh',
  'type',
  'values',
  'values_zh',
  'note',
] as const

/** What every column means: those that each site has, then those of this one's wide table, which name the long table's variables too. */
export function codebookRows(names: readonly string[]): Cell[][] {
  const fixed = fixedColumns.map(({ file, column, label, type, values }): Cell[] => [
    ...[file, column, label.en, label['zh-CN'], type],
    ...[values ?? null, null, null],
  ])
  return [...fixed, ...names.map(variableRow)]
}

function variableRow(name: string): Cell[] {
  const { label, type, note } = name.split('.').length > 1 ? attributeOf(name) : mainOf(name)
  const values = type.choices
  return [
    ...['wide.csv, long.csv', name, label.en, label['zh-CN'], type.type],
    values.length === 0 ? null : values.join('; '),
    values.length === 0 ? null : values.map(value => `${value} = ${valueName(value)['zh-CN']}`).join('; '),
    note ?? null,
  ]
}

interface Described {
  readonly label: LocalizedText
  readonly type: ColumnType
  readonly note?: string
}

const TEXT: ColumnType = { type: 'text', choices: [] }

/** A laboratory value, or a kind of fact with the id of the fact. */
function mainOf(name: string): Described {
  const loinc = codeOf(name)
  if (loinc === undefined) {
    const label = factNames[name as keyof typeof factNames]
    return { label, type: TEXT, note: 'id of the fact / 记录编号' }
  }
  const note = `LOINC ${loinc}`
  return { label: laboratoryName(name, loinc), type: { type: 'number', choices: [] }, note }
}

function attributeOf(name: string): Described {
  const [head = '', ...path] = name.split('.')
  const loinc = codeOf(head)
  const kind = loinc === undefined ? head : 'laboratory'
  const what = loinc === undefined ? factNames[head as keyof typeof factNames] : laboratoryName(head, loinc)
  const words = path.map(part => (/^\d+$/.test(part) ? verbatim(part) : nameIn(kind, part)))
  const said = (language: 'en' | 'zh-CN') => words.map(word => word[language]).join(' ')
  const unit = attributeUnits[path.at(-1) ?? '']
  return {
    label: text(`${what.en}: ${said('en')}`, `${what['zh-CN']}：${said('zh-CN')}`),
    type: typeUnder(kind, loinc === undefined ? path : schemaPath(path)),
    ...(unit !== undefined && { note: `UCUM ${unit}` }),
  }
}

/** A report goes to somebody; elsewhere the same name is a time. */
function nameIn(kind: string, attribute: string): LocalizedText {
  return attributeName(kind === 'safety_report' && attribute === 'to' ? 'reportedTo' : attribute)
}

/** Beside a laboratory value two names are shorter than in the record. */
function schemaPath([name = '']: readonly string[]): string[] {
  if (name === 'low' || name === 'high') return ['range', name]
  return [name === 'specimen' ? 'specimenCondition' : name]
}

/** The LOINC code of a laboratory variable; undefined where it is another kind of fact. */
function codeOf(name: string): string | undefined {
  const written = /_(\d+-\d)$/.exec(name)?.[1]
  const analyte = Analyte.safeParse(subjectOf(name))
  return written ?? (analyte.success ? analytes[analyte.data].loinc[0] : undefined)
}

function laboratoryName(name: string, loinc: string): LocalizedText {
  const analyte = analyteOfLoinc(loinc)
  if (analyte === undefined) return text(`LOINC ${loinc}`, `LOINC ${loinc}`)
  const { en, 'zh-CN': zh } = analytes[analyte].name
  return name.endsWith(loinc) ? text(`${en} (LOINC ${loinc})`, `${zh}（LOINC ${loinc}）`) : text(en, zh)
}
