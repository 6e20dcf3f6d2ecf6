import type { ChartReview } from '#shared/core/documents/chart-review.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import type { Point, ScoreInput, Series, Trends } from '#shared/core/trends/series.ts'
import { ScoreSeries } from '#shared/core/trends/series.ts'
import { unitText } from '#shared/core/unit-text.ts'
import { short } from '../charts/alternative.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { deviationKindNames } from '../words/deviation-words.ts'
import { trendWords as words } from '../words/trend-words.ts'
import { group, heads, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** Everything that the charts cannot say: inputs, gaps, grades, what is not chosen, deviations. */
export function reviewTables(speech: Speech, { trends, deviations }: ChartReview): Block[] {
  return [
    ...marks(speech, trends),
    ...scores(speech, trends),
    ...gaps(speech, trends),
    ...grades(speech, trends),
    ...signals(speech, trends),
    ...notChosen(speech, trends),
    ...deviationLines(speech, deviations),
  ]
}

function marks(speech: Speech, { marks: all }: Trends): Block[] {
  if (all.length === 0) return []
  const rows = all.map(
    ({ from, to, label }): Row => ({
      cells: [
        [
          literal(to === null || to === from ? minuteText(from) : `${minuteText(from)} – ${minuteText(to)}`, {
            size: TYPE.cell,
          }),
        ],
        [speech.label(label, { size: TYPE.cell })],
      ],
    }),
  )
  const head = heads(speech, [words.when, words.event])
  return [
    section(speech, words.marks),
    { kind: 'table', columns: [{ share: 30 }, { share: 70 }], head, rows, hasRowNames: true },
  ]
}

function isScore({ id }: Series): boolean {
  return ScoreSeries.safeParse(id).success
}

function scores(speech: Speech, { series }: Trends): Block[] {
  const heading = section(speech, words.scores)
  const computed = series.filter(one => isScore(one) && one.points.length > 0)
  if (computed.length === 0) return [heading, note(speech, words.noScores)]
  const rows = computed.flatMap(one => [
    group(speech, one.name),
    ...one.points.map(point => scoreRow(speech, one, point)),
  ])
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 13 }, { share: 15 }, { share: 72 }],
      head: heads(speech, [words.date, words.value, words.inputs]),
      rows,
      hasRowNames: true,
    },
  ]
}

function scoreRow(speech: Speech, { unit }: Series, { on, printed, category, inputs }: Point): Row {
  const size = TYPE.cell
  const value = [printed, ...(category === null ? [] : [category]), unit === '1' ? '' : unitText(unit)]
  return {
    cells: [
      [literal(minuteText(on), { size })],
      [literal(value.filter(part => part !== '').join(' '), { size, bold: true })],
      [inputLine(speech, inputs, on)],
    ],
  }
}

/** "bilirubin 34.1 µmol/L (2026-11-12); …" in one paragraph; the day of an input where it is not that of the score. */
function inputLine(speech: Speech, inputs: readonly ScoreInput[], scored: Point['on']): Paragraph {
  const size = TYPE.fine
  const day = (on: string) => on.slice(0, 10)
  const spans = inputs.flatMap(({ name, printed, on }, index) => [
    ...(index === 0 ? [] : [{ text: ';  ', size }]),
    ...speech.spans(name, { size, tone: 'soft' as const }),
    ...speech.spans(verbatim(` ${printed}`), { size }),
    ...(day(on) === day(scored) ? [] : [{ text: ` (${day(on)})`, size, tone: 'soft' as const }]),
  ])
  return { spans, size }
}

function gaps(speech: Speech, { gaps: all, series }: Trends): Block[] {
  if (all.length === 0) return []
  const nameOf = (id: string) => series.find(one => one.id === id)?.name ?? verbatim(id)
  const rows = all.map(
    ({ score, on, lacks }): Row => ({
      cells: [
        [literal(on, { size: TYPE.cell })],
        [speech.label(nameOf(score), { size: TYPE.cell })],
        [speech.label(listed(lacks), { size: TYPE.cell })],
      ],
    }),
  )
  return [
    section(speech, words.gaps),
    {
      kind: 'table',
      columns: [{ share: 13 }, { share: 27 }, { share: 60 }],
      head: heads(speech, [words.date, words.score, words.lacks]),
      rows,
      hasRowNames: true,
    },
  ]
}

