import { assertNever } from '#shared/core/text.ts'
import type { Block } from './blocks.ts'
import { putCharts } from './charts.ts'
import {
  breakPage,
  endFlow,
  type Flow,
  isAtTop,
  pageOf,
  putOrnament,
  putTag,
  putText,
  room,
  startFlow,
} from './flow.ts'
import { heightOf, type Line, linesOf } from './lines.ts'
import type { Paper } from './measure.ts'
import type { Layout, Sheet, Tag } from './page.ts'
import { putTable, tableLead } from './tables.ts'
import type { Paragraph } from './text.ts'
import { putTimeline, timelineHeight } from './timeline.ts'
import type { Typeface } from './typeface.ts'

const PANEL = { left: 12, y: 7 }
const SLOT_GAP = 10

/** Lays blocks out on sheets: nothing is drawn yet, so that the number of pages is known before the first one is. */
export function layOut(blocks: readonly Block[], sheet: Sheet, typeface: Typeface): Layout {
  const flow = startFlow(sheet, typeface)
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') keepWithNext(flow, blocks.slice(index))
    putBlock(flow, block)
  })
  return endFlow(flow)
}

/** What is left of a page under these blocks, in points; nothing where they take more than one. */
export function roomAfter(blocks: readonly Block[], { sheet, typeface }: Paper): number {
  const flow = startFlow(sheet, typeface)
  for (const block of blocks) putBlock(flow, block)
  return flow.pages.length > 1 ? 0 : room(flow)
}

function putBlock(flow: Flow, block: Block): void {
  switch (block.kind) {
    case 'heading':
      putHeading(flow, block)
      break
    case 'text':
      putParagraphs(flow, block.paragraphs)
      break
    case 'panel':
      putPanel(flow, block.paragraphs)
      break
    case 'table':
      putTable(flow, block)
      break
    case 'charts':
      putCharts(flow, block)
      break
    case 'timeline':
      putTimeline(flow, block.timeline)
      break
    case 'space':
      if (!isAtTop(flow)) flow.y += Math.min(block.height, Math.max(0, room(flow)))
      break
    case 'page':
      if (!isAtTop(flow)) breakPage(flow)
      break
    case 'slots':
      putSlots(flow, block)
      break
    default:
      assertNever(block, 'block')
  }
}

/** A heading never stands at the foot of a page without what it heads. */
function keepWithNext(flow: Flow, [heading, ...after]: readonly Block[]): void {
  const [next, second] = after.filter(({ kind }) => kind !== 'space')
  const headed = next?.kind === 'text' ? [next, second] : [next]
  const needed = [heading, ...headed].reduce((sum, block) => sum + (block ? leadOf(flow, block) : 0), 0)
  if (needed > room(flow) && !isAtTop(flow)) breakPage(flow)
}

function leadOf(flow: Flow, block: Block): number {
  switch (block.kind) {
    case 'heading':
      return heightOf(block.paragraphs.flatMap(part => linesOf(part, flow.width, flow.typeface))) + 14
    case 'text':
      return Math.min(
        40,
        heightOf(block.paragraphs.flatMap(part => linesOf(part, flow.width, flow.typeface))),
      )
    case 'panel':
      return panelHeight(panelLines(flow, block.paragraphs))
    case 'table':
      return tableLead(flow, block)
    case 'charts':
      return block.height
    case 'timeline':
      return timelineHeight(flow, block.timeline)
    case 'slots':
      return slotsHeight(flow, block)
    case 'space':
      return block.height
    case 'page':
      return 0
  }
}

function putHeading(flow: Flow, block: Extract<Block, { kind: 'heading' }>): void {
  if (!isAtTop(flow)) flow.y += block.level === 1 ? 4 : 11
  pageOf(flow).bookmarks.push({ level: block.level, title: block.bookmark, y: flow.y })
  const tag = putTag(flow, { type: `H${block.level}`, parent: null })
  for (const paragraph of block.paragraphs) {
    const lines = linesOf(paragraph, flow.width, flow.typeface)
    putText(flow, { tag, x: flow.sheet.left, y: flow.y, lines })
    flow.y += heightOf(lines)
  }
  flow.y += block.level === 1 ? 4 : 3
}

function putParagraphs(flow: Flow, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    flow.y += isAtTop(flow) ? 0 : (paragraph.before ?? 0)
    const tag = putTag(flow, { type: 'P', parent: null, actual: paragraph.actual })
    putLines(flow, linesOf(paragraph, flow.width, flow.typeface), tag)
  }
}

/** Line by line, over as many pages as it takes. */
function putLines(flow: Flow, lines: readonly Line[], tag: Tag): void {
  for (const line of lines) {
    if (line.height > room(flow) && !isAtTop(flow)) breakPage(flow)
    putText(flow, { tag, x: flow.sheet.left, y: flow.y, lines: [line] })
    flow.y += line.height
  }
}

interface PanelLine {
  readonly lines: readonly Line[]
  readonly before: number
}

function panelLines(flow: Flow, paragraphs: readonly Paragraph[]): PanelLine[] {
  return paragraphs.map((part, index) => ({
    lines: linesOf(part, flow.width - PANEL.left, flow.typeface),
    before: index === 0 ? 0 : (part.before ?? 0),
  }))
}

function panelHeight(parts: readonly PanelLine[]): number {
  return parts.reduce((total, { lines, before }) => total + before + heightOf(lines), 2 * PANEL.y)
}

function putPanel(flow: Flow, paragraphs: readonly Paragraph[]): void {
  const parts = panelLines(flow, paragraphs)
  const height = panelHeight(parts)
  if (height > room(flow) && !isAtTop(flow)) breakPage(flow)
  putOrnament(flow, { kind: 'bar', x: flow.sheet.left, y: flow.y + 2, height: height - 4 })
  let y = flow.y + PANEL.y
  parts.forEach(({ lines, before }, index) => {
    y += before
    const tag = putTag(flow, { type: 'P', parent: null, actual: paragraphs[index]?.actual })
    putText(flow, { tag, x: flow.sheet.left + PANEL.left, y, lines })
    y += heightOf(lines)
  })
  flow.y += height
}

function slotWidth({ width }: Flow, count: number): number {
  return (width - SLOT_GAP * (count - 1)) / count
}

type Slots = Extract<Block, { kind: 'slots' }>

function labelsHeight(flow: Flow, { labels }: Slots): number {
  const width = slotWidth(flow, labels.length)
  const heights = labels.map(label => heightOf(label.flatMap(part => linesOf(part, width, flow.typeface))))
  return Math.max(0, ...heights)
}

function slotsHeight(flow: Flow, slots: Slots): number {
  return labelsHeight(flow, slots) + 2 + slots.height + 4
}

function putSlots(flow: Flow, slots: Slots): void {
  if (slotsHeight(flow, slots) > room(flow) && !isAtTop(flow)) breakPage(flow)
  const { labels, height } = slots
  const width = slotWidth(flow, labels.length)
  const top = flow.y + labelsHeight(flow, slots) + 2
  labels.forEach((label, index) => {
    const x = flow.sheet.left + index * (width + SLOT_GAP)
    let y = flow.y
    for (const paragraph of label) {
      const lines = linesOf(paragraph, width, flow.typeface)
      putText(flow, { tag: putTag(flow, { type: 'P', parent: null }), x, y, lines })
      y += heightOf(lines)
    }
    putOrnament(flow, { kind: 'frame', x, y: top, width, height })
    const bottom = flow.sheet.height - top - height
    flow.slots.push({ page: flow.pages.length - 1, rect: [x, bottom, width, height] })
  })
  flow.y = top + height + 4
}
