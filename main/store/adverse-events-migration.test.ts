import { describe, expect, it, onTestFinished } from 'vitest'
import { FactId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import { siteSchedule } from '#test/support/calendar.ts'
import { openRaw, storeAt } from '#test/support/new-store.ts'
import { AUTHOR, insertFirstRows, patientRecord } from '#test/support/store-rows.ts'
import { conductHistory } from './conduct-repository.ts'
import { closeDatabase, insert, schemaVersion, select } from './connection.ts'
import type { Db } from './driver.ts'
import { migrate } from './migrate.ts'
import { insertPatient } from './patient-repository.ts'
import { plansOf } from './plan-repository.ts'
import {
  findSignature,
  insertMark,
  insertSignature,
  marksOf,
  signaturesAbout,
} from './signature-repository.ts'

const { id: patientId, enteredAt } = patientRecord()
const protocol = ProtocolId.parse('NCT05106972')
const signed = SignatureId.parse('s1')

/** A signature with all that can refer to one, and what the site entered, as a store of 70 kept them. */
function storeOf70() {
  const { db, ...store } = storeAt(70)
  insertFirstRows(db)
  insertPatient(db, patientRecord())
  const schedule = JSON.stringify(siteSchedule(protocol))
  const entered = `'${enteredAt}', '${AUTHOR}'`
  const rows = [
    `authorities VALUES ('a', 1, 'c', ${entered})`,
    `certificates VALUES ('1', '${AUTHOR}', 'a', 'c', 'h', 'd', '${AUTHOR}', '${enteredAt}', NULL)`,
    `signatures VALUES ('s1', 'eligibility', '${patientId}', '${protocol}', NULL, 'd1', 'text', 's', '1',
      '${AUTHOR}', '${enteredAt}')`,
    `signatures VALUES ('s2', 'countersignature', '${patientId}', '${protocol}', 's1', 'd1', 'r', 's', '1',
      '${AUTHOR}', '${enteredAt}')`,
    `documents VALUES ('d1', 'eligibility', '${patientId}', '${protocol}', 's1', 'en', '{}', '[]', ${entered})`,
    `document_revisions VALUES ('d1', 1, 'h', x'00', 's1', ${entered})`,
    `plans VALUES ('p1', '${patientId}', '${protocol}', 'first_dose', NULL, '2026-01-12', 's1', ${entered})`,
    `site_conduct VALUES ('${protocol}', 'schedule', 1, '${schedule}', ${entered}, NULL)`,
    `site_conduct VALUES ('${protocol}', 'schedule', 2, '${schedule}', ${entered}, 'amended')`,
  ]
  for (const row of rows) insert(db, `INSERT INTO ${row}`).run()
  const why = { verdict: null, changes: [{ item: 'protocol', was: 'a', now: 'b' }] } as const
  insertMark(db, {
    signature: signed,
    at: enteredAt,
    authorId: AUTHOR,
    why: { ...why, changes: [...why.changes] },
  })
  return { db, ...store }
}

function openAt80() {
  const { db, directory, key } = storeOf70()
  expect(migrate(db, 80)).toMatchObject({ from: 70, to: 80 })
  return { db, directory, key }
}

/** As somebody with the key and their own tool sees it. */
function rawOf({ db, directory, key }: ReturnType<typeof openAt80>): Db {
  closeDatabase(db)
  const raw = openRaw(directory, key)
  onTestFinished(() => {
    raw.close()
  })
  return raw
}

describe('[N1] a store of 70 with signatures and marks', () => {
  it('opens at 80 with every signature, its mark, its countersignature, its document and its plan', () => {
    const { db } = openAt80()
    expect(schemaVersion(db)).toBe(80)
    expect(findSignature(db, signed)).toMatchObject({
      ...{ kind: 'eligibility', patientId, protocolId: protocol, of: null, documentId: 'd1', event: null },
      ...{ record: 'text', signature: 's', serial: '1', signerId: AUTHOR, signedAt: enteredAt },
    })
    expect(marksOf(db, [signed]).get(signed)?.why.changes).toHaveLength(1)
    expect(signaturesAbout(db, [signed])).toEqual(['s2'])
    expect(plansOf(db, patientId)).toMatchObject([{ signature: 's1' }])
    const revision =
      'SELECT signature_id FROM document_revisions JOIN documents USING (document_id, signature_id)'
    expect(select(db, revision).pluck().all()).toEqual(['s1'])
  })

  it('keeps every version of what the site entered, and takes what it says of safety', () => {
    const { db } = openAt80()
    expect(conductHistory(db, protocol, 'schedule').map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'amended'],
      [1, undefined],
    ])
    const values = `'${protocol}', 'safety', 1, '{}', '${enteredAt}', '${AUTHOR}', NULL`
    expect(insert(db, `INSERT INTO site_conduct VALUES (${values})`).run().changes).toBe(1)
  })

  it('leaves no reference broken, none to a table that is gone, and holds them on', () => {
    const raw = rawOf(openAt80())
    expect(raw.pragma('foreign_key_check')).toEqual([])
    const tables = raw
      .prepare("SELECT group_concat(sql) FROM sqlite_schema WHERE sql LIKE '%wider_%'")
      .pluck()
    expect(tables.get()).toBeNull()
    const { db } = openAt80()
    expect(() => insertMark(db, { ...mark('s9'), authorId: AUTHOR })).toThrow('FOREIGN KEY')
  })

  it.each(['signatures', 'site_conduct', 'signature_marks'])('has %s append-only', table => {
    const { db } = openAt80()
    const sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    expect(select(db, sql).pluck().get(table)).toBe(2)
  })

  it('takes a judgement of causality with its event, never without, and no other with one', () => {
    const { db } = openAt80()
    insertSignature(db, row('s3', 'causality', 'f1'))
    expect(findSignature(db, SignatureId.parse('s3'))).toMatchObject({ kind: 'causality', event: 'f1' })
    expect(() => insertSignature(db, row('s4', 'causality', null))).toThrow('CHECK')
    expect(() => insertSignature(db, row('s5', 'eligibility', 'f1'))).toThrow('CHECK')
  })

  it('finds the signatures of an event, of a patient and of another signature by an index', () => {
    const { db } = openAt80()
    const planOf = (condition: string) =>
      JSON.stringify(select(db, `EXPLAIN QUERY PLAN SELECT 1 FROM signatures WHERE ${condition}`).all())
    expect(planOf("fact_id = 'f'")).toContain('signatures_by_fact')
    expect(planOf("patient_id = 'p'")).toContain('signatures_by_patient')
    expect(planOf("of_id = 's'")).toContain('signatures_by_of')
  })
})

function mark(id: string) {
  return { signature: SignatureId.parse(id), at: enteredAt, why: { verdict: null, changes: [] } }
}

function row(id: string, kind: 'causality' | 'eligibility', event: string | null) {
  return {
    ...{ id: SignatureId.parse(id), kind, patientId, protocolId: protocol, of: null, documentId: null },
    ...{ event: event === null ? null : FactId.parse(event), record: 'r', signature: 's', serial: '1' },
    ...{ signerId: AUTHOR, signedAt: enteredAt },
  }
}
