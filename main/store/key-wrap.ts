import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'

/** What a derivation costs. The bounds keep a damaged file from asking for hours or for all memory. */
export const KdfCost = z.strictObject({
  memoryKiB: z.int().min(8).max(4_194_304),
  iterations: z.int().min(1).max(100),
  parallelism: z.int().min(1).max(64),
})
export type KdfCost = z.infer<typeof KdfCost>

/** RFC 9106, section 4, second recommended option. */
export const DEFAULT_KDF: KdfCost = { memoryKiB: 65_536, iterations: 3, parallelism: 4 }

const base64 = z.base64()

const Kdf = z.strictObject({ algorithm: z.literal('argon2id'), ...KdfCost.shape, salt: base64 })
type Kdf = z.infer<typeof Kdf>

/** A secret, wrapped by AES-256-GCM under a key that Argon2id derives; the cost stands with each wrap. */
export const KeyWrap = z.strictObject({
  kdf: Kdf,
  iv: base64,
  wrapped: base64,
})
export type KeyWrap = z.infer<typeof KeyWrap>

/** Tells a password that was used before; opens nothing. */
export const PasswordVerifier = z.strictObject({ kdf: Kdf, hash: base64 })
export type PasswordVerifier = z.infer<typeof PasswordVerifier>

const CIPHER = 'aes-256-gcm'
const TAG_BYTES = 16

/** Wraps bytes under a secret. `bound` is authenticated with them, so that a wrap serves one holder and purpose only. */
export async function wrapBytes(
  bytes: Uint8Array,
  { secret, bound, cost }: { secret: Uint8Array; bound: string; cost: KdfCost },
): Promise<KeyWrap> {
  const kdf = newKdf(cost)
  const iv = randomBytes(12)
  const derived = await derive(secret, kdf)
  try {
    const cipher = createCipheriv(CIPHER, derived, iv).setAAD(Buffer.from(bound))
    const wrapped = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    return { kdf, iv: iv.toString('base64'), wrapped: wrapped.toString('base64') }
  } finally {
    derived.fill(0)
  }
}

/** The bytes, or undefined where the secret is wrong or the wrap was made for another holder. The caller zeroes them. */
export async function unwrapBytes(
  wrap: KeyWrap,
  secret: Uint8Array,
  bound: string,
): Promise<Uint8Array | undefined> {
  const derived = await derive(secret, wrap.kdf)
  const wrapped = Buffer.from(wrap.wrapped, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, derived, Buffer.from(wrap.iv, 'base64'), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(wrapped.subarray(-TAG_BYTES))
    const opened = decipher.update(wrapped.subarray(0, -TAG_BYTES))
    decipher.final()
    return opened
  } catch {
    return undefined
  } finally {
    derived.fill(0)
  }
}

/** A verifier with a salt of its own: equal passwords of two people, or of two times, do not look alike. */
export async function makeVerifier(password: string, cost: KdfCost): Promise<PasswordVerifier> {
  const kdf = newKdf(cost)
  const derived = await withPassword(password, secret => derive(secret, kdf))
  const hash = Buffer.from(derived).toString('base64')
  derived.fill(0)
  return { kdf, hash }
}

/** Whether this is the password that the verifier was made of. */
export async function matchesVerifier({ kdf, hash }: PasswordVerifier, password: string): Promise<boolean> {
  const derived = await withPassword(password, secret => derive(secret, kdf))
  const known = Buffer.from(hash, 'base64')
  const matches = known.length === derived.length && timingSafeEqual(known, derived)
  derived.fill(0)
  return matches
}

/** Lends a password's bytes and zeroes them. NFKC, so that it opens whichever way the keyboard composes it. */
export async function withPassword<T>(password: string, use: (secret: Buffer) => Promise<T>): Promise<T> {
  const secret = Buffer.from(password.normalize('NFKC'), 'utf8')
  try {
    return await use(secret)
  } finally {
    secret.fill(0)
  }
}

function newKdf(cost: KdfCost): Kdf {
  return { algorithm: 'argon2id', ...cost, salt: randomBytes(16).toString('base64') }
}

function derive(secret: Uint8Array, kdf: Kdf): Promise<Uint8Array> {
  return argon2id({
    password: secret,
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
}