function grades(speech: Speech, { series }: Trends): Block[] {
  const heading = section(speech, words.grades)
  const graded = series.flatMap(one => one.points.flatMap(point => (isGraded(point) ? [{ one, point }] : [])))
  if (graded.length === 0) return [heading, note(speech, words.noGrades)]
  const rows = graded.map(({ one, point }): Row => {
    const { absolute, relative } = point.grade ?? { absolute: null, relative: null }
    const size = TYPE.cell
    return {
      cells: [
        [literal(minuteText(point.on), { size })],
        [speech.label(one.name, { size })],
        [literal(point.printed, { size, bold: true })],
        gradeCell(speech, absolute),
        gradeCell(speech, relative),
      ],
    }
  })
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 17 }, { share: 33 }, { share: 16 }, { share: 17 }, { share: 17 }],
      head: heads(speech, [words.date, words.test, words.value, words.absolute, words.relative]),
      rows,
      hasRowNames: true,
    },
  ]
}

function isGraded({ grade }: Point): boolean {
  return (grade?.absolute ?? 0) >= 1 || (grade?.relative ?? 0) >= 1
}

function gradeCell(speech: Speech, grade: number | null): Cell {
  const size = TYPE.cell
  if (grade === null) return [speech.label(words.notTold, { size, tone: 'soft' })]
  return [literal(String(grade), { size, bold: grade >= 3 })]
}

/** Multiples as they were met; a laboratory signal is no diagnosis. */
function signals(speech: Speech, { signals: all }: Trends): Block[] {
  if (all.length === 0) return []
  const cell = (text: string) => [literal(text, { size: TYPE.cell })]
  const times = (value: number | null) => cell(value === null ? '–' : `${short(value)} ×`)
  const rows = all.map(({ on, against, aminotransferase, bilirubin, alkalinePhosphatase }): Row => {
    const whose = against === 'uln' ? words.againstRange : words.againstBaseline
    return {
      cells: [
        cell(on),
        [speech.label(whose, { size: TYPE.cell })],
        ...[times(aminotransferase), times(bilirubin), times(alkalinePhosphatase)],
      ],
    }
  })
  return [
    section(speech, words.signals),
    {
      kind: 'table',
      columns: [{ share: 17 }, { share: 29 }, { share: 18 }, { share: 18 }, { share: 18 }],
      head: heads(speech, [
        words.date,
        words.multiples,
        words.aminotransferase,
        words.bilirubin,
        words.phosphatase,
      ]),
      rows,
      hasRowNames: true,
    },
    note(speech, words.signalNote),
  ]
}

function notChosen(speech: Speech, { notChosen: all }: Trends): Block[] {
  const heading = section(speech, words.notChosen)
  if (all.length === 0) return [heading, note(speech, words.none)]
  return [
    heading,
    { kind: 'text', paragraphs: all.flatMap(one => speech.say(one, { size: TYPE.cell, before: 1.5 })) },
  ]
}

function deviationLines(speech: Speech, deviations: ChartReview['deviations']): Block[] {
  const heading = section(speech, words.deviations)
  if (deviations.length === 0) return [heading, note(speech, words.noDeviations)]
  const rows = deviations.map(
    ({ on, kind, text }): Row => ({
      cells: [
        [literal(on, { size: TYPE.cell })],
        [speech.label(deviationKindNames[kind], { size: TYPE.cell, bold: true })],
        speech.say(text, { size: TYPE.cell }),
      ],
    }),
  )
  return [
    heading,
    { kind: 'table', columns: [{ share: 13 }, { share: 24 }, { share: 63 }], rows, hasRowNames: true },
  ]
}

function listed(parts: readonly LocalizedText[]): LocalizedText {
  return {
    en: parts.map(({ en }) => en).join(', '),
    'zh-CN': parts.map(part => part['zh-CN']).join('、'),
  }
}
