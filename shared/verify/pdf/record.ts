import { z } from 'zod'
import type { Sha256 } from '#shared/core/ids.ts'
import { Seal } from '#shared/core/signatures/record.ts'
import { type Subtle, sha256Of, utf8Text } from '../bytes.ts'
import { entryOf, nameOf, objectAt, type PdfFile, resolved, streamBytes } from './file.ts'
import { PdfUnreadable, readableText } from './values.ts'

/** Inflates bytes of zlib's format; refuses to give more than a number of bytes. */
export type Inflate = (bytes: Uint8Array, most: number) => Promise<Uint8Array>

/** What of the attached record is looked at; the whole is what its hash is of. */
const Record = z.looseObject({
  schema: z.literal('lobule.document/1'),
  id: z.string(),
  training: z.boolean(),
  content: z.looseObject({ kind: z.string(), subject: z.unknown().optional(), seal: Seal.nullish() }),
})

/** The record that a document carries, with where else its hash is said. */
export interface CarriedRecord {
  readonly sha256: Sha256
  readonly text: string
  readonly record: z.infer<typeof Record> | undefined
  /** The hash as printed and as in the Info dictionary are this one. */
  readonly isNamed: boolean
}

const NAME = 'lobule-document.json'
const MOST_BYTES = 64 * 2 ** 20

/** Reads the record as the first save carries it; nothing where there is none. */
export async function carriedRecord(
  file: PdfFile,
  { subtle, inflate }: { subtle: Subtle; inflate: Inflate },
): Promise<CarriedRecord | undefined> {
  const stream = attachedStream(file)
  if (!stream) return undefined
  const packed = streamBytes(file, stream, 0)
  const filter = entryOf(file, { value: stream.value, key: 'Filter' }, 0)
  if (filter !== undefined && nameOf(filter) !== 'FlateDecode') throw new PdfUnreadable('packed otherwise')
  const bytes = filter === undefined ? packed : await inflate(packed, MOST_BYTES)
  const sha256 = await sha256Of(bytes, subtle)
  const text = utf8Text(bytes)
  return { sha256, text, record: recordOf(text), isNamed: isNamed(file, sha256) }
}

function attachedStream(file: PdfFile) {
  const root = resolved(file, file.revisions[0]?.trailer.entries.get('Root'), 0)
  const names = entryOf(file, { value: root, key: 'Names' }, 0)
  const files = entryOf(file, { value: names, key: 'EmbeddedFiles' }, 0)
  const list = entryOf(file, { value: files, key: 'Names' }, 0)
  if (list?.kind !== 'array') return undefined
  const at = list.items.findIndex(item => readableText(item) === NAME)
  const specification = at < 0 ? undefined : resolved(file, list.items[at + 1], 0)
  const embedded = entryOf(file, { value: specification, key: 'EF' }, 0)
  const stream = embedded?.kind === 'dictionary' ? embedded.entries.get('F') : undefined
  return stream?.kind === 'reference' ? objectAt(file, stream.number, 0) : undefined
}

function recordOf(text: string): z.infer<typeof Record> | undefined {
  try {
    return Record.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function isNamed(file: PdfFile, sha256: Sha256): boolean {
  const info = resolved(file, file.revisions[0]?.trailer.entries.get('Info'), 0)
  const inInfo = readableText(entryOf(file, { value: info, key: 'LobuleSha256' }, 0))
  const printed = file.source.slice(0, file.revisions[0]?.end).includes(`/ActualText (${sha256})`)
  return inInfo === sha256 && printed
}
