import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32
const HEX_DIGITS = Buffer.from('0123456789abcdef')

/** The random 256-bit key of one store. Kept as bytes only, never as text, so that it can be zeroed. */
export class StoreKey {
  readonly #bytes: Buffer
  #destroyed = false

  private constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  static generate(): StoreKey {
    return new StoreKey(randomBytes(KEY_BYTES))
  }

  /** Takes a copy and zeroes what it was given. */
  static take(bytes: Uint8Array): StoreKey {
    if (bytes.length !== KEY_BYTES) throw new Error(`a store key has ${KEY_BYTES} bytes`)
    const own = Buffer.alloc(KEY_BYTES)
    own.set(bytes)
    bytes.fill(0)
    return new StoreKey(own)
  }

  /** The bytes themselves, for wrapping; zeroed by `destroy`. */
  bytes(): Buffer {
    if (this.#destroyed) throw new Error('this store key was destroyed')
    return this.#bytes
  }

  /** `x'…'` in ASCII, as SQLCipher takes a raw key. The caller zeroes it after use. */
  sqlCipherLiteral(): Buffer {
    const literal = Buffer.alloc(2 + KEY_BYTES * 2 + 1)
    literal.write("x'", 'ascii')
    this.bytes().forEach((byte, index) => {
      literal[2 + index * 2] = HEX_DIGITS[byte >> 4] ?? 0
      literal[3 + index * 2] = HEX_DIGITS[byte & 15] ?? 0
    })
    literal.write("'", literal.length - 1, 'ascii')
    return literal
  }

  /** HMAC-SHA-256 in hexadecimal under a key derived for one purpose only. */
  mac(purpose: string, text: string): string {
    const derived = Buffer.from(hkdfSync('sha256', this.bytes(), '', `lobule|${purpose}|v1`, KEY_BYTES))
    try {
      return createHmac('sha256', derived).update(text).digest('hex')
    } finally {
      derived.fill(0)
    }
  }

  /** Whether `mac` is what `this.mac(purpose, text)` gives, compared in constant time. */
  hasMac(purpose: string, text: string, mac: string): boolean {
    const wanted = Buffer.from(this.mac(purpose, text))
    const given = Buffer.from(mac)
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  }

  destroy(): void {
    this.#bytes.fill(0)
    this.#destroyed = true
  }
}
