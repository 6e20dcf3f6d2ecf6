import { type Keyring, knownLogin, unwrapForUser, unwrapWithRecovery } from '#main/store/keyring.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { AppError } from '#shared/api/errors.ts'
import type { RestoreProof } from '#shared/api/restoring.ts'
import type { OpenContext } from '../context.ts'
import { counted, note, RECOVERY, wrongSecret } from '../proof.ts'
import { storeStatus } from '../store-status.ts'
import { isEntitled, isKeyOfNow, keyringOfNow, TO_RESTORE } from './entitled.ts'

/**
 * The key of a backup. Failures are counted and logged with those of the store that is here: its passwords are likely to
 * be the same. On a computer without a store nothing is counted: whoever has the file alone can guess elsewhere as fast.
 */
export async function openKeyring(
  keyring: Keyring,
  proof: RestoreProof,
  context: OpenContext,
): Promise<StoreKey> {
  if (storeStatus(context).state === 'none') {
    const key = await unwrapped(keyring, proof)
    if (key === undefined) throw new AppError({ code: 'wrong_password', retryAfterSeconds: 0 })
    return key
  }
  const ofNow = keyringOfNow(context.directory)
  // Of a file that anybody can bring only those names count that the store here knows.
  const login = proof.by === 'recovery_key' ? RECOVERY : ofNow && knownLogin(ofNow, proof.loginName)
  const failed = proof.by === 'password' ? 'unlock_failed' : 'recovery_key_failed'
  return counted(context, login, async attempt => {
    const key = await unwrapped(keyring, proof)
    if (key === undefined) throw wrongSecret(context, attempt, failed, login)
    attempt.withdraw(context.now().getTime())
    try {
      admit({ keyring, ofNow, key, proof }, context)
      return key
    } catch (error) {
      key.destroy()
      throw error
    }
  })
}

/** The key, or undefined for a secret that does not open it. Throws `invalid_input` for a mistyped recovery key. */
export async function unwrapped(keyring: Keyring, proof: RestoreProof): Promise<StoreKey | undefined> {
  if (proof.by === 'recovery_key') return unwrapWithRecovery(keyring, proof.recoveryKey)
  return (await unwrapForUser(keyring, proof.loginName, proof.password))?.key
}

/** The login name by which a backup was opened, as its keyring has it; undefined for the recovery key. */
export function loginOf(keyring: Keyring, proof: RestoreProof): string | undefined {
  return proof.by === 'password' ? knownLogin(keyring, proof.loginName) : undefined
}

interface Opening {
  readonly keyring: Keyring
  readonly ofNow: Keyring | undefined
  readonly key: StoreKey
  readonly proof: RestoreProof
}

/**
 * Somebody opened a backup, perhaps with the recovery key: that is told even where nothing comes of it (trust.md B3). A
 * name is told only with the key of the store itself: else it is what somebody wrote into a file of their own.
 */
function admit({ keyring, ofNow, key, proof }: Opening, context: OpenContext): void {
  const login = loginOf(keyring, proof)
  const isOwn = isKeyOfNow(key, ofNow)
  const userId = keyring.wraps.find(({ loginName }) => loginName === login)?.userId
  const mayRestore = !isOwn || userId === undefined || isEntitled(userId, key, context.directory)
  const opened = isOwn || proof.by === 'recovery_key' ? proof.by : 'unknown_key'
  const by = isOwn && login !== undefined ? { login } : {}
  note(context, { event: 'restore_prepared', ...by, detail: mayRestore ? opened : 'not_permitted' })
  if (!mayRestore) throw new AppError({ code: 'not_permitted', right: TO_RESTORE })
}
