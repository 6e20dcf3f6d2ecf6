import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { StoreKey } from './store-key.ts'

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

/** A store key, wrapped by AES-256-GCM under a key that Argon2id derives; the cost stands with each wrap. */
export const KeyWrap = z.strictObject({
  kdf: z.strictObject({ algorithm: z.literal('argon2id'), ...KdfCost.shape, salt: base64 }),
  iv: base64,
  wrapped: base64,
})
export type KeyWrap = z.infer<typeof KeyWrap>

const CIPHER = 'aes-256-gcm'
const TAG_BYTES = 16

/** Wraps the store key under a secret. `bound` is authenticated with it, so that a wrap serves one holder only. */
export async function wrapKey(
  key: StoreKey,
  secret: Uint8Array,
  bound: string,
  cost: KdfCost,
): Promise<KeyWrap> {
  const kdf = { algorithm: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('base64') }
  const iv = randomBytes(12)
  const derived = await derive(secret, kdf)
  try {
    const cipher = createCipheriv(CIPHER, derived, iv).setAAD(Buffer.from(bound))
    const wrapped = Buffer.concat([cipher.update(key.bytes()), cipher.final(), cipher.getAuthTag()])
    return { kdf, iv: iv.toString('base64'), wrapped: wrapped.toString('base64') }
  } finally {
    derived.fill(0)
  }
}

/** The store key, or undefined where the secret is wrong or the wrap was made for another holder. */
export async function unwrapKey(
  wrap: KeyWrap,
  secret: Uint8Array,
  bound: string,
): Promise<StoreKey | undefined> {
  const derived = await derive(secret, wrap.kdf)
  const wrapped = Buffer.from(wrap.wrapped, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, derived, Buffer.from(wrap.iv, 'base64'), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(wrapped.subarray(-TAG_BYTES))
    const opened = decipher.update(wrapped.subarray(0, -TAG_BYTES))
    decipher.final()
    return StoreKey.take(opened)
  } catch {
    return undefined
  } finally {
    derived.fill(0)
  }
}

/** A password's bytes: NFKC, so that it opens whichever way the keyboard composes it. The caller zeroes them. */
export function passwordBytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8')
}

function derive(secret: Uint8Array, kdf: KeyWrap['kdf']): Promise<Uint8Array> {
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
