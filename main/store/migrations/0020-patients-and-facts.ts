import { appendOnly, type Migration } from './migration.ts'

export const patientsAndFacts: Migration = {
  version: 20,
  name: 'patients-and-facts',
  sql: `
CREATE TABLE patients (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

-- The identifier of a patient is never here: only HMACs under the site's secret, to find duplicates.
CREATE TABLE patient_versions (
  patient_id TEXT NOT NULL REFERENCES patients (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  screening_number TEXT NOT NULL,
  initials TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
  birth_date TEXT,
  registration_date TEXT,
  contact TEXT,
  full_name TEXT,
  identity_hash TEXT,
  identifier_hash TEXT,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (patient_id, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_versions_by_screening_number ON patient_versions (screening_number);
CREATE INDEX patient_versions_by_identity_hash ON patient_versions (identity_hash);
CREATE INDEX patient_versions_by_identifier_hash ON patient_versions (identifier_hash);

-- Unique among the current versions of patients that are not removed: no index can say that.
CREATE TRIGGER patient_versions_unique_screening_number BEFORE INSERT ON patient_versions
  WHEN NEW.removed = 0 AND EXISTS (
    SELECT 1 FROM patient_versions other
    WHERE other.screening_number = NEW.screening_number
      AND other.patient_id <> NEW.patient_id
      AND other.removed = 0
      AND other.version = (SELECT max(version) FROM patient_versions WHERE patient_id = other.patient_id))
  BEGIN SELECT RAISE(ABORT, 'duplicate screening_number'); END;

-- Clustered by patient: a chart is read in one run. content NULL is a retraction.
CREATE TABLE fact_versions (
  fact_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  patient_id TEXT NOT NULL REFERENCES patients (id),
  kind TEXT NOT NULL,
  event_time TEXT,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  source TEXT NOT NULL,
  content TEXT,
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (patient_id, fact_id, version),
  UNIQUE (fact_id, version),
  CHECK (version = 1 OR reason IS NOT NULL),
  CHECK (version > 1 OR content IS NOT NULL)
) STRICT, WITHOUT ROWID;

${appendOnly('patients', 'patient_versions', 'fact_versions')}
`,
}
