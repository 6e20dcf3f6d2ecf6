import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { UserId } from '#shared/core/ids.ts'
import { readIfPresent, storeFiles, writeAtomically } from './files.ts'
import { type KdfCost, KeyWrap, unwrapBytes, withPassword, wrapBytes } from './key-wrap.ts'
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import { StoreKey } from './store-key.ts'

/** `check` tells a damaged wrap from a wrong password; each wrap has its own, so that damage stays local. */
const RecoveryWrap = z.strictObject({ ...KeyWrap.shape, check: z.string() })
const UserWrap = z.strictObject({ userId: UserId, loginName: z.string().min(1), ...RecoveryWrap.shape })
/** A store key, wrapped for one user. */
export type UserWrap = z.infer<typeof UserWrap>

/** The file beside the store that holds its key, wrapped once for each user and once for the recovery key. */
const Keyring = z.strictObject({
  format: z.literal(1),
  storeId: z.string().min(1),
  /** An HMAC under the store key: shows that a key is this store's before anything is replaced with it. */
  keyCheck: z.string(),
  wraps: z.array(UserWrap).min(1),
  recovery: RecoveryWrap,
})
export type Keyring = z.infer<typeof Keyring>

/** Who gets a wrap, and by what. */
export interface Holder {
  readonly userId: UserId
  readonly loginName: string
  readonly password: string
  readonly kdf: KdfCost
}

const KEY_CHECK = 'keyring-check'

/** Makes a store's key and keyring. `recoveryKey` is to be shown once. Throws `store_exists` where there is one. */
export async function createKeyring(
  directory: string,
  first: Holder & { readonly storeId: string },
): Promise<{ key: StoreKey; recoveryKey: string }> {
  if (existsSync(storeFiles(directory).keyring)) throw new AppError({ code: 'store_exists' })
  const key = StoreKey.generate()
  const secret = randomBytes(32)
  writeKeyring(directory, await makeKeyring(key, { ...first, holders: [first], secret }))
  const recoveryKey = formatRecoveryKey(secret)
  secret.fill(0)
  return { key, recoveryKey }
}

/** Who and what opens a store: each holder by their password, and the recovery key. */
export interface KeyringParts {
  readonly storeId: string
  readonly holders: readonly Holder[]
  /** The 32 bytes of the recovery key; the caller zeroes them. */
  readonly secret: Uint8Array
  readonly kdf: KdfCost
}

/** A keyring for a key; writes nothing. One derivation for each holder, and one for the recovery key. */
export async function makeKeyring(key: StoreKey, parts: KeyringParts): Promise<Keyring> {
  const { storeId, holders, secret, kdf: cost } = parts
  const bound = boundTo(storeId, 'recovery')
  const recovery = withCheck(storeId, await wrapBytes(key.bytes(), { secret, bound, cost }))
  const wraps: UserWrap[] = []
  for (const holder of holders) wraps.push(await wrapForUser(storeId, key, holder))
  return { format: 1, storeId, keyCheck: key.mac(KEY_CHECK, storeId), wraps, recovery }
}

/** Throws `store_missing` where there is no keyring, `store_damaged` where it cannot be read. */
export function readKeyring(directory: string): Keyring {
  const text = readIfPresent(storeFiles(directory).keyring)
  if (text === undefined) throw new AppError({ code: 'store_missing', part: 'keyring' })
  try {
    return Keyring.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(error)
  }
}

/** A login name as the keyring keeps it. */
function normalLogin(loginName: string): string {
  return loginName.trim().normalize('NFKC').toLowerCase()
}

/** The login name if the keyring knows it. What it does not know is written nowhere: it may be a password. */
export function knownLogin(keyring: Keyring, typed: string): string | undefined {
  return keyring.wraps.find(wrap => wrap.loginName === normalLogin(typed))?.loginName
}

/**
 * The store key, or undefined for a wrong password or an unknown login: both take as long. Throws `store_damaged`
 * where the keyring, not the password, is at fault.
 */
export async function unwrapForUser(
  keyring: Keyring,
  loginName: string,
  password: string,
): Promise<{ key: StoreKey; userId: UserId } | undefined> {
  const { storeId, wraps } = keyring
  const wrap = wraps.find(candidate => candidate.loginName === normalLogin(loginName))
  const suspects = wrap === undefined ? wraps : [wrap]
  if (!suspects.every(suspect => isIntact(storeId, suspect))) throw damaged()
  const tried = wrap ?? wraps[0]
  const bound = wrap === undefined ? 'nobody' : boundTo(storeId, `user:${wrap.userId}`)
  const key = tried && (await withPassword(password, secret => unwrapKey(tried, secret, bound)))
  if (key === undefined || wrap === undefined) return undefined
  return { key: proven(keyring, key), userId: wrap.userId }
}

