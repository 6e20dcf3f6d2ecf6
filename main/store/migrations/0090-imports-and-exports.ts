import { appendOnly, type Migration } from './migration.ts'

export const importsAndExports: Migration = {
  version: 90,
  name: 'imports-and-exports',
  sql: `
-- Files as they were taken in, by what they hold: the same file is kept once.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE file_parts (
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  part INTEGER NOT NULL CHECK (part >= 0),
  content BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;

CREATE TABLE mapping_versions (
  laboratory_id TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('laboratory', 'portal_vein', 'liver_stiffness', 'spleen_stiffness')),
  version INTEGER NOT NULL CHECK (version >= 1),
  mapping TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (laboratory_id, about, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- mapping: what the rows were read with, whatever the laboratory's mapping became since.
CREATE TABLE imports (
  import_id TEXT PRIMARY KEY,
  format TEXT NOT NULL CHECK (format IN ('text', 'workbook', 'fhir', 'odm')),
  laboratory_id TEXT,
  mapping TEXT,
  counts TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_files (
  import_id TEXT NOT NULL REFERENCES imports (import_id),
  place INTEGER NOT NULL CHECK (place >= 0),
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  name TEXT NOT NULL,
  PRIMARY KEY (import_id, place)
) STRICT, WITHOUT ROWID;
-- The version of each fact that an import brought.
CREATE TABLE import_facts (
  import_id TEXT NOT NULL REFERENCES imports (import_id),
  fact_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  PRIMARY KEY (import_id, fact_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_undos (
  import_id TEXT PRIMARY KEY REFERENCES imports (import_id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  counts TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE certified_copies (
  copy_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  dated TEXT,
  original_at TEXT NOT NULL,
  statement TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX certified_copies_by_patient ON certified_copies (patient_id);
CREATE TABLE certified_copy_facts (
  copy_id TEXT NOT NULL REFERENCES certified_copies (copy_id),
  fact_id TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (copy_id, fact_id)
) STRICT, WITHOUT ROWID;

-- A copy that proved to be of another report, or of another patient's: it stays, and says so.
CREATE TABLE certified_copy_withdrawals (
  copy_id TEXT PRIMARY KEY REFERENCES certified_copies (copy_id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exports (
  export_id TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why <> ''),
  document_id TEXT NOT NULL REFERENCES documents (document_id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
-- Each time that something left, with the hash of what left.
CREATE TABLE export_takings (
  export_id TEXT NOT NULL REFERENCES exports (export_id),
  number INTEGER NOT NULL CHECK (number >= 1),
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (export_id, number)
) STRICT, WITHOUT ROWID;

${appendOnly(
  'files',
  'file_parts',
  'mapping_versions',
  'imports',
  'import_files',
  'import_facts',
  'import_undos',
  'certified_copies',
  'certified_copy_facts',
  'certified_copy_withdrawals',
  'exports',
  'export_takings',
)}
`,
}
