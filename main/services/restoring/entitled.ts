import { peekDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { isKeyOf, type Keyring, readKeyring } from '#main/store/keyring.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { findUser } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight, type Right } from '#shared/api/rights.ts'
import type { UserId } from '#shared/core/ids.ts'

/** As for a drill: whoever replaces a store decides for the site. */
export const TO_RESTORE: Right = 'backups.manage'

/**
 * Whether the store of now lets somebody of a backup replace it: who was deactivated since, or never had the right, may
 * not. A store that does not open with the key of the backup, or does not know them, cannot tell and keeps nobody away.
 */
export function isEntitled(userId: UserId, key: StoreKey, directory: string): boolean {
  try {
    const user = peekDatabase(storeFiles(directory).database, key, db => findUser(db, userId))
    return user === undefined || (user.active && hasRight(user, TO_RESTORE))
  } catch (error) {
    if (isBroken(error)) return true
    throw error
  }
}

/** The keyring of the store of now; undefined where it is not there or cannot be read. */
export function keyringOfNow(directory: string): Keyring | undefined {
  try {
    return readKeyring(directory)
  } catch (error) {
    if (isBroken(error)) return undefined
    throw error
  }
}

/** Whether a key that somebody brought is that of the store of now. */
export function isKeyOfNow(key: StoreKey, now: Keyring | undefined): boolean {
  return now !== undefined && isKeyOf(now, key)
}

/** Whether a store is not there or does not open. */
export function isBroken(error: unknown): boolean {
  return error instanceof AppError && ['store_damaged', 'store_missing'].includes(error.payload.code)
}
