import type { VisitWorksheet, WorksheetForm, WorksheetTest } from '#shared/core/documents/visit-worksheet.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Block, Cell } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { worksheetWords as words } from '../words/worksheet-words.ts'
import { section, TYPE } from './parts.ts'
import { type Field, fields, form } from './worksheet-parts.ts'

/** Room for every assessment of the visit, and for the vital signs of any. */
export function assessmentForms(speech: Speech, worksheet: VisitWorksheet): Block[] {
  const asked = new Set(worksheet.items.flatMap(({ forms }) => forms))
  const ifAsked = (kind: WorksheetForm, blocks: () => Block[]) => (asked.has(kind) ? blocks() : [])
  return [
    ...ifAsked('laboratory', () => laboratory(speech, worksheet.tests)),
    ...ifAsked('portal_vein', () => [section(speech, words.portalVein), ...portalVein(speech)]),
    ...clinical(speech, asked),
    ...ifAsked('elastography', () => [section(speech, words.elastography), elastography(speech)]),
    ...ifAsked('histology', () => [section(speech, words.histology), histology(speech)]),
    section(speech, words.vital),
    vitalSigns(speech),
    ...others(speech, worksheet.items),
  ]
}

function laboratory(speech: Speech, tests: readonly WorksheetTest[]): Block[] {
  const columns = [
    [words.test, 27],
    [words.unit, 9],
    [words.last, 18],
    [words.result, 11],
    [words.range, 11],
    [words.takenAt, 11],
    [words.notDone, 13],
  ] as const
  const rows = tests.map(({ name, abbreviation, unit, last }): Cell[] => [
    testName(speech, name, abbreviation),
    [literal(unitText(unit), { size: TYPE.cell })],
    last === null ? [literal('–', { size: TYPE.cell, tone: 'soft' })] : [lastValue(last)],
    ...[[], [], [], []],
  ])
  return [section(speech, words.laboratory), form(speech, columns, rows)]
}

function lastValue({ printed, on }: NonNullable<WorksheetTest['last']>): Paragraph {
  const spans = [
    { text: printed, tone: 'soft' as const },
    { text: `  ${on.slice(0, 10)}`, tone: 'soft' as const, size: TYPE.fine },
  ]
  return { spans, size: TYPE.cell }
}

/** A prothrombin time cannot be read without the control value of its run. */
function testName(speech: Speech, name: LocalizedText, abbreviation: string): Cell {
  const size = TYPE.cell
  const isNamed = speech.plain(name) !== abbreviation
  const label = {
    spans: [
      { text: abbreviation, bold: true, size },
      ...(isNamed ? [{ text: '  ', size }, ...speech.spans(name, { size: TYPE.fine })] : []),
    ],
    size,
  }
  if (abbreviation !== 'PT') return [label]
  return [
    label,
    speech.label(
      { en: `${words.control.en}:`, 'zh-CN': `${words.control['zh-CN']}：` },
      { size: TYPE.fine, tone: 'soft' },
    ),
  ]
}

const NOT_DONE: Field = { name: words.notDone, share: 20 }
const EXAMINED: readonly Field[] = [
  { name: words.flow, share: 20 },
  { name: words.device, share: 20 },
  { name: words.examiner, share: 20 },
  { name: words.time, share: 12 },
]

function portalVein(speech: Speech): Block[] {
  return [
    fields(speech, [
      { name: words.diameter, share: 13 },
      { name: words.mean, share: 18 },
      { name: words.maximum, share: 22 },
      { name: words.breathing, share: 33, boxes: ['inspiration', 'expiration', 'quiet'] },
      { name: words.fasting, share: 14, boxes: ['yes', 'no'] },
    ]),
    fields(speech, [...EXAMINED, NOT_DONE]),
  ]
}

function clinical(speech: Speech, asked: ReadonlySet<WorksheetForm>): Block[] {
  const ascites = fields(speech, [
    { name: words.ascites, share: 38, boxes: ['none', 'grade_1', 'grade_2', 'grade_3'] },
    { name: words.depth, share: 13 },
    { name: words.volume, share: 13 },
    { name: words.girth, share: 18 },
    { name: words.notDone, share: 18 },
  ])
  const encephalopathy = fields(speech, [
    {
      name: words.encephalopathy,
      share: 82,
      boxes: ['none', 'minimal', 'grade_1', 'grade_2', 'grade_3', 'grade_4'],
    },
    { name: words.notDone, share: 18 },
  ])
  const blocks = [
    ...(asked.has('ascites') ? [ascites] : []),
    ...(asked.has('encephalopathy') ? [encephalopathy] : []),
  ]
  return blocks.length === 0 ? [] : [section(speech, words.clinical), ...blocks]
}

function elastography(speech: Speech): Block {
  return fields(speech, [
    { name: words.liver, share: 13 },
    { name: words.spleen, share: 13 },
    { name: words.iqr, share: 13 },
    { name: words.probe, share: 12 },
    { name: words.device, share: 16 },
    { name: words.examiner, share: 16 },
    { name: words.notDone, share: 17 },
  ])
}

function histology(speech: Speech): Block {
  const names = [words.interface, words.confluent, words.focal, words.portal, words.fibrosis]
  return fields(speech, [...names.map(name => ({ name, share: 16 })), NOT_DONE])
}

function vitalSigns(speech: Speech): Block {
  const names = [
    ...[words.pressure, words.pulse, words.temperature, words.respiration],
    ...[words.saturation, words.weight, words.time],
  ]
  return fields(speech, [...names.map(name => ({ name, share: 12 })), { ...NOT_DONE, share: 16 }])
}

/** What Lobule has no fields for, and what the site added. */
function others(speech: Speech, items: VisitWorksheet['items']): Block[] {
  const free = items.filter(({ forms }) => forms.includes('free'))
  if (free.length === 0) return []
  const columns = [
    [words.assessment, 32],
    [words.result, 45],
    [words.notDone, 23],
  ] as const
  const rows = free.map(({ title, source }): Cell[] => [
    [
      speech.label(title, { size: TYPE.cell }),
      ...(source === 'site' ? [speech.label(words.site, { size: TYPE.fine, tone: 'soft' })] : []),
    ],
    [],
    [],
  ])
  return [section(speech, words.others), form(speech, columns, rows)]
}
