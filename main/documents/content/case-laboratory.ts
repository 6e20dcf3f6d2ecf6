import type { LaboratoryAround, Result } from '#shared/core/documents/event-case.ts'
import { verbatim } from '#shared/core/text.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph, Span } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { causalityWords } from '../words/causality-words.ts'
import { footnote, heads, labelled, note, section, TYPE } from './parts.ts'

type Test = LaboratoryAround['tests'][number]

/** Marks a value outside the range that is printed beside it. */
export const flagMarks = { high: ' ↑', low: ' ↓' } as const

/** Each test in one row, its values as they followed each other. */
export function laboratorySection(speech: Speech, laboratory: LaboratoryAround | null): Block[] {
  const heading = section(speech, words.laboratory)
  if (laboratory === null) return [heading, note(speech, words.noOnsetNoLaboratory)]
  const { from, to, tests } = laboratory
  const days = labelled(speech, causalityWords.window, verbatim(`${from} – ${to}`), TYPE.cell)
  if (tests.length === 0)
    return [heading, { kind: 'text', paragraphs: days }, note(speech, words.noLaboratory)]
  return [
    heading,
    { kind: 'text', paragraphs: days },
    { kind: 'space', height: 3 },
    {
      kind: 'table',
      columns: [{ share: 27 }, { share: 17 }, { share: 15 }, { share: 41 }],
      head: heads(speech, [words.test, words.range, words.baseline, words.values]),
      rows: tests.map(test => testRow(speech, test)),
      hasRowNames: true,
    },
    footnote(speech, words.laboratoryNote),
  ]
}

function testRow(speech: Speech, test: Test): Row {
  const { baseline, values } = test
  const all = [...(baseline ? [baseline] : []), ...values]
  const units = new Set(all.map(({ unit }) => unit))
  const hasUnits = units.size > 1
  return {
    cells: [
      testName(speech, test, hasUnits ? '' : unitText([...units][0] ?? '')),
      [...new Set(values.map(({ range }) => range ?? '–'))].map(range => literal(range, { size: TYPE.cell })),
      baseline === null ? [literal('–', { size: TYPE.cell })] : [valuesLine([baseline], hasUnits)],
      [valuesLine(values, hasUnits)],
    ],
  }
}

function testName(speech: Speech, { name, abbreviation }: Test, unit: string): Cell {
  const size = TYPE.cell
  const isNamed = speech.plain(name) !== abbreviation
  const spans = [
    { text: abbreviation, bold: true, size },
    ...(unit === '' ? [] : [{ text: `  ${unit}`, size }]),
  ]
  return [{ spans, size }, ...(isNamed ? [speech.label(name, { size: TYPE.fine, tone: 'soft' })] : [])]
}

/** "2026-11-12  61.0 ↑;  …" in one paragraph, with units where they differ. */
function valuesLine(values: readonly Result[], hasUnits: boolean): Paragraph {
  const size = TYPE.cell
  const spans = values.flatMap(({ on, printed, unit, flag }, index): Span[] => [
    { text: `${index === 0 ? '' : ';  '}${on.slice(0, 10)} `, size: TYPE.fine, tone: 'soft' },
    {
      text: `${hasUnits ? `${printed} ${unitText(unit)}`.trim() : printed}${flag === null ? '' : flagMarks[flag]}`,
      size,
      bold: flag !== null,
    },
  ])
  return { spans, size }
}
