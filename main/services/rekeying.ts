import { randomBytes } from 'node:crypto'
import { formatRecoveryKey } from '#main/store/recovery-key.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { rekeying } from '#shared/api/rekeying.ts'
import type { AreaHandlers } from './handlers.ts'
import { runRekeying } from './rekeying/run.ts'

const RECOVERY_BYTES = 32

export const rekeyingHandlers: AreaHandlers<typeof rekeying> = {
  begin(_input, { db, user, newId, session: { staging } }) {
    const secret = randomBytes(RECOVERY_BYTES)
    staging.recovery?.secret.fill(0)
    staging.recovery = { id: newId(), secret }
    const people = listUsers(db)
      .filter(({ active }) => active)
      .map(({ id, loginName, fullName }) => ({ loginName, fullName, isYou: id === user.id }))
      .toSorted((one, other) => Number(other.isYou) - Number(one.isYou))
    return { id: staging.recovery.id, recoveryKey: formatRecoveryKey(secret), people }
  },

  run: { conclude: runRekeying },
}
