import { openTable } from '#main/interchange/tables/open-table.ts'
import { AppError } from '#shared/api/errors.ts'
import type { TableFormat } from '#shared/core/imports/mapping.ts'

/** A table as it was opened, with all its rows. */
export async function opened(
  bytes: Uint8Array,
  format: 'text' | 'workbook' = 'text',
  table: TableFormat = {},
) {
  const { rows, ...head } = await openTable({ name: 'november.csv', bytes, format }, table)
  const all = []
  for await (const batch of rows()) all.push(...batch)
  return { ...head, rows: all }
}

/** What is said of a file that is refused as `invalid_file`; any other failure is thrown on. */
export async function saidOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (!(error instanceof AppError) || error.payload.code !== 'invalid_file') throw error
    return error.payload.issues
      .map(({ path, message }) => (path ? `${path}: ${message}` : message))
      .join('; ')
  }
}
