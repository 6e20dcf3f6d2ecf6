import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { AppError } from '#shared/api/errors.ts'
import type { TableFormat } from '#shared/core/imports/mapping.ts'
import type { RawTable } from './raw-table.ts'
import { refused } from './table-limits.ts'
import { cellText, type ReadCell, type SheetNumber } from './workbook-cell.ts'
import { checkSheet, checkTexts, placeOf } from './workbook-check.ts'
import { type SheetEntry, workbookOutline } from './workbook-outline.ts'
import { workbookParts } from './workbook-parts.ts'

/** A sheet as rows of cells, with the names of all sheets. */
export interface WorkbookTable extends RawTable {
  readonly sheets: readonly string[]
  readonly sheet: string
}

/** Rows that are handed on at once. */
const BATCH = 1000

/** Opens the sheet that the format names, else the first that is not hidden. Formulas are not run: their last result counts. */
export async function workbookTable(
  bytes: Uint8Array,
  format: TableFormat,
  file: string,
): Promise<WorkbookTable> {
  const parts = await workbookParts(bytes, file)
  const { sheets, styles } = workbookOutline(parts, file)
  const sheet = sheetNamed(sheets, format.sheet, file)
  const content = parts.get(sheet.part)
  if (content === undefined) throw refused(file, 'is damaged or no workbook; save it as .xlsx again')
  const strings = parts.get('xl/sharedStrings.xml')
  if (strings !== undefined) checkTexts(strings, file)
  const shown = checkSheet(content, file, styles)
  const rows = await readRows(parts, sheet.name, file)
  const texts = rows.map((cells, row) =>
    cells.map((cell, column) => cellText(cell, shown.get(placeOf(row, column)))),
  )
  return { sheets: sheets.map(({ name }) => name), sheet: sheet.name, rows: () => batches(texts) }
}

function sheetNamed(sheets: readonly SheetEntry[], wanted: string | undefined, file: string): SheetEntry {
  const found =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (found === undefined) throw refused(file, 'has no sheet of this name; choose another')
  return found
}

/** The library unpacks an archive of its own accord; it gets one that holds the checked parts and nothing else. */
async function readRows(
  parts: ReadonlyMap<string, Buffer>,
  sheet: string,
  file: string,
): Promise<readonly (readonly ReadCell[])[]> {
  // Loaded at the first workbook: a store opens without it.
  const { readSheet } = await import('read-excel-file/node')
  const archive = new ZipFile()
  for (const [name, content] of parts) archive.addBuffer(content, name, { compress: false })
  archive.end()
  const packed = await buffer(archive.outputStream)
  try {
    const rows = await readSheet<SheetNumber>(packed, sheet, {
      trim: false,
      parseNumber: number => ({ number }),
    })
    return rows as readonly (readonly ReadCell[])[]
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(refused(file, 'is damaged or no workbook; save it as .xlsx again').payload, {
      cause: error,
    })
  }
}

async function* batches(
  rows: readonly (readonly string[])[],
): AsyncGenerator<readonly (readonly string[])[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}
