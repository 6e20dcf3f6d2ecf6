import type { LaboratoryAround, Result } from '#shared/core/documents/event-case.ts'
import { verbatim } from '#shared/core/text.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import type { Paragraph, Span } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { causalityWords } from '../words/causality-words.ts'
import { heads, labelled, note, section, TYPE } from './parts.ts'

type Test = LaboratoryAround['tests'][number]

const FLAGS = { high: ' ↑', low: ' ↓' } as const

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
      columns: [{ share: 24 }, { share: 15 }, { share: 17 }, { share: 44 }],
      head: heads(speech, [words.test, words.range, words.baseline, words.values]),
      rows: tests.map(test => testRow(speech, test)),
      hasRowNames: true,
    },
    note(speech, words.laboratoryNote),
  ]
}

function testRow(speech: Speech, { name, abbreviation, baseline, values }: Test): Row {
  const size = TYPE.cell
  const ranges = new Set(
    values.map(({ range, unit }) => (range === null ? '–' : `${range} ${unitText(unit)}`)),
  )
  return {
    cells: [
      [literal(abbreviation, { size, bold: true }), speech.label(name, { size: TYPE.fine, tone: 'soft' })],
      [...ranges].map(range => literal(range.trim(), { size: TYPE.fine })),
      baseline === null ? [literal('–', { size })] : [valuesLine([baseline])],
      [valuesLine(values)],
    ],
  }
}

/** "2026-11-12  61.0 µmol/L ↑;  …" in one paragraph. */
function valuesLine(values: readonly Result[]): Paragraph {
  const size = TYPE.cell
  const spans = values.flatMap(({ on, printed, unit, flag }, index): Span[] => [
    { text: `${index === 0 ? '' : ';  '}${on.slice(0, 10)}  `, size: TYPE.fine, tone: 'soft' },
    { text: `${printed} ${unitText(unit)}`.trim(), size, bold: flag !== null },
    ...(flag === null ? [] : [{ text: FLAGS[flag], size, bold: true }]),
  ])
  return { spans, size }
}
