import { fromBER } from 'asn1js'
import { createCMSECDSASignature, createECDSASignatureFromCMS } from 'pkijs'
import { hexOf, owned, type Subtle } from './bytes.ts'

const COORDINATE_BYTES = 32

/** What was signed, with which public key (SPKI), and the signature in DER. */
export interface Signed {
  readonly data: Uint8Array
  readonly signature: Uint8Array
  readonly publicKey: Uint8Array
}

/** Whether an ECDSA P-256 signature with SHA-256 is right. A malformed one is wrong, however it might be read. */
export async function ecdsaHolds({ data, signature, publicKey }: Signed, subtle: Subtle): Promise<boolean> {
  try {
    const key = await subtle.importKey(
      'spki',
      owned(publicKey),
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    )
    const raw = createECDSASignatureFromCMS(fromBER(owned(signature)).result, COORDINATE_BYTES)
    // The reader takes more than DER: a changed byte that it overlooks is a changed byte.
    if (hexOf(new Uint8Array(createCMSECDSASignature(raw))) !== hexOf(signature)) return false
    return await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, new Uint8Array(raw), owned(data))
  } catch {
    return false
  }
}
