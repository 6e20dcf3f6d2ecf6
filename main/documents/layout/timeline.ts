import type { Timeline, TimelineNote } from './chart.ts'
import { type Corner, type Ink, type Shape, scaleOf } from './chart-geometry.ts'
import { breakPage, type Flow, isAtTop, pageOf, putTag, room } from './flow.ts'
import { type Line, linesOf } from './lines.ts'
import type { TextMark } from './page.ts'
import type { Paragraph } from './text.ts'

const LANE = 8.6
/** As far from the edges as the charts below, so that days lie below each other where one chart is that wide. */
const AROUND = { left: 5, right: 5, foot: 18 }
const NEXT_TO = 2.5
const INKS: Readonly<Record<TimelineNote['look'], Ink>> = { dose: 'accent', event: 'line', visit: 'soft' }

/** Sets what happened along one axis over the width of the page, in as many lanes as its words need. */
export function putTimeline(flow: Flow, timeline: Timeline): void {
  const placed = placedNotes(flow, timeline)
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  const height = lanes * LANE
  if (height + AROUND.foot > room(flow) && !isAtTop(flow)) breakPage(flow)
  const tag = putTag(flow, { type: 'Figure', parent: null, alternative: timeline.alternative })
  const top = flow.y
  const shapes = [
    ...axisOf(flow, timeline, top + height),
    ...placed.flatMap(note => shapesOf(note, top, height)),
  ]
  const texts = [...placed.map(note => wordsOf(note, top)), ...labelsOf(flow, timeline, top + height)]
  pageOf(flow).figures.push({ tag, shapes, texts })
  flow.y += height + AROUND.foot
}

/** The height of a timeline, so that a heading stays with it. */
export function timelineHeight(flow: Flow, timeline: Timeline): number {
  const placed = placedNotes(flow, timeline)
  return Math.max(1, ...placed.map(({ lane }) => lane + 1)) * LANE + AROUND.foot
}

interface PlacedNote {
  readonly note: TimelineNote
  readonly x: number
  /** Where it ended; equal to `x` for a moment. */
  readonly end: number
  readonly textX: number
  readonly line: Line
  readonly lane: number
}

function scaleIn(flow: Flow, { time }: Timeline) {
  const { left } = flow.sheet
  return scaleOf(time, left + AROUND.left, flow.width - AROUND.left - AROUND.right)
}

function placedNotes(flow: Flow, timeline: Timeline): PlacedNote[] {
  const x = scaleIn(flow, timeline)
  const edge = flow.sheet.left + flow.width
  const measured = timeline.notes.flatMap(note => {
    const [line] = linesOf(note.words, flow.width / 3, flow.typeface)
    if (line === undefined) return []
    const [from, end] = [x(note.at), x(note.until ?? note.at)]
    // At the right edge the words stand before what they are about.
    const fits = from + NEXT_TO + line.width <= edge
    const textX = fits ? from + NEXT_TO : from - NEXT_TO - line.width
    return [
      {
        note,
        x: from,
        end,
        textX,
        line,
        left: Math.min(from, textX),
        right: Math.max(end, textX + line.width),
      },
    ]
  })
  const lanes = lanesOf(measured)
  return measured.map((one, index) => ({ ...one, lane: lanes[index] ?? 0 }))
}

/** Puts what would touch into lanes below each other; the lane of each, in their order. */
export function lanesOf(things: readonly { readonly left: number; readonly right: number }[]): number[] {
  const ends: number[] = []
  const order = things
    .map((_, index) => index)
    .sort((a, b) => (things[a]?.left ?? 0) - (things[b]?.left ?? 0))
  const lanes: number[] = []
  for (const index of order) {
    const { left = 0, right = 0 } = things[index] ?? {}
    const free = ends.findIndex(end => end + 3 <= left)
    const lane = free === -1 ? ends.length : free
    ends[lane] = right
    lanes[index] = lane
  }
  return lanes
}

function axisOf(flow: Flow, timeline: Timeline, foot: number): Shape[] {
  const x = scaleIn(flow, timeline)
  const { left } = flow.sheet
  const axis: Corner[] = [
    [left, foot],
    [left + flow.width, foot],
  ]
  const ticks = timeline.time.ticks.map(({ at }): Shape => {
    const corners: Corner[] = [
      [x(at), foot],
      [x(at), foot + 2],
    ]
    return { kind: 'line', corners, ink: 'soft', weight: 0.4 }
  })
  return [{ kind: 'line', corners: axis, ink: 'soft', weight: 0.5 }, ...ticks]
}

/** A stem down to the axis, and a bar for as long as it went on. */
function shapesOf({ note, x, end, lane }: PlacedNote, top: number, height: number): Shape[] {
  const ink = INKS[note.look]
  const y = top + lane * LANE
  const stem: Corner[] = [
    [x, y + 1],
    [x, note.look === 'dose' ? top + height : y + LANE - 1],
  ]
  const bar: Corner[] = [
    [x, y + LANE - 1],
    [end, y + LANE - 1],
  ]
  const drawn: Shape = { kind: 'line', corners: stem, ink, weight: note.look === 'dose' ? 0.8 : 0.6 }
  return end === x ? [drawn] : [drawn, { kind: 'line', corners: bar, ink, weight: 0.6 }]
}

function wordsOf({ line, textX, lane }: PlacedNote, top: number): TextMark {
  return { kind: 'text', tag: null, x: textX, y: top + lane * LANE, lines: [line] }
}

function labelsOf(flow: Flow, timeline: Timeline, foot: number): TextMark[] {
  const x = scaleIn(flow, timeline)
  return timeline.time.ticks.flatMap(({ at, labels }) =>
    labels.flatMap((label, row): TextMark[] => {
      const [line] = linesOf(small(label), flow.width, flow.typeface)
      if (line === undefined) return []
      return [
        { kind: 'text', tag: null, x: x(at) - line.width / 2, y: foot + 2.5 + row * 6.8, lines: [line] },
      ]
    }),
  )
}

function small(text: string): Paragraph {
  return { spans: [{ text, tone: 'soft' }], size: 5.4 }
}
