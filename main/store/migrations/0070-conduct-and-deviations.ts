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

${appendOnly('site_conduct', 'added_deviations', 'deviation_notes')}
`,
}
