import { z } from 'zod'
import { DrillCheck } from '#shared/api/backups.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

const DrillRow = z.object({
  id: z.string(),
  folder: z.string(),
  fileName: z.string(),
  madeAt: OffsetDateTime,
  passed: z.int().transform(passed => passed === 1),
  checks: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(DrillCheck)),
  seconds: z.number(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
})
/** A practised restore with its result. */
export type DrillRecord = z.infer<typeof DrillRow>

/** Every drill, the newest first. */
export function listDrills(db: ReadableDb): DrillRecord[] {
  const sql = `SELECT drill_id AS id, folder, file_name AS fileName, made_at AS madeAt, passed, checks, seconds,
    entered_at AS enteredAt, author_id AS authorId FROM restore_drills
    ORDER BY unixepoch(entered_at, 'subsec') DESC, drill_id DESC`
  return select(db, sql)
    .all()
    .map(row => DrillRow.parse(row))
}

/** Keeps the result of a drill, whatever it is. */
export function insertDrill(db: WritableDb, drill: DrillRecord): void {
  const { id, folder, fileName, madeAt, passed, checks, seconds, enteredAt, authorId } = drill
  const sql = `INSERT INTO restore_drills (drill_id, folder, file_name, made_at, passed, checks, seconds, entered_at,
    author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const result = [passed ? 1 : 0, JSON.stringify(checks), seconds]
  insert(db, sql).run(id, folder, fileName, madeAt, ...result, enteredAt, authorId)
}
