import type { Charts } from './blocks.ts'
import type { Axis, Chart } from './chart.ts'
import { type Plot, scalesOf, shapesOf } from './chart-geometry.ts'
import { breakPage, type Flow, isAtTop, pageOf, putTag, room } from './flow.ts'
import { type Line, linesOf } from './lines.ts'
import type { TextMark } from './page.ts'
import type { Paragraph } from './text.ts'

const GAP = { x: 14, y: 6 }
/** Room around the values: their labels at the left, title above, days below. */
const AROUND = { left: 29, right: 5, top: 15, bottom: 17 }
const LABEL = 5.4

/** Sets charts beside and below each other; one is never split. */
export function putCharts(flow: Flow, { charts, perRow, height }: Charts): void {
  const width = (flow.width - GAP.x * (perRow - 1)) / perRow
  for (let first = 0; first < charts.length; first += perRow) {
    if (height > room(flow) && !isAtTop(flow)) breakPage(flow)
    charts.slice(first, first + perRow).forEach((chart, index) => {
      putChart(flow, chart, { x: flow.sheet.left + index * (width + GAP.x), y: flow.y, width, height })
    })
    flow.y += height + GAP.y
  }
}

function putChart(flow: Flow, chart: Chart, frame: Plot): void {
  const tag = putTag(flow, { type: 'Figure', parent: null, alternative: chart.alternative })
  const plot = {
    x: frame.x + AROUND.left,
    y: frame.y + AROUND.top,
    width: frame.width - AROUND.left - AROUND.right,
    height: frame.height - AROUND.top - AROUND.bottom,
  }
  const texts = [
    ...titleOf(flow, chart, frame),
    ...valueLabels(flow, chart, plot),
    ...timeLabels(flow, chart, plot),
  ]
  pageOf(flow).figures.push({ tag, shapes: shapesOf(chart, plot), texts })
}

function titleOf(flow: Flow, { title, aside }: Chart, { x, y, width }: Plot): TextMark[] {
  const put = (paragraph: Paragraph): TextMark[] =>
    mark(linesOf(paragraph, width, flow.typeface).slice(0, 1), x, y)
  const [line] = linesOf(title, width, flow.typeface)
  const [beside] = aside ? linesOf(aside, width, flow.typeface) : []
  const isRoomy = (line?.width ?? 0) + (beside?.width ?? 0) + 6 <= width
  return [...put(title), ...(aside && isRoomy ? put({ ...aside, align: 'right' }) : [])]
}

function valueLabels(flow: Flow, chart: Chart, plot: Plot): TextMark[] {
  const { y } = scalesOf(chart, plot)
  const width = AROUND.left - 4
  return chart.values.ticks.flatMap(({ at, labels }) => {
    const lines = linesOf({ ...small(labels[0] ?? ''), align: 'right' }, width, flow.typeface).slice(0, 1)
    return mark(lines, plot.x - AROUND.left, y(at) - (lines[0]?.height ?? 0) / 2)
  })
}

function timeLabels(flow: Flow, chart: Chart, plot: Plot): TextMark[] {
  const { x } = scalesOf(chart, plot)
  const foot = plot.y + plot.height + 2.5
  return fitting(chart.time).flatMap(({ at, labels }) =>
    labels.flatMap((label, row) => {
      const lines = linesOf(small(label), plot.width, flow.typeface).slice(0, 1)
      const half = (lines[0]?.width ?? 0) / 2
      const centre = Math.min(x(at), plot.x + plot.width + AROUND.right - half)
      return mark(lines, centre - half, foot + row * 6.8)
    }),
  )
}

/** Ticks within the axis alone have labels. */
function fitting({ from, to, ticks }: Axis): Axis['ticks'] {
  return ticks.filter(({ at }) => at >= from && at <= to)
}

function mark(lines: readonly Line[], x: number, y: number): TextMark[] {
  return lines.length === 0 ? [] : [{ kind: 'text', tag: null, x, y, lines }]
}

function small(text: string): Paragraph {
  return { spans: [{ text, tone: 'soft' }], size: LABEL }
}
