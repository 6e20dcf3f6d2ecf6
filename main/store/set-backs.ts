import { z } from 'zod'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { type ReadableDb, select } from './connection.ts'

const Row = z.object({ seq: z.int(), at: z.iso.datetime(), seconds: z.number() })

/** An entry that came after one with a later time: how many seconds the clock had been put back by then. */
export type SetBackEntry = z.infer<typeof Row>

/** Every entry after `afterSeq` that saw the clock put back, oldest first. */
export function setBackEntries(db: ReadableDb, afterSeq: number): SetBackEntry[] {
  // A trail has a hundred thousand entries and hardly any of these: only they are read as JSON.
  const sql = `SELECT seq, at, entry ->> '$.clock.movedBackSeconds' AS seconds FROM audit_entries
    WHERE seq > ? AND instr(entry, '"movedBackSeconds":') > 0 AND seconds IS NOT NULL ORDER BY seq`
  return select(db, sql)
    .all(afterSeq)
    .map(row => Row.parse(row))
}

const LastRow = z.object({ seq: z.int(), at: z.iso.datetime(), hash: z.string() })
type LastEntry = z.infer<typeof LastRow>

/** Number, time and hash of the last entry; undefined for an empty trail. */
export function lastEntry(db: ReadableDb): LastEntry | undefined {
  const row = select(db, 'SELECT seq, at, hash FROM audit_entries ORDER BY seq DESC LIMIT 1').get()
  return row === undefined ? undefined : LastRow.parse(row)
}

/** Whether the trail has this entry: one that was read within a transaction may have been undone with it. */
export function hasEntry(db: ReadableDb, { seq, hash }: Pick<LastEntry, 'seq' | 'hash'>): boolean {
  return select(db, 'SELECT hash FROM audit_entries WHERE seq = ?').pluck().get(seq) === hash
}

/** The entry with which a fact of a patient was first charted; undefined where the trail has none. */
export function firstEntryOf(db: ReadableDb, patientId: PatientId, fact: FactId): number | undefined {
  const sql = `SELECT min(seq) FROM audit_entries WHERE subject_kind = 'patient' AND subject_id = ?
    AND action = 'fact.record' AND entry ->> '$.field' = ?`
  const seq = select(db, sql).pluck().get(patientId, `facts.${fact}`)
  return z.int().nullable().parse(seq) ?? undefined
}
