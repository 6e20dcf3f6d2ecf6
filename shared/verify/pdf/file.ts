import { latin1 } from '../bytes.ts'
import { match, type PdfDictionary, PdfUnreadable, type PdfValue, readValue, skipSpaces } from './values.ts'

/** One save of a file: the objects that it adds or replaces, by number, and where it ends. */
interface Revision {
  readonly start: number
  readonly end: number
  readonly tableAt: number
  readonly objects: ReadonlyMap<number, number>
  /** Numbers of objects that it removes, besides the head of the list. */
  readonly removed: readonly number[]
  readonly trailer: PdfDictionary
}

/** A PDF with its saves, oldest first. */
export interface PdfFile {
  readonly bytes: Uint8Array
  readonly source: string
  readonly revisions: readonly Revision[]
}

/** An object as one revision has it; a stream's bytes are those in the file. */
export interface PdfObject {
  readonly value: PdfValue
  readonly streamAt: number | undefined
}

const MOST_REVISIONS = 64
const MOST_OBJECTS = 500_000
const ending = /startxref\r?\n(\d{1,10})\r?\n%%EOF/y
const entry = /(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)/y
const subsection = /(\d{1,9}) (\d{1,9})[ \t]*\r?\n/y
const header = /(\d{1,9}) (\d{1,5}) obj\b/y
const streamStart = /stream\r?\n/y

/** Reads the saves of a PDF by its tables. Throws `PdfUnreadable` where it is not written as Lobule writes one. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const source = latin1(bytes)
  const sections: Omit<Revision, 'start'>[] = []
  let at = lastTableAt(source)
  for (;;) {
    const section = readSection(source, at)
    sections.unshift(section)
    const previous = numberOf(section.trailer.entries.get('Prev'))
    if (previous === undefined) break
    if (previous >= at || sections.length >= MOST_REVISIONS) throw new PdfUnreadable('saves are out of order')
    at = previous
  }
  const revisions = sections.map((section, index) => ({ ...section, start: sections[index - 1]?.end ?? 0 }))
  if (revisions.some(({ start, tableAt }) => tableAt < start)) throw new PdfUnreadable('saves overlap')
  return { bytes, source, revisions }
}

/** An object as it was after a revision; nothing where there is none. */
export function objectAt(file: PdfFile, number: number, revision: number): PdfObject | undefined {
  for (let index = revision; index >= 0; index--) {
    const offset = file.revisions[index]?.objects.get(number)
    if (offset !== undefined) return readObject(file.source, offset, number)
  }
  return undefined
}

/** What a value stands for after a revision: itself, or the object that it refers to. */
export function resolved(file: PdfFile, value: PdfValue | undefined, revision: number): PdfValue | undefined {
  return value?.kind === 'reference' ? objectAt(file, value.number, revision)?.value : value
}

/** The entry of a dictionary, resolved. */
export function entryOf(
  file: PdfFile,
  { value, key }: { value: PdfValue | undefined; key: string },
  revision: number,
): PdfValue | undefined {
  return value?.kind === 'dictionary' ? resolved(file, value.entries.get(key), revision) : undefined
}

export function numberOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'plain' && Number.isSafeInteger(value.value) ? (value.value as number) : undefined
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.name : undefined
}

function lastTableAt(source: string): number {
  const found = match(ending, source, source.lastIndexOf('startxref'))
  if (!found) throw new PdfUnreadable('no end of a save')
  return Number(found[1])
}

function readSection(source: string, tableAt: number): Omit<Revision, 'start'> {
  const first = match(/xref[ \t]*\r?\n/y, source, tableAt)
  if (!first) throw new PdfUnreadable(`no table of objects at ${tableAt}`)
  const objects = new Map<number, number>()
  const removed: number[] = []
  let at = tableAt + first[0].length
  for (let head = match(subsection, source, at); head; head = match(subsection, source, at)) {
    at += head[0].length
    const from = Number(head[1])
    const count = Number(head[2])
    if (from + count > MOST_OBJECTS) throw new PdfUnreadable('too many objects')
    for (let number = from; number < from + count; number++) {
      const found = match(entry, source, at)
      if (!found || objects.has(number)) throw new PdfUnreadable(`no entry for object ${number}`)
      at += found[0].length
      if (found[3] === 'n') objects.set(number, Number(found[1]))
      else if (number !== 0) removed.push(number)
    }
  }
  const trailerAt = skipSpaces(source, at)
  if (!source.startsWith('trailer', trailerAt)) throw new PdfUnreadable(`no trailer at ${at}`)
  const { value, end } = readValue(source, trailerAt + 'trailer'.length)
  if (value.kind !== 'dictionary') throw new PdfUnreadable('the trailer is no dictionary')
  if (value.entries.has('XRefStm')) throw new PdfUnreadable('a second table of objects')
  const close = skipSpaces(source, end)
  const tail = match(ending, source, close)
  if (!tail || Number(tail[1]) !== tableAt) throw new PdfUnreadable(`no end of a save at ${close}`)
  return { tableAt, objects, removed, trailer: value, end: close + tail[0].length }
}

function readObject(source: string, offset: number, number: number): PdfObject {
  const found = match(header, source, offset)
  if (!found || Number(found[1]) !== number) throw new PdfUnreadable(`no object ${number} at ${offset}`)
  const { value, end } = readValue(source, offset + found[0].length)
  const after = skipSpaces(source, end)
  const stream = value.kind === 'dictionary' ? match(streamStart, source, after) : null
  if (!stream && !source.startsWith('endobj', after)) throw new PdfUnreadable(`object ${number} has no end`)
  return { value, streamAt: stream ? after + stream[0].length : undefined }
}

/** The bytes of an object's stream as they lie in the file. */
export function streamBytes(file: PdfFile, { value, streamAt }: PdfObject, revision: number): Uint8Array {
  const length = numberOf(entryOf(file, { value, key: 'Length' }, revision))
  if (streamAt === undefined || length === undefined) throw new PdfUnreadable('no stream')
  const end = streamAt + length
  if (!match(/\r?\n?endstream/y, file.source, end)) throw new PdfUnreadable('a stream of another length')
  return file.bytes.subarray(streamAt, end)
}
