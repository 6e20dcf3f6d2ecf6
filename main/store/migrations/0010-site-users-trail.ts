import { appendOnly, type Migration } from './migration.ts'

export const siteUsersTrail: Migration = {
  version: 10,
  name: 'site-users-trail',
  sql: `
CREATE TABLE sites (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at TEXT NOT NULL,
  training INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1))
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

-- A login name belongs to one user for ever, also after deactivation.
CREATE TABLE login_names (
  login_name TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_versions (
  user_id TEXT NOT NULL REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  login_name TEXT NOT NULL REFERENCES login_names (login_name),
  full_name TEXT NOT NULL,
  role TEXT NOT NULL
    CHECK (role IN ('principal_investigator', 'sub_investigator', 'coordinator', 'monitor', 'administrator')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  may_read_identity INTEGER NOT NULL CHECK (may_read_identity IN (0, 1)),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (user_id, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entries (
  seq INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT GENERATED ALWAYS AS (entry ->> '$.at') VIRTUAL,
  action TEXT GENERATED ALWAYS AS (entry ->> '$.action') VIRTUAL,
  subject_kind TEXT GENERATED ALWAYS AS (entry ->> '$.subject.kind') VIRTUAL,
  subject_id TEXT GENERATED ALWAYS AS (entry ->> '$.subject.id') VIRTUAL,
  user_id TEXT GENERATED ALWAYS AS (entry ->> '$.userId') VIRTUAL
) STRICT;
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_kind, subject_id);
CREATE INDEX audit_entries_by_action ON audit_entries (action);

${appendOnly('sites', 'users', 'login_names', 'user_versions', 'audit_entries')}
`,
}
