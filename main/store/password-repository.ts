import { z } from 'zod'
import { UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { PasswordVerifier } from './key-wrap.ts'
import { checkVersion } from './versions.ts'

/** How a password came about: `created` with the user, `own` by the user themselves, the others where it was lost. */
const PasswordCause = z.enum(['created', 'own', 'reset', 'recovery'])

const PasswordRow = z.object({
  userId: UserId,
  version: z.int(),
  cause: PasswordCause,
  verifier: z.string().transform(text => PasswordVerifier.parse(JSON.parse(text))),
  enteredAt: z.string(),
  authorId: UserId,
})
/** A password that was set: when, by whom, and how to know it again. Never the password. */
export type PasswordChange = z.infer<typeof PasswordRow>

const OriginRow = PasswordRow.pick({ version: true, cause: true, authorId: true })

/** Every password of a user, newest first; none for a user from before passwords were noted. */
export function passwordChanges(db: ReadableDb, userId: UserId): PasswordChange[] {
  const sql = `SELECT user_id AS userId, version, cause, verifier, entered_at AS enteredAt, author_id AS authorId
    FROM password_changes WHERE user_id = ? ORDER BY version DESC`
  return select(db, sql)
    .all(userId)
    .map(row => PasswordRow.parse(row))
}

/** Notes the next password of a user. Throws `stale_version` unless it follows the last one. */
export function insertPasswordChange(db: WritableDb, change: PasswordChange): void {
  const { userId, version, cause, verifier, enteredAt, authorId } = change
  checkVersion('password', passwordOrigin(db, userId)?.version ?? 0, version)
  const sql = `INSERT INTO password_changes (user_id, version, cause, verifier, entered_at, author_id)
    VALUES (?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(userId, version, cause, JSON.stringify(verifier), enteredAt, authorId)
}

/** How the present password came about, without what it takes to know it again. */
export function passwordOrigin(
  db: ReadableDb,
  userId: UserId,
): Pick<PasswordChange, 'version' | 'cause' | 'authorId'> | undefined {
  const sql = `SELECT version, cause, author_id AS authorId FROM password_changes WHERE user_id = ?
    ORDER BY version DESC LIMIT 1`
  const row = select(db, sql).get(userId)
  return row === undefined ? undefined : OriginRow.parse(row)
}
