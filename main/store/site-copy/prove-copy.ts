import { isDeepStrictEqual } from 'node:util'
import { closeDatabase, openDatabase } from '../connection.ts'
import { storeFiles } from '../files.ts'
import type { StoreKey } from '../store-key.ts'
import { CONTENT, type CopyFile, isMadeWith, refusedCopy } from './copy-file.ts'
import { copyFileOf } from './read-site-copy.ts'
import { stateOf } from './state-of.ts'

/**
 * Opens the database of a copy in a folder with the key of its store, reads every page, and compares end of the trail,
 * counts and version with what the copy says. Throws `store_damaged` where it does not open, `invalid_file` where it is
 * not what it says or another store's. That the other parts are whole, `readSiteCopy` tells.
 */
export function proveCopy(folder: string, key: StoreKey): CopyFile {
  const copy = copyFileOf(folder)
  if (!isMadeWith(key, copy)) throw refusedCopy(CONTENT, 'was not written by this store')
  const db = openDatabase(storeFiles(folder).database, key)
  try {
    const { storeId, ...state } = stateOf(db)
    const { madeAt: _madeAt, application: _application, purpose: _purpose, ...said } = copy.summary
    if (storeId !== copy.storeId || !isDeepStrictEqual(state, said))
      throw refusedCopy(CONTENT, 'does not say what its database holds')
    return copy
  } finally {
    closeDatabase(db)
  }
}
