import canonicalize from 'canonicalize'
import { z } from 'zod'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { type ProtocolId, UserId } from '#shared/core/ids.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

const contents = { schedule: SiteSchedule, charting: ChartingChoices, safety: SiteSafety } as const

/** What the site enters about conducting a protocol. */
export type ConductPart = keyof typeof contents
export type ConductContent<P extends ConductPart> = z.infer<(typeof contents)[P]>

/** What was entered at one time: the whole of a part, not a difference; from version 2 on there is a reason. */
export interface ConductVersion<P extends ConductPart> {
  readonly version: number
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason?: string
  readonly content: ConductContent<P>
}

const Row = z.object({
  version: z.int(),
  enteredAt: OffsetDateTime,
  authorId: UserId,
  reason: z.string().nullable(),
  content: z.string(),
})

const SQL = `SELECT version, entered_at AS enteredAt, author_id AS authorId, reason, content FROM site_conduct
  WHERE protocol_id = ? AND part = ? ORDER BY version DESC`

/** Every version of a part, newest first. */
export function conductHistory<P extends ConductPart>(
  db: ReadableDb,
  protocolId: ProtocolId,
  part: P,
): ConductVersion<P>[] {
  return select(db, SQL).all(protocolId, part).map(read(part))
}

/** The part in force, or undefined where the site has entered none. */
export function currentConduct<P extends ConductPart>(
  db: ReadableDb,
  protocolId: ProtocolId,
  part: P,
): ConductVersion<P> | undefined {
  const row = select(db, `${SQL} LIMIT 1`).get(protocolId, part)
  return row === undefined ? undefined : read(part)(row)
}

/** Enters the next version of a part. Throws `stale_version`. */
export function insertConduct<P extends ConductPart>(
  db: WritableDb,
  { protocolId, part }: { readonly protocolId: ProtocolId; readonly part: P },
  { version, content, enteredAt, authorId, reason }: ConductVersion<P>,
): void {
  checkVersion(part, currentConduct(db, protocolId, part)?.version ?? 0, version)
  const sql = `INSERT INTO site_conduct (protocol_id, part, version, content, entered_at, author_id, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(
    ...[protocolId, part, version, canonicalize(content), enteredAt, authorId, reason ?? null],
  )
}

function read<P extends ConductPart>(part: P) {
  return (row: unknown): ConductVersion<P> => {
    const { content, ...entry } = Row.parse(row)
    return { ...withoutNulls(entry), content: contents[part].parse(JSON.parse(content)) as ConductContent<P> }
  }
}
