import { type KdfCost, type KeyWrap, unwrapBytes, withPassword, wrapBytes } from '#main/store/key-wrap.ts'
import type { Sha256, UserId } from '#shared/core/ids.ts'

/** A private key's place: a wrap that was moved to another store, certificate or person does not open. */
export function signingKeyBound(storeId: string, serial: string, owner: UserId): string {
  return `lobule-signing-key|${storeId}|${serial}|${owner}|v1`
}

/** As `signingKeyBound`, for the site's certificate. */
export function authorityKeyBound(storeId: string, sha256: Sha256, holder: UserId): string {
  return `lobule-authority-key|${storeId}|${sha256}|${holder}|v1`
}

/** Wraps a private key under a password alone, and zeroes it. */
export async function sealKey(
  privateKey: Uint8Array,
  { password, bound, kdf: cost }: { password: string; bound: string; kdf: KdfCost },
): Promise<KeyWrap> {
  try {
    return await withPassword(password, secret => wrapBytes(privateKey, { secret, bound, cost }))
  } finally {
    privateKey.fill(0)
  }
}

/** A private key, or undefined where the password is not the one that it is under. The caller zeroes it. */
export function openKey(wrap: KeyWrap, password: string, bound: string): Promise<Uint8Array | undefined> {
  return withPassword(password, secret => unwrapBytes(wrap, secret, bound))
}

/** A private key under another password; undefined where the present one does not open it. */
export async function resealKey(
  wrap: KeyWrap,
  { present, next, bound, kdf }: { present: string; next: string; bound: string; kdf: KdfCost },
): Promise<KeyWrap | undefined> {
  const privateKey = await openKey(wrap, present, bound)
  return privateKey && sealKey(privateKey, { password: next, bound, kdf })
}
