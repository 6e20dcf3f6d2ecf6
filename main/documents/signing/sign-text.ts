import { webcrypto } from 'node:crypto'
import { createCMSECDSASignature } from 'pkijs'
import { importKey } from './certificates.ts'

/** ECDSA P-256 with SHA-256 over the UTF-8 of a text; DER in base64. The caller zeroes the key. */
export async function signText(text: string, privateKey: Uint8Array): Promise<string> {
  const signature = await signBytes(new TextEncoder().encode(text), privateKey)
  return Buffer.from(signature).toString('base64')
}

/** The same over bytes, as DER. */
export async function signBytes(
  bytes: Uint8Array<ArrayBuffer>,
  privateKey: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await importKey(privateKey)
  const raw = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)
  return new Uint8Array(createCMSECDSASignature(raw))
}
