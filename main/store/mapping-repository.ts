import canonicalize from 'canonicalize'
import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { UserId } from '#shared/core/ids.ts'
import { Mapping, type TableAbout } from '#shared/core/imports/mapping.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

/** What a laboratory's tables mean, as of one version; from 2 on there is a reason. */
export interface MappingRecord {
  readonly laboratory: string
  readonly version: number
  readonly mapping: Mapping
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason?: string
}

const MappingRow = z
  .object({
    laboratory: z.string(),
    version: z.int(),
    mapping: z.string(),
    enteredAt: OffsetDateTime,
    authorId: UserId,
    reason: z.string().nullable(),
  })
  .transform(
    ({ mapping, ...row }): MappingRecord => ({
      ...withoutNulls(row),
      mapping: Mapping.parse(JSON.parse(mapping)),
    }),
  )

const COLUMNS = `laboratory_id AS laboratory, version, mapping, entered_at AS enteredAt, author_id AS authorId,
  reason`

/** Each laboratory's mappings as of now. */
export function listMappings(db: ReadableDb): MappingRecord[] {
  const sql = `SELECT ${COLUMNS} FROM mapping_versions v WHERE version = (SELECT max(version) FROM mapping_versions
    WHERE laboratory_id = v.laboratory_id AND about = v.about) ORDER BY laboratory_id, about`
  return select(db, sql)
    .all()
    .map(row => MappingRow.parse(row))
}

/** Every version of one mapping, oldest first. */
export function mappingHistory(db: ReadableDb, laboratory: string, about: TableAbout): MappingRecord[] {
  const sql = `SELECT ${COLUMNS} FROM mapping_versions WHERE laboratory_id = ? AND about = ? ORDER BY version`
  return select(db, sql)
    .all(laboratory, about)
    .map(row => MappingRow.parse(row))
}

/** The mapping as of now, or undefined. */
export function findMapping(
  db: ReadableDb,
  laboratory: string,
  about: TableAbout,
): MappingRecord | undefined {
  return mappingHistory(db, laboratory, about).at(-1)
}

/** Adds the next version. Throws `stale_version`. */
export function insertMappingVersion(db: WritableDb, record: MappingRecord): void {
  const { laboratory, version, mapping, enteredAt, authorId, reason } = record
  checkVersion('mapping', findMapping(db, laboratory, mapping.about)?.version ?? 0, version)
  const sql = `INSERT INTO mapping_versions (laboratory_id, about, version, mapping, entered_at, author_id, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  const text = canonicalize(mapping)
  insert(db, sql).run(laboratory, mapping.about, version, text, enteredAt, authorId, reason ?? null)
}
