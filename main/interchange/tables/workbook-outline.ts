import { readXml } from '../odm/read-xml.ts'
import { refused } from './table-limits.ts'

/** A sheet of a workbook; `part` is the name of its part in the archive. */
export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

/** How a number is shown as another than it is: hundredths as percent, or by a format that is not followed here. */
export type ShownNumber = 'percent' | { readonly format: string }

/** The sheets in their order, and the styles by number whose cells show something else than their number. */
export interface WorkbookOutline {
  readonly sheets: readonly SheetEntry[]
  readonly styles: ReadonlyMap<string, ShownNumber>
}

type Parts = ReadonlyMap<string, Buffer>
type Attributes = Readonly<Record<string, string>>

/** Reads what a workbook is made of. Every part of it that is read must be XML without a document type. */
export function workbookOutline(parts: Parts, file: string): WorkbookOutline {
  const targets = new Map<string, string>()
  walk(parts, 'xl/_rels/workbook.xml.rels', file, (name, { Id: id, Target: target }) => {
    if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, partName(target))
  })
  const sheets: SheetEntry[] = []
  walk(parts, 'xl/workbook.xml', file, (name, attributes) => {
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const { name: title = '', state = 'visible' } = attributes
    sheets.push({ name: title, part: targets.get(id) ?? '', isHidden: state !== 'visible' })
  })
  if (sheets.length === 0) throw refused(file, 'is a workbook without a sheet')
  return { sheets, styles: shownStyles(parts, file) }
}

function walk(
  parts: Parts,
  part: string,
  file: string,
  open: (name: string, attributes: Attributes) => void,
): void {
  const bytes = parts.get(part)
  if (bytes === undefined) throw refused(file, 'is damaged or no workbook; save it as .xlsx again')
  const visit = {
    open: (name: string, attributes: Attributes) => open(localName(name), attributes),
    close: () => undefined,
  }
  for (const _step of readXml(bytes, file, visit));
}

/** A name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Targets stand relative to `xl/` or absolute. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** 0% and 0.00%, built in (ECMA-376 part 1, 18.8.30). */
const PERCENT = ['9', '10']
/** Of a format: text that it shows, and conditions and colours. */
const [TEXT, IN_BRACKETS] = [/"[^"]*"|\\./g, /\[[^\]]*\]/g]
/** `"<"0` shows 5 as <5, and `0,` shows 12000 as 12: what is kept is not what a person reads. */
const [COMPARATOR, THOUSANDS] = [/[<>≤≥＜＞]/, /[0#?],+(?![0#?,])/]

function shownStyles(parts: Parts, file: string): Map<string, ShownNumber> {
  const formats = new Map<string, ShownNumber>(PERCENT.map(id => [id, 'percent']))
  const styles = new Map<string, ShownNumber>()
  if (!parts.has('xl/styles.xml')) return styles
  let isCell = false
  let count = 0
  walk(parts, 'xl/styles.xml', file, (name, { numFmtId: id = '', formatCode = '' }) => {
    const shown = name === 'numFmt' ? shownBy(formatCode) : undefined
    if (shown !== undefined) formats.set(id, shown)
    // Formats of cells stand in one list; the list of named styles before it is another.
    if (/^cell\w*(?:Xfs|Styles)$/.test(name)) isCell = name === 'cellXfs'
    if (name !== 'xf' || !isCell) return
    const style = formats.get(id)
    if (style !== undefined) styles.set(String(count), style)
    count += 1
  })
  return styles
}

function shownBy(format: string): ShownNumber | undefined {
  const figures = format.replace(TEXT, '').replace(IN_BRACKETS, '')
  if (COMPARATOR.test(format.replace(IN_BRACKETS, '')) || THOUSANDS.test(figures)) return { format }
  return figures.includes('%') ? 'percent' : undefined
}
