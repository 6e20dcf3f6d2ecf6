import { existsSync } from 'node:fs'
import { storeFiles } from '#main/store/files.ts'
import type { StoreStatus } from '#shared/api/site.ts'
import type { OpenContext } from './context.ts'

/** What the folder holds. Whether it opens, only a key can tell. */
export function storeStatus({ slot, directory }: Pick<OpenContext, 'slot' | 'directory'>): StoreStatus {
  if (slot.current) return { state: 'unlocked' }
  const { database, keyring } = storeFiles(directory)
  const has = { database: existsSync(database), keyring: existsSync(keyring) }
  if (!has.database && !has.keyring) return { state: 'none' }
  if (!has.database) return { state: 'incomplete', missing: 'database' }
  return has.keyring ? { state: 'locked' } : { state: 'incomplete', missing: 'keyring' }
}
