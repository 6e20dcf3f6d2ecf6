import { appendOnly, type Migration } from './migration.ts'

export const laboratoriesAndSettings: Migration = {
  version: 50,
  name: 'laboratories-and-settings',
  sql: `
CREATE TABLE laboratory_versions (
  laboratory_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  tests TEXT NOT NULL,
  usual_control TEXT,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (laboratory_id, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings_versions (
  version INTEGER PRIMARY KEY CHECK (version >= 1),
  idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 60),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

${appendOnly('laboratory_versions', 'settings_versions')}
`,
}
