import { type Keyring, knownLogin, unwrapForUser, unwrapWithRecovery } from '#main/store/keyring.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { AppError } from '#shared/api/errors.ts'
import type { RestoreProof } from '#shared/api/restoring.ts'
import type { OpenContext } from '../context.ts'
import { counted, note, RECOVERY, wrongSecret } from '../proof.ts'
import { storeStatus } from '../store-status.ts'

/**
 * The key of a backup. Failures are counted and logged with those of the store that is here: its passwords are likely to
 * be the same. On a computer without a store nothing is counted: whoever has the file alone can guess elsewhere as fast.
 */
export async function openKeyring(
  keyring: Keyring,
  proof: RestoreProof,
  context: OpenContext,
): Promise<StoreKey> {
  const login = proof.by === 'password' ? knownLogin(keyring, proof.loginName) : RECOVERY
  if (storeStatus(context).state === 'none') {
    const key = await unwrapped(keyring, proof)
    if (key === undefined) throw new AppError({ code: 'wrong_password', retryAfterSeconds: 0 })
    return key
  }
  const failed = proof.by === 'password' ? 'unlock_failed' : 'recovery_key_failed'
  return counted(context, login, async attempt => {
    const key = await unwrapped(keyring, proof)
    if (key === undefined) throw wrongSecret(context, attempt, failed, login)
    attempt.withdraw(context.now().getTime())
    // Somebody opened a backup, perhaps with the recovery key: that is told even where nothing comes of it (trust.md B3).
    const by = login === RECOVERY || login === undefined ? {} : { login }
    note(context, { event: 'restore_prepared', ...by, detail: proof.by })
    return key
  })
}

/** The key, or undefined for a secret that does not open it. Throws `invalid_input` for a mistyped recovery key. */
export async function unwrapped(keyring: Keyring, proof: RestoreProof): Promise<StoreKey | undefined> {
  if (proof.by === 'recovery_key') return unwrapWithRecovery(keyring, proof.recoveryKey)
  return (await unwrapForUser(keyring, proof.loginName, proof.password))?.key
}
