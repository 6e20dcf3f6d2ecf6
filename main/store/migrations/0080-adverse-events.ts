import { appendOnly, type Migration } from './migration.ts'

export const adverseEvents: Migration = {
  version: 80,
  name: 'adverse-events',
  rebuilds: true,
  sql: `
-- What the site decided about safety is a third part of how it conducts a protocol.
CREATE TABLE wider_conduct (
  protocol_id TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('schedule', 'charting', 'safety')),
  version INTEGER NOT NULL CHECK (version >= 1),
  content TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (protocol_id, part, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO wider_conduct SELECT protocol_id, part, version, content, entered_at, author_id, reason FROM site_conduct;
DROP TABLE site_conduct;
ALTER TABLE wider_conduct RENAME TO site_conduct;

-- Judgements of causality are signed too; fact_id is the adverse event that such a signature is about.
CREATE TABLE wider_signatures (
  signature_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('eligibility', 'configuration', 'causality', 'countersignature', 'withdrawal', 'document')),
  patient_id TEXT REFERENCES patients (id),
  protocol_id TEXT,
  of_id TEXT REFERENCES signatures (signature_id),
  document_id TEXT,
  fact_id TEXT,
  record TEXT NOT NULL,
  signature TEXT NOT NULL,
  serial TEXT NOT NULL REFERENCES certificates (serial),
  signer_id TEXT NOT NULL REFERENCES users (id),
  signed_at TEXT NOT NULL,
  CHECK ((kind = 'causality') = (fact_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO wider_signatures SELECT signature_id, kind, patient_id, protocol_id, of_id, document_id, NULL, record,
  signature, serial, signer_id, signed_at FROM signatures;
DROP TABLE signatures;
ALTER TABLE wider_signatures RENAME TO signatures;
CREATE INDEX signatures_by_patient ON signatures (patient_id);
CREATE INDEX signatures_by_protocol ON signatures (protocol_id);
CREATE INDEX signatures_by_of ON signatures (of_id);
CREATE INDEX signatures_by_fact ON signatures (fact_id);

${appendOnly('site_conduct', 'signatures')}
`,
}
