import type { SignatureSlot } from '../signature-slot.ts'
import type { Layout, Ornament, Page, Sheet, Tag, TextMark } from './page.ts'
import type { Typeface } from './typeface.ts'

/** Where the next block goes. */
export interface Flow {
  readonly sheet: Sheet
  readonly typeface: Typeface
  readonly width: number
  readonly pages: Page[]
  readonly tags: Tag[]
  readonly slots: SignatureSlot[]
  y: number
}

export function startFlow(sheet: Sheet, typeface: Typeface): Flow {
  const width = sheet.width - sheet.left - sheet.right
  const flow: Flow = { sheet, typeface, width, pages: [], tags: [], slots: [], y: 0 }
  breakPage(flow)
  return flow
}

export function endFlow({ pages, tags, slots }: Flow): Layout {
  return { pages, tags, slots }
}

/** Goes on at the top of a new page. */
export function breakPage(flow: Flow): void {
  flow.pages.push({ texts: [], ornaments: [], figures: [], bookmarks: [] })
  flow.y = flow.sheet.top
}

/** What is left of the page, in points. */
export function room({ sheet, y }: Flow): number {
  return sheet.height - sheet.bottom - y
}

/** The height of a page's whole area. */
export function pageRoom({ sheet }: Flow): number {
  return sheet.height - sheet.bottom - sheet.top
}

export function isAtTop({ sheet, y }: Flow): boolean {
  return y === sheet.top
}

export function pageOf({ pages }: Flow): Page {
  const page = pages.at(-1)
  if (page === undefined) throw new Error('a flow without a page')
  return page
}

export function putText(flow: Flow, mark: Omit<TextMark, 'kind'>): void {
  if (mark.lines.length > 0) pageOf(flow).texts.push({ kind: 'text', ...mark })
}

export function putOrnament(flow: Flow, ornament: Ornament): void {
  pageOf(flow).ornaments.push(ornament)
}

export function putTag(flow: Flow, tag: Tag): Tag {
  flow.tags.push(tag)
  return tag
}
