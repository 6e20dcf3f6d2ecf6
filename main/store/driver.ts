// The package's "exports" hides its own types from TypeScript; a tsconfig `paths` entry would mend the check, but
// other tools follow it at run time into a .d.ts. So the types are taken by file, here only.

// @ts-expect-error -- TS7016, see above
import untyped from 'better-sqlite3-multiple-ciphers'
import type Driver from '../../node_modules/better-sqlite3-multiple-ciphers/index.d.ts'

/** The SQLite driver with encryption. Only `connection.ts` opens a store with it, and `store-lock.ts` an empty file. */
export const Database = untyped as typeof Driver
export type Db = Driver.Database
export type Statement = Driver.Statement<unknown[], unknown>
