import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** What a cell of a made workbook holds: text, a number as it stands in the file, with a style by number, or XML. */
export type MadeCell =
  | string
  | { readonly number: string; readonly style?: number }
  | { readonly xml: string }
  | null

/** Styles of a made workbook: plain, date, date and time, time, percent, percent of its own format, two decimals. */
export const STYLE = { date: 1, dateTime: 2, time: 3, percent: 4, ownPercent: 5, decimals: 6 } as const

interface MadeSheet {
  readonly name: string
  readonly rows: readonly (readonly MadeCell[])[]
  readonly state?: 'hidden'
}

/** A workbook as spreadsheet programs save it, `changes` in place of its parts. */
export async function workbookFile(
  sheets: readonly MadeSheet[],
  changes: Readonly<Record<string, string | null>> = {},
): Promise<Buffer> {
  const parts: Record<string, string | null> = { ...workbookParts(sheets), ...changes }
  return archive(
    Object.entries(parts).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])),
  )
}

/** A ZIP of named texts. */
export function archive(parts: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts)
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(2026, 10, 30) })
  zip.end()
  return buffer(zip.outputStream)
}

/** The parts of a workbook by name. */
export function workbookParts(sheets: readonly MadeSheet[]): Record<string, string> {
  const strings: string[] = []
  const made = sheets.map(({ rows }) => sheetXml(rows, strings))
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ...sheets.map((_sheet, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation(90, 'sharedStrings', 'sharedStrings.xml'),
      relation(91, 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(made.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy/mm/dd hh:mm"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="0.0&quot;%&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="7">${[
  0, 14, 164, 21, 9, 165, 2,
]
  .map(id => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
  .join('')}</cellXfs></styleSheet>`

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
}

/** The XML of a sheet; texts are added to the shared ones. */
function sheetXml(rows: readonly (readonly MadeCell[])[], strings: string[]): string {
  const written = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings))
    return `<row r="${row + 1}">${inside.join('')}</row>`
  })
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`
}

function cellXml(cell: MadeCell, place: string, strings: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if ('xml' in cell) return cell.xml.replaceAll('PLACE', place)
  return `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
}

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
