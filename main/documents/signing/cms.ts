import { webcrypto } from 'node:crypto'
import { bytesToSign, type CmsParts, cmsOf } from '#shared/verify/cms.ts'
import { signBytes } from './sign-text.ts'

/** A detached CMS signature. The caller zeroes the key (PKCS#8). */
export async function signCms(parts: CmsParts, privateKey: Uint8Array): Promise<Uint8Array> {
  const { subtle } = webcrypto
  const signature = await signBytes(await bytesToSign(parts, subtle), privateKey)
  return cmsOf(parts, signature, subtle)
}
