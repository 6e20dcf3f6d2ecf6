import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { PatientId, Slug, type UserId } from '#shared/core/ids.ts'
import { erase, insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** Where a draft belongs: one for each user, form and patient. */
export interface DraftPlace {
  readonly userId: UserId
  readonly form: string
  /** Null where it is about nobody yet. */
  readonly patientId: PatientId | null
}

/** What somebody had typed and not saved. `screeningNumber` is the patient's as of now. */
export interface Draft {
  readonly form: string
  readonly patientId: PatientId | null
  readonly screeningNumber: string | null
  readonly savedAt: OffsetDateTime
  readonly content: z.core.util.JSONType
}

const DraftRow = z
  .object({
    form: Slug,
    patientId: PatientId.nullable(),
    screeningNumber: z.string().nullable(),
    savedAt: OffsetDateTime,
    content: z.string(),
  })
  .transform(({ content, ...row }): Draft => ({ ...row, content: z.json().parse(JSON.parse(content)) }))

/** The drafts of one user, newest first, without those about a patient who was removed. */
export function listDrafts(db: ReadableDb, userId: UserId): Draft[] {
  const sql = `SELECT form, d.patient_id AS patientId, p.screening_number AS screeningNumber, saved_at AS savedAt,
    content FROM drafts d LEFT JOIN patient_versions p ON p.patient_id = d.patient_id
      AND p.version = (SELECT max(version) FROM patient_versions WHERE patient_id = d.patient_id)
    WHERE user_id = ? AND ifnull(p.removed, 0) = 0 ORDER BY d.rowid DESC`
  return select(db, sql)
    .all(userId)
    .map(row => DraftRow.parse(row))
}

/** Keeps a draft in place of the one that was there. */
export function replaceDraft(
  db: WritableDb,
  place: DraftPlace,
  draft: Pick<Draft, 'savedAt' | 'content'>,
): void {
  eraseDraft(db, place)
  const sql = 'INSERT INTO drafts (user_id, form, patient_id, saved_at, content) VALUES (?, ?, ?, ?, ?)'
  const { userId, form, patientId } = place
  insert(db, sql).run(userId, form, patientId, draft.savedAt, JSON.stringify(draft.content))
}

/** Erases a draft; nothing happens where there is none. */
export function eraseDraft(db: WritableDb, { userId, form, patientId }: DraftPlace): void {
  const sql = "DELETE FROM drafts WHERE user_id = ? AND form = ? AND ifnull(patient_id, '') = ?"
  erase(db, sql).run(userId, form, patientId ?? '')
}