/** The store key, or undefined for the key of another store. Throws `invalid_input` for a mistyped key. */
export async function unwrapWithRecovery(
  keyring: Keyring,
  recoveryKey: string,
): Promise<StoreKey | undefined> {
  const secret = parseRecoveryKey(recoveryKey)
  if (!isIntact(keyring.storeId, keyring.recovery)) throw damaged()
  const key = await unwrapKey(keyring.recovery, secret, boundTo(keyring.storeId, 'recovery'))
  secret.fill(0)
  return key && proven(keyring, key)
}

/** The slow half of `addWrap` and `replaceWrap`: done before a transaction that then keeps the wrap. */
export function makeWrap(directory: string, key: StoreKey, holder: Holder): Promise<UserWrap> {
  return wrapForUser(readKeyring(directory).storeId, key, holder)
}

/** Whether a key is that of this keyring's store. */
export function isKeyOf({ storeId, keyCheck }: Keyring, key: StoreKey): boolean {
  return key.hasMac(KEY_CHECK, storeId, keyCheck)
}

/** Whether a keyring is that of a key, and anybody opens it: at least one way in is as it was written. */
export function opensForSomebody(keyring: Keyring, key: StoreKey): boolean {
  const { storeId, wraps, recovery } = keyring
  return isKeyOf(keyring, key) && [...wraps, recovery].some(way => isIntact(storeId, way))
}

/** Lets one more user open the store. Throws `duplicate` for a login name or user that has a wrap. */
export function addWrap(directory: string, key: StoreKey, wrap: UserWrap): void {
  changeWraps(directory, key, wraps => {
    if (wraps.some(({ loginName, userId }) => loginName === wrap.loginName || userId === wrap.userId)) {
      throw new AppError({ code: 'duplicate', entity: 'user', field: 'loginName' })
    }
    return [...wraps, wrap]
  })
}

/**
 * Gives a user a new password. The old one opens nothing from then on. Who was left out when the store got another key has
 * none, and enters again by it.
 */
export function replaceWrap(directory: string, key: StoreKey, wrap: UserWrap): void {
  changeWraps(directory, key, wraps => {
    const has = wraps.some(({ userId }) => userId === wrap.userId)
    return has ? wraps.map(old => (old.userId === wrap.userId ? wrap : old)) : [...wraps, wrap]
  })
}

/** Takes a user's way in. The last wrap stays: a keyring without one opens by the recovery key alone. */
export function removeWrap(directory: string, key: StoreKey, userId: UserId): void {
  changeWraps(directory, key, wraps => {
    const kept = wraps.filter(wrap => wrap.userId !== userId)
    if (kept.length === 0)
      throw new AppError({ code: 'unavailable', what: 'removing the last user of a store' })
    return kept
  })
}

/** The one place that replaces a keyring: never with a key that is not the store's. */
function changeWraps(directory: string, key: StoreKey, change: (wraps: UserWrap[]) => UserWrap[]): void {
  const keyring = readKeyring(directory)
  proven(keyring, key)
  writeKeyring(directory, { ...keyring, wraps: change(keyring.wraps) })
}

/** Puts a keyring in its place whole, or leaves what is there. */
export function writeKeyring(directory: string, keyring: Keyring): void {
  writeAtomically(storeFiles(directory).keyring, `${JSON.stringify(Keyring.parse(keyring), null, 2)}\n`)
}

async function wrapForUser(storeId: string, key: StoreKey, holder: Holder): Promise<UserWrap> {
  const { userId, password, kdf: cost } = holder
  const bound = boundTo(storeId, `user:${userId}`)
  const wrap = await withPassword(password, secret => wrapBytes(key.bytes(), { secret, bound, cost }))
  return withCheck(storeId, { userId, loginName: normalLogin(holder.loginName), ...wrap })
}

async function unwrapKey(wrap: KeyWrap, secret: Uint8Array, bound: string): Promise<StoreKey | undefined> {
  const bytes = await unwrapBytes(wrap, secret, bound)
  return bytes && StoreKey.take(bytes)
}

function boundTo(storeId: string, holder: string): string {
  return `lobule-store-key|${storeId}|${holder}|v1`
}

function proven(keyring: Keyring, key: StoreKey): StoreKey {
  if (isKeyOf(keyring, key)) return key
  throw damaged()
}

function withCheck<W extends object>(storeId: string, wrap: W): W & { check: string } {
  return { ...wrap, check: checkOf(storeId, wrap) }
}

function isIntact(storeId: string, { check, ...wrap }: { check: string }): boolean {
  return checkOf(storeId, wrap) === check
}

function checkOf(storeId: string, wrap: object): string {
  return createHash('sha256')
    .update(`${storeId}\n${canonicalize(wrap)}`)
    .digest('hex')
}

function damaged(cause?: unknown): AppError {
  return new AppError({ code: 'store_damaged', part: 'keyring' }, { cause })
}
