import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { type CivilDate, type EventTime, OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { Fact, FactSource } from '#shared/core/facts/fact.ts'
import { FactId, PatientId, UserId } from '#shared/core/ids.ts'
import { canonicalJson } from './canonical-json.ts'
import { insert, isUniqueViolation, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

/** What was charted at one time; `content` null retracts the fact. From version 2 on there is a reason. */
export interface FactVersion {
  readonly id: FactId
  readonly version: number
  readonly patientId: PatientId
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly source: FactSource
  readonly content: FactContent | null
  readonly reason?: string
}

const json = z.string().transform(parsed)
const VersionRow = z
  .object({
    id: FactId,
    version: z.int(),
    patientId: PatientId,
    enteredAt: OffsetDateTime,
    authorId: UserId,
    source: json.pipe(FactSource),
    content: json.nullable().pipe(FactContent.nullable()),
    reason: z.string().nullable(),
  })
  .transform(({ content, ...row }): FactVersion => ({ ...withoutNulls(row), content }))

const COLUMNS = `fact_id AS id, version, patient_id AS patientId, entered_at AS enteredAt, author_id AS authorId,
  source, content, reason`

/** The latest version of a fact, also where that retracts it. */
export function findFactVersion(db: ReadableDb, id: FactId): FactVersion | undefined {
  const sql = `SELECT ${COLUMNS} FROM fact_versions WHERE fact_id = ? ORDER BY version DESC LIMIT 1`
  const row = select(db, sql).get(id)
  return row === undefined ? undefined : VersionRow.parse(row)
}

/** Every version of a fact, oldest first; empty where there is none. */
export function factHistory(db: ReadableDb, id: FactId): FactVersion[] {
  return select(db, `SELECT ${COLUMNS} FROM fact_versions WHERE fact_id = ? ORDER BY version`)
    .all(id)
    .map(row => VersionRow.parse(row))
}

/** Every version of every fact of a patient, facts in the order of their ids, versions oldest first. */
export function factVersionsOf(db: ReadableDb, patientId: PatientId): FactVersion[] {
  const sql = `SELECT ${COLUMNS} FROM fact_versions WHERE patient_id = ? ORDER BY fact_id, version`
  return select(db, sql)
    .all(patientId)
    .map(row => VersionRow.parse(row))
}

// SQLite takes the other columns of a group from the row that has its max().
const LATEST = `SELECT fact_id AS id, max(version) AS version, patient_id AS patientId, entered_at AS enteredAt,
  author_id AS author, source, content FROM fact_versions`

/** A patient's facts as charted now: latest versions without the retracted, in the order of their ids. */
export function currentFacts(db: ReadableDb, patientId: PatientId): Fact[] {
  const sql = `SELECT * FROM (${LATEST} WHERE patient_id = ? GROUP BY fact_id) WHERE content IS NOT NULL ORDER BY id`
  return select(db, sql)
    .all(patientId)
    .map(row => factOf(row as CurrentRow))
}

/** The facts of one kind of these patients as charted now, each with its patient. */
export function currentFactsOfKind(
  db: ReadableDb,
  patientIds: readonly PatientId[],
  kind: FactContent['kind'],
): { patientId: PatientId; fact: Fact }[] {
  const sql = `SELECT * FROM (${LATEST} WHERE kind = ? AND patient_id IN (SELECT value FROM json_each(?))
    GROUP BY fact_id) WHERE content IS NOT NULL ORDER BY id`
  const rows = select(db, sql).all(kind, JSON.stringify(patientIds)) as CurrentRow[]
  return rows.map(row => ({ patientId: row.patientId as PatientId, fact: factOf(row) }))
}

/** The patients of whom something of these kinds was ever charted, what was retracted included. */
export function patientsCharted(db: ReadableDb, kinds: readonly FactContent['kind'][]): PatientId[] {
  const sql = `SELECT DISTINCT patient_id FROM fact_versions WHERE kind IN (SELECT value FROM json_each(?))`
  return z.array(PatientId).parse(select(db, sql).pluck().all(JSON.stringify(kinds)))
}

const FirstRow = z.object({ id: FactId, enteredAt: OffsetDateTime })

/** When each fact of these patients was charted for the first time. */
export function firstEntries(db: ReadableDb, patientIds: readonly PatientId[]): Map<FactId, OffsetDateTime> {
  const sql = `SELECT fact_id AS id, entered_at AS enteredAt FROM fact_versions
    WHERE version = 1 AND patient_id IN (SELECT value FROM json_each(?))`
  const rows = select(db, sql).all(JSON.stringify(patientIds))
  return new Map(rows.map(row => FirstRow.parse(row)).map(({ id, enteredAt }) => [id, enteredAt]))
}

/** The facts of several patients at once, as charted now; those without facts are left out. */
export function currentFactsOf(db: ReadableDb, patientIds: readonly PatientId[]): Map<PatientId, Fact[]> {
  // Sorted here: SQLite would sort the rows of all patients together.
  const sql = `SELECT * FROM (${LATEST} WHERE patient_id IN (SELECT value FROM json_each(?))
    GROUP BY patient_id, fact_id) WHERE content IS NOT NULL`
  const rows = select(db, sql).iterate(JSON.stringify(patientIds)) as Iterable<CurrentRow>
  const facts = new Map<PatientId, Fact[]>()
  for (const row of rows) {
    const patientId = row.patientId as PatientId
    const charted = facts.get(patientId)
    if (charted === undefined) facts.set(patientId, [factOf(row)])
    else charted.push(factOf(row))
  }
  for (const charted of facts.values()) charted.sort((a, b) => (a.id < b.id ? -1 : 1))
  return facts
}

/** The columns of `LATEST`, whose SQL types STRICT holds; what they say is parsed with the fact. */
interface CurrentRow {
  readonly id: string
  readonly version: number
  readonly patientId: string
  readonly enteredAt: string
  readonly author: string
  readonly source: string
  readonly content: string
}

function factOf({ patientId: _patientId, source, content, ...row }: CurrentRow): Fact {
  return Fact.parse({ ...row, source: parsed(source), content: parsed(content) })
}

function parsed(text: string): unknown {
  return JSON.parse(text)
}

/**
 * Adds one version of a fact. Throws `stale_version` unless it follows the latest, `not_found` where the fact belongs
 * to another patient.
 */
export function insertFactVersion(db: WritableDb, fact: FactVersion): void {
  // A first version that is not the first is found by its key.
  const latest = fact.version === 1 ? undefined : latestOf(db, fact.id)
  checkVersion('fact', latest?.version ?? 0, fact.version)
  if (latest !== undefined && latest.patientId !== fact.patientId) {
    throw new AppError({ code: 'not_found', entity: 'fact', id: fact.id })
  }
  const sql = `INSERT INTO fact_versions (fact_id, version, patient_id, kind, event_time, entered_at, author_id, source,
    content, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const values = [
    fact.content?.kind ?? latest?.kind ?? null,
    (fact.content && eventTimeOf(fact.content)) ?? null,
    fact.enteredAt,
    fact.authorId,
    canonicalJson(fact.source),
    fact.content === null ? null : canonicalJson(fact.content),
    fact.reason ?? null,
  ]
  try {
    insert(db, sql).run(fact.id, fact.version, fact.patientId, ...values)
  } catch (error) {
    if (isUniqueViolation(error)) checkVersion('fact', latestOf(db, fact.id)?.version ?? 0, fact.version)
    throw error
  }
}

const LatestRow = z.object({ version: z.int(), patientId: PatientId, kind: z.string() })

function latestOf(db: ReadableDb, id: FactId): z.infer<typeof LatestRow> | undefined {
  const sql = `SELECT version, patient_id AS patientId, kind FROM fact_versions WHERE fact_id = ?
    ORDER BY version DESC LIMIT 1`
  const row = select(db, sql).get(id)
  return row === undefined ? undefined : LatestRow.parse(row)
}

/** When it happened, or began, or ended: the first of them that is known. */
function eventTimeOf(content: FactContent): EventTime | CivilDate | undefined {
  if ('on' in content) return content.on
  if ('from' in content && content.from !== undefined) return content.from
  return 'to' in content && content.to !== 'ongoing' ? content.to : undefined
}
