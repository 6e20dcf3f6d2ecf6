import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { LaboratoryTest } from '#shared/api/laboratories.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { type DecimalText, NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

/** One laboratory as of one version; from 2 on there is a reason. */
export interface LaboratoryRecord {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly tests: LaboratoryTest[]
  /** Seconds. */
  readonly usualControl?: DecimalText
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason?: string
}

const LaboratoryRow = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    tests: z.string(),
    usualControl: NonNegativeDecimalText.nullable(),
    enteredAt: OffsetDateTime,
    authorId: UserId,
    reason: z.string().nullable(),
  })
  .transform(
    (row): LaboratoryRecord => ({
      ...withoutNulls(row),
      tests: z.array(LaboratoryTest).parse(JSON.parse(row.tests)),
    }),
  )

const CURRENT = `SELECT laboratory_id AS id, version, name, tests, usual_control AS usualControl,
  entered_at AS enteredAt, author_id AS authorId, reason FROM laboratory_versions v
  WHERE version = (SELECT max(version) FROM laboratory_versions WHERE laboratory_id = v.laboratory_id)`

/** Every laboratory as of now, by name. */
export function listLaboratories(db: ReadableDb): LaboratoryRecord[] {
  return select(db, `${CURRENT} ORDER BY name`)
    .all()
    .map(row => LaboratoryRow.parse(row))
}

export function findLaboratory(db: ReadableDb, id: string): LaboratoryRecord | undefined {
  const row = select(db, `${CURRENT} AND laboratory_id = ?`).get(id)
  return row === undefined ? undefined : LaboratoryRow.parse(row)
}

/** Every name that a laboratory has had. */
export function namesOfLaboratory(db: ReadableDb, id: string): string[] {
  const sql = 'SELECT DISTINCT name FROM laboratory_versions WHERE laboratory_id = ?'
  return z.array(z.string()).parse(select(db, sql).pluck().all(id))
}

/** Adds the next version. Throws `stale_version`, or `duplicate` for a name that another laboratory has. */
export function insertLaboratoryVersion(db: WritableDb, laboratory: LaboratoryRecord): void {
  const { id, version, name, tests, usualControl, enteredAt, authorId, reason } = laboratory
  checkVersion('laboratory', findLaboratory(db, id)?.version ?? 0, version)
  if (listLaboratories(db).some(other => other.id !== id && sameName(other.name, name))) {
    throw new AppError({ code: 'duplicate', entity: 'laboratory', field: 'name' })
  }
  const sql = `INSERT INTO laboratory_versions (laboratory_id, version, name, tests, usual_control, entered_at,
    author_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
  const values = [name, canonicalize(tests), usualControl ?? null, enteredAt, authorId, reason ?? null]
  insert(db, sql).run(id, version, ...values)
}

function sameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').toLowerCase()
  return folded(one) === folded(other)
}
