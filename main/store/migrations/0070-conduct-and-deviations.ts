import { appendOnly, type Migration } from './migration.ts'

export const conductAndDeviations: Migration = {
  version: 70,
  name: 'conduct-and-deviations',
  sql: `
-- What the site decided about conducting a protocol: its schedule, its choices for scores and charts.
CREATE TABLE site_conduct (
  protocol_id TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('schedule', 'charting')),
  version INTEGER NOT NULL CHECK (version >= 1),
  content TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (protocol_id, part, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Deviations that a person added: nothing that could be computed from the record.
CREATE TABLE added_deviations (
  deviation_key TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  protocol_id TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX added_deviations_by_patient ON added_deviations (patient_id);

-- What the site said about a deviation, seen in the record or added.
CREATE TABLE deviation_notes (
  deviation_key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  patient_id TEXT NOT NULL REFERENCES patients (id),
  note TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (deviation_key, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX deviation_notes_by_patient ON deviation_notes (patient_id);

-- Who is in a trial is asked over all patients, and few of thousands are.
CREATE INDEX fact_versions_by_kind ON fact_versions (kind, patient_id);

-- Doses after the first are planned by number, and stand on a checklist instead of a signature.
CREATE TABLE wider_plans (
  plan_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  protocol_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('enrolment', 'first_dose', 'later_dose')),
  number INTEGER CHECK (number >= 2),
  planned_on TEXT NOT NULL,
  signature_id TEXT REFERENCES signatures (signature_id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  CHECK ((step = 'later_dose') = (number IS NOT NULL)),
  CHECK ((step = 'later_dose') = (signature_id IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO wider_plans SELECT plan_id, patient_id, protocol_id, step, NULL, planned_on, signature_id, entered_at,
  author_id FROM plans;
DROP TABLE plans;
ALTER TABLE wider_plans RENAME TO plans;
CREATE INDEX plans_by_patient ON plans (patient_id);

-- A visit has the number of the dose that should have come before it.
CREATE TABLE wider_deviations (
  deviation_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (id),
  protocol_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('enrolment', 'first_dose', 'later_dose', 'post_dose_visit')),
  number INTEGER CHECK (number >= 1),
  fact_id TEXT NOT NULL,
  missing TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  second_id TEXT NOT NULL REFERENCES users (id),
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  CHECK ((step IN ('later_dose', 'post_dose_visit')) = (number IS NOT NULL)),
  CHECK (step <> 'later_dose' OR number >= 2)
) STRICT, WITHOUT ROWID;
INSERT INTO wider_deviations SELECT deviation_id, patient_id, protocol_id, step, NULL, fact_id, missing, reason,
  second_id, entered_at, author_id FROM deviations;
DROP TABLE deviations;
ALTER TABLE wider_deviations RENAME TO deviations;
CREATE INDEX deviations_by_patient ON deviations (patient_id);

${appendOnly('site_conduct', 'added_deviations', 'deviation_notes', 'plans', 'deviations')}
`,
}
