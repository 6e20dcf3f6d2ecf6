import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import { changeSchema, copyDatabase, type ReadableDb, schemaVersion, type WritableDb } from './connection.ts'
import { OWNER_ONLY, OWNER_ONLY_DIRECTORY, syncDirectory, syncPath } from './files.ts'
import { siteUsersTrail } from './migrations/0010-site-users-trail.ts'
import { patientsAndFacts } from './migrations/0020-patients-and-facts.ts'
import { protocolConfiguration } from './migrations/0030-protocol-configuration.ts'
import { drafts } from './migrations/0040-drafts.ts'
import { laboratoriesAndSettings } from './migrations/0050-laboratories-and-settings.ts'
import { signaturesAndDocuments } from './migrations/0060-signatures-and-documents.ts'
import { conductAndDeviations } from './migrations/0070-conduct-and-deviations.ts'
import { adverseEvents } from './migrations/0080-adverse-events.ts'
import { importsAndExports } from './migrations/0090-imports-and-exports.ts'
import { backups } from './migrations/0100-backups.ts'
import type { Migration } from './migrations/migration.ts'

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [
  siteUsersTrail,
  patientsAndFacts,
  protocolConfiguration,
  drafts,
  laboratoriesAndSettings,
  signaturesAndDocuments,
  conductAndDeviations,
  adverseEvents,
  importsAndExports,
  backups,
]

/** What a migration did; `backup` is the copy made before it, absent for a new store. */
export interface Migrated {
  readonly from: number
  readonly to: number
  readonly backup?: string
}

/**
 * Brings a database to version `to` (default: the newest), one transaction a step, after an encrypted copy into
 * `backups`. Undefined where nothing was to be done. A store written by a newer version is refused as `unavailable`.
 */
export function migrate(db: WritableDb, folder: string, to = Number.POSITIVE_INFINITY): Migrated | undefined {
  const pending = pendingMigration(db, to)
  if (pending === undefined) return undefined
  const { from, to: last, steps } = pending
  const backup = from === 0 ? undefined : backUp(db, folder, `v${from}-before-v${last}`)
  for (const step of steps) changeSchema(db, step)
  return { from, to: last, ...(backup === undefined ? {} : { backup }) }
}

/** What `migrate` would do; undefined for nothing. Throws `unavailable` for a store of a newer version. */
export function pendingMigration(
  db: ReadableDb,
  to = Number.POSITIVE_INFINITY,
): (Migrated & { readonly steps: readonly Migration[] }) | undefined {
  const from = schemaVersion(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (from > newest) throw new AppError({ code: 'unavailable', what: 'store written by a newer version' })
  const steps = migrations.filter(({ version }) => version > from && version <= to)
  const last = steps.at(-1)
  return last && { from, to: last.version, steps }
}

/** Copies the database into `backups` under a name that is free; it is there whole or not at all. */
function backUp(db: WritableDb, backups: string, name: string): string {
  mkdirSync(backups, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
  const file = freeName(backups, name)
  const temporary = `${file}.tmp`
  rmSync(temporary, { force: true })
  copyDatabase(db, temporary)
  chmodSync(temporary, OWNER_ONLY)
  syncPath(temporary)
  renameSync(temporary, file)
  syncDirectory(backups)
  return file
}

function freeName(backups: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const file = join(backups, count === 1 ? `${name}.db` : `${name}-${count}.db`)
    if (!existsSync(file)) return file
  }
}
