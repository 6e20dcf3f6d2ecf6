import { CsvError, type Parser, parse } from 'csv-parse'
import type { AppError } from '#shared/api/errors.ts'
import type { Delimiter } from '#shared/core/imports/mapping.ts'
import { invalidFile } from '../json-file.ts'
import { MAXIMUM_ROW_CHARACTERS, MAXIMUM_ROWS, refused } from './table-limits.ts'

/** A text and how it is read. */
export interface RecordSource {
  readonly chunks: Iterable<string>
  readonly delimiter: Delimiter
  /** Whether a quotation mark stands anywhere in it. */
  readonly hasQuotes: boolean
  readonly file: string
}

/** Rows that are handed on at once: few enough that long work can pause between them. */
const BATCH = 1000
const LINE_END = /\r\n|\n|\r/

/**
 * The rows of a text, blank ones too, some at a time. A text without a quotation mark is parted at its line ends and
 * delimiters, which is what CSV means there and is done many times faster; else csv-parse reads it.
 */
export async function* records(source: RecordSource): AsyncGenerator<readonly (readonly string[])[]> {
  let count = 0
  for await (const batch of source.hasQuotes ? quotedRecords(source) : plainRecords(source)) {
    count += batch.length
    if (count > MAXIMUM_ROWS) throw refused(source.file, `has more than ${MAXIMUM_ROWS} rows; divide it`)
    for (let at = 0; at < batch.length; at += BATCH) yield batch.slice(at, at + BATCH)
  }
}

function* plainRecords({ chunks, delimiter, file }: RecordSource): Generator<string[][]> {
  let rest = ''
  for (const chunk of chunks) {
    const text = rest + chunk
    // A CR at the end may have its LF in the next part.
    const isParted = text.endsWith('\r')
    const lines = (isParted ? text.slice(0, -1) : text).split(LINE_END)
    rest = (lines.pop() ?? '') + (isParted ? '\r' : '')
    if (rest.length > MAXIMUM_ROW_CHARACTERS) throw tooLong(file)
    if (lines.length > 0) yield lines.map(line => partsOf(line, delimiter, file))
  }
  if (rest !== '')
    yield rest
      .replace(/\r$/, '')
      .split('\r')
      .map(line => partsOf(line, delimiter, file))
}

function partsOf(line: string, delimiter: Delimiter, file: string): string[] {
  if (line.length > MAXIMUM_ROW_CHARACTERS) throw tooLong(file)
  return line.split(delimiter)
}

/** Driven by hand: what was written is parsed at once, so that no more than a part of the text is held as rows. */
async function* quotedRecords({ chunks, delimiter, file }: RecordSource): AsyncGenerator<string[][]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAXIMUM_ROW_CHARACTERS,
  })
  // The failure is asked for after each part; without a listener it would end the process.
  parser.on('error', () => undefined)
  for (const chunk of chunks) {
    parser.write(chunk)
    yield drained(parser, file)
  }
  parser.end()
  while (!parser.closed) {
    yield drained(parser, file)
    await new Promise(resolve => setImmediate(resolve))
  }
  yield drained(parser, file)
}

function drained(parser: Parser, file: string): string[][] {
  const rows: string[][] = []
  for (;;) {
    const row: unknown = parser.read()
    if (row === null) break
    rows.push(row as string[])
  }
  if (parser.errored !== null) throw brokenRecord(parser.errored, file)
  return rows
}

function brokenRecord(error: Error, file: string): AppError {
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(file)
  return invalidFile(file, [
    {
      path: `line ${String(error['lines'])}`,
      message: 'has a quotation mark that is not closed where it should be',
    },
  ])
}

function tooLong(file: string): AppError {
  return refused(file, `has a row of more than ${MAXIMUM_ROW_CHARACTERS} characters; it is no table`)
}
