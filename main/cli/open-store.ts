import { resolve } from 'node:path'
import { directClient } from '#main/hosts/direct.ts'
import { shippedProtocols } from '#main/hosts/resources.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Opened } from '#shared/api/session.ts'
import { type Options, required } from './command.ts'
import { passwordOption, readPassword } from './password.ts'
import { startEngine } from './start-engine.ts'
import type { Terminal } from './terminal.ts'

/** The options of every command that opens a store. */
export const storeOptions = {
  store: { type: 'string', value: 'DIR', help: 'the folder of the store' },
  user: { type: 'string', value: 'NAME', help: 'the login name' },
  'password-fd': passwordOption,
} as const satisfies Options

/** How the password of `command` is given, for its help. */
export function passwordDetails(command: string): string {
  return [
    'The password is typed, or read from a file descriptor: never an argument, never the environment.',
    'npm hands on no descriptor but 0; for another one call node itself:',
    `  npm run -s lobule -- ${command} --store DIR --user NAME --password-fd 0 < FILE`,
    `  node_modules/.bin/node main/cli/lobule.ts ${command} --store DIR --user NAME --password-fd 3 3< FILE`,
  ].join('\n')
}

interface StoreValues {
  readonly store?: string | undefined
  readonly user?: string | undefined
  readonly 'password-fd'?: string | undefined
}

/** Unlocks a store for one piece of work, which may sign with the password, and locks it again. Throws `not_found` where there is none; creates nothing. */
export async function withStore<T>(
  values: StoreValues,
  terminal: Terminal,
  work: (client: Client<typeof contract>, opened: Opened, password: string) => Promise<T>,
): Promise<T> {
  const directory = resolve(required('store', values.store))
  const loginName = required('user', values.user)
  const engine = startEngine(directory, await shippedProtocols(), terminal)
  try {
    const client = directClient(engine)
    const status = await client.site.status({})
    if (status.state === 'none') throw new AppError({ code: 'not_found', entity: 'store', id: directory })
    if (status.state === 'incomplete') throw new AppError({ code: 'store_missing', part: status.missing })
    const password = await readPassword(values['password-fd'], terminal)
    return await work(client, await client.session.unlock({ loginName, password }), password)
  } finally {
    await engine.close()
  }
}
