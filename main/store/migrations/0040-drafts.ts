import type { Migration } from './migration.ts'

/** Without the triggers of a record: a draft is none. What may change in it is in docs/decisions/0030. */
export const drafts: Migration = {
  version: 40,
  name: 'drafts',
  sql: `
CREATE TABLE drafts (
  user_id TEXT NOT NULL REFERENCES users (id),
  form TEXT NOT NULL,
  patient_id TEXT REFERENCES patients (id),
  saved_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
-- NULL equals nothing, so that a draft about nobody yet is told by the empty text.
CREATE UNIQUE INDEX drafts_by_place ON drafts (user_id, form, ifnull(patient_id, ''));
`,
}
