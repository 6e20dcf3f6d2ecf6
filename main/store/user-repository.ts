import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { Role } from '#shared/api/rights.ts'
import { UserId } from '#shared/core/ids.ts'
import { insert, isUniqueViolation, type ReadableDb, select, type WritableDb } from './connection.ts'
import { checkVersion } from './versions.ts'

/** One user as of one version. Users are deactivated, never removed; a change is a new version with a reason. */
export interface UserRecord {
  readonly id: UserId
  readonly version: number
  readonly loginName: string
  readonly fullName: string
  readonly role: Role
  readonly active: boolean
  readonly mayReadIdentity: boolean
  readonly enteredAt: string
  /** The first user is their own author. */
  readonly authorId: UserId
  readonly reason?: string
}

const flag = z.union([z.literal(0), z.literal(1)]).transform(value => value === 1)
const UserRow = z
  .object({
    user_id: UserId,
    version: z.int(),
    login_name: z.string(),
    full_name: z.string(),
    role: Role,
    active: flag,
    may_read_identity: flag,
    entered_at: z.string(),
    author_id: UserId,
    reason: z.string().nullable(),
  })
  .transform(
    (row): UserRecord => ({
      id: row.user_id,
      version: row.version,
      loginName: row.login_name,
      fullName: row.full_name,
      role: row.role,
      active: row.active,
      mayReadIdentity: row.may_read_identity,
      enteredAt: row.entered_at,
      authorId: row.author_id,
      ...(row.reason === null ? {} : { reason: row.reason }),
    }),
  )

const COLUMNS = `user_id, version, login_name, full_name, role, active, may_read_identity, entered_at, author_id,
  reason`
const CURRENT = `SELECT ${COLUMNS} FROM user_versions v
  WHERE version = (SELECT max(version) FROM user_versions WHERE user_id = v.user_id)`

/** The user as of now, active or not. */
export function findUser(db: ReadableDb, id: UserId): UserRecord | undefined {
  const row = select(db, `${CURRENT} AND user_id = ?`).get(id)
  return row === undefined ? undefined : UserRow.parse(row)
}

/** By the login name as the keyring keeps it: NFKC, lower case. */
export function findUserByLogin(db: ReadableDb, loginName: string): UserRecord | undefined {
  const sql = `${CURRENT} AND user_id = (SELECT user_id FROM login_names WHERE login_name = ?)`
  const row = select(db, sql).get(loginName)
  return row === undefined ? undefined : UserRow.parse(row)
}

/** Everyone, the deactivated included, by login name. */
export function listUsers(db: ReadableDb): UserRecord[] {
  return select(db, `${CURRENT} ORDER BY login_name`)
    .all()
    .map(row => UserRow.parse(row))
}

/** Every version of one user, oldest first. */
export function userHistory(db: ReadableDb, id: UserId): UserRecord[] {
  return select(db, `SELECT ${COLUMNS} FROM user_versions WHERE user_id = ? ORDER BY version`)
    .all(id)
    .map(row => UserRow.parse(row))
}

/** Adds a user at version 1. Throws `duplicate` for an id or login name that was ever used. */
export function insertUser(db: WritableDb, user: UserRecord): void {
  const { id, loginName, enteredAt, authorId } = user
  try {
    insert(db, 'INSERT INTO users (id, created_at, created_by) VALUES (?, ?, ?)').run(id, enteredAt, authorId)
    insert(db, 'INSERT INTO login_names (login_name, user_id) VALUES (?, ?)').run(loginName, id)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError({ code: 'duplicate', entity: 'user', field: 'loginName' }, { cause: error })
  }
  insertVersion(db, user)
}

/** Adds the next version of a user. Throws `not_found`, or `stale_version` unless it follows the current one. */
export function updateUser(db: WritableDb, user: UserRecord): void {
  const current = findUser(db, user.id)
  if (current === undefined) throw new AppError({ code: 'not_found', entity: 'user', id: user.id })
  checkVersion('user', current.version, user.version)
  insertVersion(db, user)
}

function insertVersion(db: WritableDb, user: UserRecord): void {
  insert(db, `INSERT INTO user_versions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    user.id,
    user.version,
    user.loginName,
    user.fullName,
    user.role,
    Number(user.active),
    Number(user.mayReadIdentity),
    user.enteredAt,
    user.authorId,
    user.reason ?? null,
  )
}
