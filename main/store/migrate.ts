import { changeSchema, type ReadableDb, schemaVersion, type WritableDb } from './connection.ts'
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

/** From which version to which a database was brought. */
export interface Migrated {
  readonly from: number
  readonly to: number
}

/** What is left to do before a database can be used. */
export interface PendingMigration extends Migrated {
  readonly steps: readonly Migration[]
}

/**
 * Brings a database to version `to` (default: the newest), one transaction a step. Undefined where nothing was to be done.
 * Whoever migrates a store that somebody uses backs it up first.
 */
export function migrate(db: WritableDb, to = Number.POSITIVE_INFINITY): Migrated | undefined {
  const known = migrations.filter(({ version }) => version <= to)
  const pending = pendingMigration(db, known)
  return pending && applyMigration(db, pending)
}

/** What is left to do with these steps; undefined for nothing. */
export function pendingMigration(
  db: ReadableDb,
  known: readonly Migration[] = migrations,
): PendingMigration | undefined {
  const from = schemaVersion(db)
  const steps = known.filter(({ version }) => version > from)
  const last = steps.at(-1)
  return last && { from, to: last.version, steps }
}

/** One transaction a step: what a crash leaves is a store of one of the versions on the way. */
export function applyMigration(db: WritableDb, { from, to, steps }: PendingMigration): Migrated {
  for (const step of steps) changeSchema(db, step)
  return { from, to }
}
