import { appendOnly, type Migration } from './migration.ts'

export const protocolConfiguration: Migration = {
  version: 30,
  name: 'protocol-configuration',
  sql: `
CREATE TABLE site_criteria (
  protocol_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (protocol_id, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT;

CREATE TABLE reading_choices (
  protocol_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  choices TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  reason TEXT CHECK (reason <> ''),
  PRIMARY KEY (protocol_id, version),
  CHECK (version = 1 OR reason IS NOT NULL)
) STRICT;

${appendOnly('site_criteria', 'reading_choices')}
`,
}
