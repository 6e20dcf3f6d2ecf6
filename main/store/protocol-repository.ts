import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { type ProtocolId, Sha256, UserId } from '#shared/core/ids.ts'
import { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

interface Configured {
  /** 1 for the first entry; from 2 on there is a reason. */
  readonly version: number
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason?: string
}

/** A site's criteria as entered: the file's text, byte for byte, and what it says. */
export interface CriteriaVersion extends Configured {
  readonly text: string
  readonly sha256: Sha256
  readonly criteria: SiteCriteria
}

/** The alternatives that the site chose at one time: the whole choice, not a difference. */
export interface ReadingsVersion extends Configured {
  readonly choices: ChosenReadings
}

const configured = {
  version: z.int(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
  reason: z.string().nullable(),
}
const CriteriaRow = z
  .object({ ...configured, text: z.string(), sha256: Sha256 })
  .transform(
    (row): CriteriaVersion => ({ ...withoutNulls(row), criteria: SiteCriteria.parse(JSON.parse(row.text)) }),
  )
const ReadingsRow = z.object({ ...configured, choices: z.string() }).transform(
  ({ choices, ...row }): ReadingsVersion => ({
    ...withoutNulls(row),
    choices: ChosenReadings.parse(JSON.parse(choices)),
  }),
)

const COLUMNS = 'version, entered_at AS enteredAt, author_id AS authorId, reason'
const CRITERIA = `SELECT ${COLUMNS}, text, sha256 FROM site_criteria WHERE protocol_id = ? ORDER BY version DESC`
const READINGS = `SELECT ${COLUMNS}, choices FROM reading_choices WHERE protocol_id = ? ORDER BY version DESC`

const VersionsRow = z.object({ criteria: z.int(), readings: z.int() })

/** The versions of criteria and readings in force; 0 where the site has entered none. */
export function configuredVersions(db: ReadableDb, protocolId: ProtocolId): z.infer<typeof VersionsRow> {
  const latest = (table: string) => `ifnull((SELECT max(version) FROM ${table} WHERE protocol_id = ?), 0)`
  const sql = `SELECT ${latest('site_criteria')} AS criteria, ${latest('reading_choices')} AS readings`
  return VersionsRow.parse(select(db, sql).get(protocolId, protocolId))
}

/** The criteria in force, or undefined where the site has entered none. */
export function currentSiteCriteria(db: ReadableDb, protocolId: ProtocolId): CriteriaVersion | undefined {
  const row = select(db, `${CRITERIA} LIMIT 1`).get(protocolId)
  return row === undefined ? undefined : CriteriaRow.parse(row)
}

/** Every version of a site's criteria, newest first. */
export function siteCriteriaHistory(db: ReadableDb, protocolId: ProtocolId): CriteriaVersion[] {
  return select(db, CRITERIA)
    .all(protocolId)
    .map(row => CriteriaRow.parse(row))
}

/** Enters the next version of a site's criteria and gives the SHA-256 of its text. Throws `stale_version`. */
export function insertSiteCriteria(
  db: WritableDb,
  protocolId: ProtocolId,
  entry: Configured & { readonly text: string },
): Sha256 {
  checkVersion('criteria', currentSiteCriteria(db, protocolId)?.version ?? 0, entry.version)
  const sha256 = Sha256.parse(createHash('sha256').update(entry.text).digest('hex'))
  const sql = `INSERT INTO site_criteria (protocol_id, version, entered_at, author_id, reason, text, sha256)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(protocolId, ...values(entry), entry.text, sha256)
  return sha256
}

/** The choice in force, or undefined where the site has chosen nothing. */
export function currentReadingChoices(db: ReadableDb, protocolId: ProtocolId): ReadingsVersion | undefined {
  const row = select(db, `${READINGS} LIMIT 1`).get(protocolId)
  return row === undefined ? undefined : ReadingsRow.parse(row)
}

/** Every choice that a site made for a protocol, newest first. */
export function readingChoicesHistory(db: ReadableDb, protocolId: ProtocolId): ReadingsVersion[] {
  return select(db, READINGS)
    .all(protocolId)
    .map(row => ReadingsRow.parse(row))
}

/** Enters the next choice of readings. Throws `stale_version`. */
export function insertReadingChoices(db: WritableDb, protocolId: ProtocolId, entry: ReadingsVersion): void {
  checkVersion('readings', currentReadingChoices(db, protocolId)?.version ?? 0, entry.version)
  const sql = `INSERT INTO reading_choices (protocol_id, version, entered_at, author_id, reason, choices)
    VALUES (?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(protocolId, ...values(entry), canonicalize(entry.choices))
}

function values({ version, enteredAt, authorId, reason }: Configured) {
  return [version, enteredAt, authorId, reason ?? null]
}
