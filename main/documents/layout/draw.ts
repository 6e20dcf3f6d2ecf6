import type { Language } from '#shared/core/text.ts'
import type { Face, OpenFonts } from '../fonts.ts'
import type { Pdf } from '../pdfkit.ts'
import { drawShape } from './draw-shapes.ts'
import type { Line } from './lines.ts'
import {
  type Bookmark,
  type Figure,
  type Layout,
  languageOf,
  type Ornament,
  type Page,
  type Sheet,
  type Tag,
  type TextMark,
} from './page.ts'
import type { Tone } from './text.ts'

/** What stands on every page beside its content: a mark under it, and head and foot. */
export interface Furniture {
  readonly texts: readonly TextMark[]
  readonly ornaments: readonly Ornament[]
  /** Laid under the content from corner to corner. */
  readonly watermarks: readonly TextMark[]
}

export interface Drawing {
  readonly pdf: Pdf
  readonly fonts: OpenFonts
  readonly sheet: Sheet
  readonly title: string
}

/** The angle of a watermark. */
export const SLANT = 38

const COLOURS: Readonly<Record<Tone | 'faint', string>> = {
  ink: '#111111',
  soft: '#5f6368',
  accent: '#1d4f73',
  faint: '#c4c8cc',
}

type Structure = PDFKit.PDFStructureElement

/** Draws a layout with its structure, its bookmarks, and the furniture of each page. */
export function draw(drawing: Drawing, layout: Layout, furniture: (page: number) => Furniture): void {
  const { pdf } = drawing
  const root = pdf.struct('Document', { title: drawing.title })
  pdf.addStructure(root)
  const structures = structuresOf(pdf, root, layout.tags)
  const outline: Outline = { parent: undefined }
  layout.pages.forEach((page, index) => {
    const { width, height } = drawing.sheet
    pdf.addPage({ size: [width, height], margin: 0 })
    drawPage(drawing, page, { ...furniture(index), structures })
    for (const bookmark of page.bookmarks) addBookmark(drawing, bookmark, outline)
  })
  root.end()
}

function structuresOf(pdf: Pdf, root: Structure, tags: readonly Tag[]): Map<Tag, Structure> {
  const structures = new Map<Tag, Structure>()
  for (const tag of tags) {
    const options = {
      ...(tag.scope && { scope: tag.scope }),
      ...(tag.actual && { actual: tag.actual }),
      ...(tag.alternative && { alt: tag.alternative }),
    }
    const structure = pdf.struct(tag.type, options)
    const parent = tag.parent ? structures.get(tag.parent) : root
    parent?.add(structure)
    structures.set(tag, structure)
  }
  return structures
}

function drawPage(
  drawing: Drawing,
  page: Page,
  furniture: Furniture & { readonly structures: ReadonlyMap<Tag, Structure> },
): void {
  const { pdf } = drawing
  pdf.markContent('Artifact', { type: 'Pagination' })
  for (const mark of furniture.watermarks) drawWatermark(drawing, mark)
  for (const ornament of [...furniture.ornaments, ...page.ornaments]) drawOrnament(pdf, ornament)
  for (const mark of [...furniture.texts, ...page.texts.filter(({ tag }) => tag === null)])
    drawLines(drawing, mark)
  pdf.endMarkedContent()
  for (const [tag, marks] of byTag(page.texts)) {
    const content = pdf.markStructureContent(tag.type)
    for (const mark of marks) drawSpoken(drawing, mark)
    pdf.endMarkedContent()
    furniture.structures.get(tag)?.add(content)
  }
  for (const figure of page.figures) drawFigure(drawing, figure, furniture.structures)
}

/** Paths and words of a chart are one piece of content: its alternative speaks for all of it. */
function drawFigure(
  drawing: Drawing,
  { tag, shapes, texts }: Figure,
  structures: ReadonlyMap<Tag, Structure>,
): void {
  const { pdf } = drawing
  const content = pdf.markStructureContent(tag.type)
  for (const shape of shapes) drawShape(pdf, shape)
  for (const mark of texts) drawSpoken(drawing, mark)
  pdf.endMarkedContent()
  structures.get(tag)?.add(content)
}

/** The marks of each tag together, in the order in which a tag first appears. */
function byTag(texts: readonly TextMark[]): Map<Tag, TextMark[]> {
  const groups = new Map<Tag, TextMark[]>()
  for (const mark of texts) {
    if (mark.tag === null) continue
    const group = groups.get(mark.tag)
    if (group) group.push(mark)
    else groups.set(mark.tag, [mark])
  }
  return groups
}

/** Says in which language a line is, where it is not the document's. */
function drawSpoken(drawing: Drawing, mark: TextMark): void {
  const [line] = mark.lines
  const language: Language | undefined = line && languageOf(line)
  if (language) drawing.pdf.markContent('Span', { lang: language })
  drawLines(drawing, mark)
  if (language) drawing.pdf.endMarkedContent()
}

function drawLines(drawing: Drawing, { lines, x, y }: TextMark): void {
  let top = y
  for (const line of lines) {
    drawLine(drawing, line, x, top)
    top += line.height
  }
}

function drawLine({ pdf, fonts }: Drawing, { pieces, baseline }: Line, x: number, y: number): void {
  for (const piece of pieces) {
    setFont(pdf, fonts, piece.face)
    pdf.fontSize(piece.size).fillColor(COLOURS[piece.span.tone ?? 'ink'])
    pdf.text(piece.text, x + piece.x, y + baseline, { lineBreak: false, baseline: 'alphabetic' })
  }
}

/** PDFKit takes an opened font as well, which its types do not say; the name keeps it from being opened again. */
function setFont(pdf: Pdf, fonts: OpenFonts, face: Face): void {
  pdf.font(fonts[face] as unknown as Uint8Array, face)
}

function drawOrnament(pdf: Pdf, ornament: Ornament): void {
  switch (ornament.kind) {
    case 'rule':
      pdf.lineWidth(ornament.weight).strokeColor(COLOURS[ornament.tone])
      pdf
        .moveTo(ornament.x, ornament.y)
        .lineTo(ornament.x + ornament.width, ornament.y)
        .stroke()
      return
    case 'bar':
      pdf.rect(ornament.x, ornament.y, 2.5, ornament.height).fill(COLOURS.accent)
      return
    case 'frame':
      pdf.lineWidth(0.5).strokeColor(COLOURS.faint)
      pdf.rect(ornament.x, ornament.y, ornament.width, ornament.height).stroke()
  }
}

/** Pale and without transparency: it lies under the content, so that nothing is harder to read for it. */
function drawWatermark({ pdf, fonts, sheet }: Drawing, { lines, y }: TextMark): void {
  const [line] = lines
  if (line === undefined) return
  const centre: [number, number] = [sheet.width / 2, sheet.height / 2]
  pdf.save().rotate(-SLANT, { origin: centre })
  for (const piece of line.pieces) {
    setFont(pdf, fonts, piece.face)
    pdf.fontSize(piece.size).fillColor('#ececee')
    pdf.text(piece.text, centre[0] - line.width / 2 + piece.x, centre[1] + y, {
      lineBreak: false,
      baseline: 'alphabetic',
    })
  }
  pdf.restore()
}

interface Outline {
  parent: PDFKit.PDFOutline | undefined
}

function addBookmark({ pdf, sheet }: Drawing, { level, title, y }: Bookmark, outline: Outline): void {
  const options = { expanded: true, top: y, left: sheet.width }
  const parent = level === 1 ? undefined : outline.parent
  const item = (parent ?? pdf.outline).addItem(title, options)
  if (level === 1) outline.parent = item
}
