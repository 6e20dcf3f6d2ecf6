import type { Sha256 } from '#shared/core/ids.ts'

/** A public key as the platform holds it. */
interface PublicKey {
  readonly type: string
}

interface Ecdsa {
  readonly name: 'ECDSA'
  readonly namedCurve: 'P-256'
}

/** What of WebCrypto a verification needs; every browser's and Node's `crypto.subtle` is one. */
export interface Subtle {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  importKey(
    format: 'spki',
    data: Uint8Array<ArrayBuffer>,
    algorithm: Ecdsa,
    extractable: boolean,
    uses: 'verify'[],
  ): Promise<PublicKey>
  verify(
    algorithm: { readonly name: 'ECDSA'; readonly hash: 'SHA-256' },
    key: PublicKey,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
}

/** SHA-256 of bytes. */
export async function sha256Of(bytes: Uint8Array, subtle: Subtle): Promise<Sha256> {
  return hexOf(await sha256Bytes(bytes, subtle)) as Sha256
}

/** The same as bytes. */
export async function sha256Bytes(bytes: Uint8Array, subtle: Subtle): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle.digest('SHA-256', owned(bytes)))
}

/** The same bytes in a buffer of their own. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes)
}

/** Lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes of hexadecimal digits; nothing where they are not. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 === 1 || /[^0-9a-f]/i.test(text)) return undefined
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  )
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a base64 text that zod has passed. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let at = 0; at < bytes.length; at++) {
    const first = Math.floor((at * 4) / 3)
    const pair = (BASE64.indexOf(digits.charAt(first)) << 6) | BASE64.indexOf(digits.charAt(first + 1))
    bytes[at] = pair >> (4 - 2 * (at % 3))
  }
  return bytes
}

/** A text in UTF-8. The language alone has no encoder, and this folder has nothing but the language. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text)
  const bytes = new Uint8Array(escaped.length)
  let length = 0
  for (let at = 0; at < escaped.length; at++) {
    const isEscape = escaped.charAt(at) === '%'
    bytes[length++] = isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at)
    if (isEscape) at += 2
  }
  return bytes.slice(0, length)
}

/** The text that bytes say in UTF-8; throws where they say none. */
export function utf8Text(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(Array.from(bytes.subarray(at, at + PIECE), escapedByte).join(''))
  }
  return decodeURIComponent(pieces.join(''))
}

/** Each byte as one character: a way to search bytes with the tools of texts. */
export function latin1(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    // Spread, each byte would become an argument of its own first: ten times slower.
    pieces.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + PIECE)) as string)
  }
  return pieces.join('')
}

const PIECE = 8192

function escapedByte(byte: number): string {
  return byte < 0x80 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`
}
