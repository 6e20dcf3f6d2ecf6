import { Sha256 } from '#shared/core/ids.ts'
import type { Expected } from './check-file.ts'

/** A fingerprint as it is typed from paper: 64 hexadecimal digits, grouped in any way. */
export function readFingerprint(text: string): Sha256 | undefined {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[\s:-]/g, '')
    .toLowerCase()
  return Sha256.safeParse(digits).data
}

/** A certificate file, DER or PEM; undefined where it is neither. */
export async function readCertificateFile(file: File): Promise<Expected> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const SEQUENCE = 0x30
  if (bytes[0] === SEQUENCE) return bytes
  const pem = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/.exec(
    new TextDecoder().decode(bytes),
  )?.[1]
  if (pem === undefined) return undefined
  return Uint8Array.from(atob(pem.replaceAll(/\s/g, '')), character => character.charCodeAt(0))
}
