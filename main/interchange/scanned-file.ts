import type { CopyMediaType } from '#shared/api/certified-copies.ts'
import { invalidFile } from './json-file.ts'

const JPEG = Buffer.of(0xff, 0xd8, 0xff)
const JPEG_SCAN = Buffer.of(0xff, 0xda)
const JPEG_END = Buffer.of(0xff, 0xd9)
const PNG = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const PNG_END = Buffer.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82)

/** Where PDF 2.0 (ISO 32000-2, annex on implementation) lets readers look for the first and the last line. */
const PDF_MARGIN = 1024

/** What a scanned report is, by its bytes; refused as `invalid_file` where it is none, or was cut off on the way. */
export function scannedMediaType(bytes: Uint8Array, file: string): CopyMediaType {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = kinds.find(({ begins }) => begins(content))
  if (found === undefined)
    throw invalidFile(file, [{ path: '', message: 'is neither PDF, JPEG nor PNG; scan or save it as one' }])
  if (!found.ends(content))
    throw invalidFile(file, [
      { path: '', message: 'ends before it is whole; copy it from the scanner again' },
    ])
  return found.mediaType
}

const kinds: readonly {
  readonly mediaType: CopyMediaType
  readonly begins: (content: Buffer) => boolean
  readonly ends: (content: Buffer) => boolean
}[] = [
  {
    mediaType: 'application/pdf',
    begins: content => content.subarray(0, PDF_MARGIN).includes('%PDF-'),
    ends: content => content.subarray(-PDF_MARGIN).includes('%%EOF'),
  },
  {
    mediaType: 'image/jpeg',
    begins: content => content.subarray(0, JPEG.length).equals(JPEG),
    // A preview inside has an end of its own, so it must follow the last scan; phones append data of theirs after it.
    ends: content => {
      const scan = content.lastIndexOf(JPEG_SCAN)
      return scan > 0 && content.lastIndexOf(JPEG_END) > scan
    },
  },
  {
    mediaType: 'image/png',
    begins: content => content.subarray(0, PNG.length).equals(PNG),
    ends: content => content.subarray(-PDF_MARGIN).includes(PNG_END),
  },
]
