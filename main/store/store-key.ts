import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto'

const KEY_BYTES = 32
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
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

  /** The same key once more, for work that goes on after a session has destroyed its own. */
  copy(): StoreKey {
    return StoreKey.take(Uint8Array.from(this.bytes()))
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
    return this.#withDerived(purpose, derived => createHmac('sha256', derived).update(text).digest('hex'))
  }

  /** Whether `mac` is what `this.mac(purpose, text)` gives, compared in constant time. */
  hasMac(purpose: string, text: string, mac: string): boolean {
    const wanted = Buffer.from(this.mac(purpose, text))
    const given = Buffer.from(mac)
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  }

  /** Ed25519 in base64 under a key derived for one purpose only: whoever has the public key can check it, nobody else make it. */
  sign(purpose: string, text: string): string {
    return this.#withPrivateKey(purpose, key => sign(null, Buffer.from(text), key).toString('base64'))
  }

  /** What `sign` is checked with: SubjectPublicKeyInfo in base64. The same for as long as the store has this key. */
  publicKey(purpose: string): string {
    return this.#withPrivateKey(purpose, key =>
      createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    )
  }

  destroy(): void {
    this.#bytes.fill(0)
    this.#destroyed = true
  }

  #withPrivateKey<T>(purpose: string, use: (key: KeyObject) => T): T {
    return this.#withDerived(purpose, seed => {
      const pkcs8 = Buffer.concat([ED25519_PKCS8, seed])
      try {
        return use(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
      } finally {
        pkcs8.fill(0)
      }
    })
  }

  #withDerived<T>(purpose: string, use: (derived: Buffer) => T): T {
    const derived = Buffer.from(hkdfSync('sha256', this.bytes(), '', `lobule|${purpose}|v1`, KEY_BYTES))
    try {
      return use(derived)
    } finally {
      derived.fill(0)
    }
  }
}
