import type { RestoreProof } from '#shared/api/restoring.ts'
import { type Options, required } from './command.ts'
import { passwordOption, readPassword } from './password.ts'
import type { Terminal } from './terminal.ts'

/** The options of every command that opens a backup. */
export const proofOptions = {
  user: { type: 'string', value: 'NAME', help: 'a login name of the backup' },
  'recovery-key': {
    type: 'boolean',
    help: 'what is typed or read is the recovery key, in place of login name and password',
  },
  'password-fd': passwordOption,
} as const satisfies Options

interface ProofValues {
  readonly user?: string | undefined
  readonly 'recovery-key'?: boolean | undefined
  readonly 'password-fd'?: string | undefined
}

/** What opens a backup, as it is typed or read. */
export async function readProof(values: ProofValues, terminal: Terminal): Promise<RestoreProof> {
  const loginName = values['recovery-key'] === true ? undefined : required('user', values.user)
  const secret = await readPassword(values['password-fd'], terminal)
  return loginName === undefined
    ? { by: 'recovery_key', recoveryKey: secret }
    : { by: 'password', loginName, password: secret }
}
