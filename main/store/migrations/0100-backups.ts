import { appendOnly, type Migration } from './migration.ts'

export const backups: Migration = {
  version: 100,
  name: 'backups',
  sql: `
CREATE TABLE backup_settings_versions (
  version INTEGER PRIMARY KEY CHECK (version >= 1),
  settings TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

-- Backups that were written, read back and opened. A backup does not hold its own row.
CREATE TABLE backups (
  backup_id TEXT PRIMARY KEY,
  cause TEXT NOT NULL CHECK (cause IN ('asked', 'scheduled', 'closing', 'before_rekey', 'before_migration')),
  made_at TEXT NOT NULL,
  folder TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL,
  trail_entries INTEGER NOT NULL CHECK (trail_entries >= 1),
  trail_hash TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE backup_rotations (
  backup_id TEXT PRIMARY KEY REFERENCES backups (backup_id),
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_drills (
  drill_id TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  file_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  checks TEXT NOT NULL,
  seconds REAL NOT NULL CHECK (seconds >= 0),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

${appendOnly('backup_settings_versions', 'backups', 'backup_rotations', 'restore_drills')}
`,
}
