import { Sha256 } from '#shared/core/ids.ts'

/** The SHA-256 of a file, computed in this page: the file goes nowhere. */
export async function fingerprintOf(file: Blob): Promise<Sha256> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Sha256.parse([...new Uint8Array(sum)].map(byte => byte.toString(16).padStart(2, '0')).join(''))
}
