import { isUtf8 } from 'node:buffer'
import type { Encoding } from '#shared/core/imports/mapping.ts'
import { refused } from './table-limits.ts'

/** Bytes that are decoded at once: few enough that long work can pause between their rows. */
const CHUNK = 128 * 1024
/** Bytes that are looked at for the zeros of UTF-16. */
const LOOK = 4096

/** How a text is encoded, by its mark or by what its bytes can be. Refused where it is in none that is read here. */
export function encodingOf(bytes: Uint8Array, file: string): Encoding {
  const marked = markedAs(bytes) ?? utf16ByZeros(bytes)
  if (marked !== undefined) return marked
  if (isUtf8(bytes)) return 'utf-8'
  // A text that was cut within a character must not be taken for one of another encoding.
  if ([1, 2, 3].some(cut => isUtf8(bytes.subarray(0, -cut)) && !isAscii(bytes.subarray(0, -cut))))
    throw refused(file, 'ends in the middle of a character; export it again')
  if (decodes(bytes, 'gb18030')) return 'gb18030'
  throw refused(file, 'is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8')
}

/** A text in parts, without its mark; refused where bytes are none of the encoding, or a NUL says that it is no text. */
export function* decoded(bytes: Uint8Array, encoding: Encoding, file: string): Generator<string> {
  const decoder = new TextDecoder(encoding === 'utf-16be' ? 'utf-16le' : encoding, { fatal: true })
  let isFirst = true
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const isLast = at + CHUNK >= bytes.length
    const part = chunkOf(bytes, at, encoding)
    const text = decodedPart(decoder, { part, isLast, file })
    if (text.includes('\0')) throw refused(file, 'holds NUL characters: it is no text; export it again')
    yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst = false
  }
}

function decodedPart(
  decoder: InstanceType<typeof TextDecoder>,
  { part, isLast, file }: { part: Uint8Array; isLast: boolean; file: string },
): string {
  try {
    return decoder.decode(part, { stream: !isLast })
  } catch {
    throw refused(file, 'is not in the encoding that was chosen; choose another')
  }
}

/** UTF-16 is decoded in one byte order: not every runtime has the other. */
function chunkOf(bytes: Uint8Array, at: number, encoding: Encoding): Uint8Array {
  const part = bytes.subarray(at, at + CHUNK)
  if (encoding !== 'utf-16be') return part
  const even = part.length - (part.length % 2)
  const swapped = Buffer.from(part)
  swapped.subarray(0, even).swap16()
  return swapped
}

function markedAs(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/**
 * Digits, marks and line ends have one zero byte in UTF-16, on the same side; other texts have none. Few characters have
 * theirs on the other side (一), and a text with a NUL or two is no UTF-16.
 */
function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
  const start = bytes.subarray(0, LOOK)
  const zeros = start.reduce<[number, number]>(
    ([even, odd], byte, index) =>
      byte !== 0 ? [even, odd] : index % 2 === 0 ? [even + 1, odd] : [even, odd + 1],
    [0, 0],
  )
  const [even, odd] = zeros
  const isMany = (one: number, other: number) => one >= 4 && one > start.length / 20 && one > 4 * other
  if (isMany(odd, even)) return 'utf-16le'
  return isMany(even, odd) ? 'utf-16be' : undefined
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80)
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length })
    return true
  } catch {
    return false
  }
}
