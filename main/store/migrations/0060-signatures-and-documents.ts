import { appendOnly, type Migration } from './migration.ts'

export const signaturesAndDocuments: Migration = {
  version: 60,
  name: 'signatures-and-documents',
  sql: `
CREATE TABLE authorities (
  sha256 TEXT PRIMARY KEY,
  version INTEGER NOT NULL UNIQUE CHECK (version >= 1),
  certificate TEXT NOT NULL,
  created_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

-- The private key, wrapped by the holder's password alone; a new version with every new password of theirs.
CREATE TABLE authority_keys (
  authority TEXT NOT NULL REFERENCES authorities (sha256),
  version INTEGER NOT NULL CHECK (version >= 1),
  holder_id TEXT NOT NULL REFERENCES users (id),
  wrap TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (authority, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificates (
  serial TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  authority TEXT NOT NULL REFERENCES authorities (sha256),
  certificate TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  identity_document TEXT NOT NULL,
  second_id TEXT NOT NULL REFERENCES users (id),
  issued_at TEXT NOT NULL,
  reason TEXT CHECK (reason <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX certificates_by_user ON certificates (user_id);

CREATE TABLE signing_keys (
  serial TEXT NOT NULL REFERENCES certificates (serial),
  version INTEGER NOT NULL CHECK (version >= 1),
  wrap TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (serial, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate_ends (
  serial TEXT PRIMARY KEY REFERENCES certificates (serial),
  cause TEXT NOT NULL
    CHECK (cause IN ('replaced', 'deactivated', 'password_reset', 'role_changed', 'authority_replaced')),
  ended_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

-- Who set a password and when, with a verifier against using it again. Never the password.
CREATE TABLE password_changes (
  user_id TEXT NOT NULL REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  cause TEXT NOT NULL CHECK (cause IN ('created', 'own', 'reset', 'recovery')),
  verifier TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (user_id, version)
) STRICT, WITHOUT ROWID;

-- record is the canonical text that was signed, byte for byte.
CREATE TABLE signatures (
  signature_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('eligibility', 'configuration', 'countersignature', 'withdrawal', 'document')),
  patient_id TEXT REFERENCES patients (id),
  protocol_id TEXT,
  of_id TEXT REFERENCES signatures (signature_id),
  document_id TEXT,
  record TEXT NOT NULL,
  signature TEXT NOT NULL,
  serial TEXT NOT NULL REFERENCES certificates (serial),
  signer_id TEXT NOT NULL REFERENCES users (id),
  signed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX signatures_by_patient ON signatures (patient_id);
CREATE INDEX signatures_by_protocol ON signatures (protocol_id);
CREATE INDEX signatures_by_of ON signatures (of_id);

-- A signature that no longer covers current data: since when, why, with old and new values.
CREATE TABLE signature_marks (
  signature_id TEXT PRIMARY KEY REFERENCES signatures (signature_id),
  why TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

-- slots: where its first print left room for signatures; another version of Lobule may lay it out otherwise.
CREATE TABLE documents (
  document_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  patient_id TEXT REFERENCES patients (id),
  protocol_id TEXT,
  signature_id TEXT REFERENCES signatures (signature_id),
  language TEXT NOT NULL CHECK (language IN ('zh-CN', 'en', 'bilingual')),
  payload TEXT NOT NULL,
  slots TEXT NOT NULL,
  created_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_patient ON documents (patient_id);
CREATE INDEX documents_by_protocol ON documents (protocol_id);
CREATE INDEX documents_by_signature ON documents (signature_id);

CREATE TABLE document_revisions (
  document_id TEXT NOT NULL REFERENCES documents (document_id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  sha256 TEXT NOT NULL,
  pdf BLOB NOT NULL,
  signature_id TEXT REFERENCES signatures (signature_id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (document_id, revision)
) STRICT;

CREATE TABLE plans (
  plan_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  protocol_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('enrolment', 'first_dose')),
  planned_on TEXT NOT NULL,
  signature_id TEXT NOT NULL REFERENCES signatures (signature_id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plans_by_patient ON plans (patient_id);

CREATE TABLE deviations (
  deviation_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  protocol_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('enrolment', 'first_dose')),
  fact_id TEXT NOT NULL,
  missing TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  second_id TEXT NOT NULL REFERENCES users (id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deviations_by_patient ON deviations (patient_id);

ALTER TABLE settings_versions ADD COLUMN password_max_age_days INTEGER
  CHECK (password_max_age_days BETWEEN 30 AND 730);
ALTER TABLE settings_versions ADD COLUMN password_recall INTEGER NOT NULL DEFAULT 0
  CHECK (password_recall BETWEEN 0 AND 10);
ALTER TABLE settings_versions ADD COLUMN countersignature INTEGER NOT NULL DEFAULT 0
  CHECK (countersignature IN (0, 1));

${appendOnly(
  'authorities',
  'authority_keys',
  'certificates',
  'signing_keys',
  'certificate_ends',
  'password_changes',
  'signatures',
  'signature_marks',
  'documents',
  'document_revisions',
  'plans',
  'deviations',
)}
`,
}
