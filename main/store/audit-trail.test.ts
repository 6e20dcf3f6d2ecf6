import { describe, expect, it } from 'vitest'
import { newStore, openRaw } from '#test/support/new-store.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { appendEntry, GENESIS, linkHash, listEntries, trailHead } from './audit-trail.ts'

describe('the audit trail', () => {
  it('keeps each entry as canonical JSON, chained over the stored text', () => {
    const { db, directory, key } = newStore()
    const first = appendEntry(db, auditEntry({ newValue: { b: 1, a: '腹水' } }))
    const second = appendEntry(db, auditEntry({ oldValue: '16.1', newValue: '16.10', reason: 'as printed' }))
    const rows = openRaw(directory, key)
      .prepare('SELECT entry, previous_hash, hash FROM audit_entries')
      .raw()
      .all()
    const text =
      '{"action":"fact.record","at":"2026-11-14T00:30:00.000Z","newValue":{"a":"腹水","b":1},"offset":"+08:00",' +
      '"role":"principal_investigator","seq":1,"subject":{"id":"fact-1","kind":"fact"},"userId":"user-1"}'
    expect(rows[0]).toEqual([text, GENESIS, linkHash(GENESIS, text)])
    expect(rows[1]).toMatchObject([expect.stringContaining('"oldValue":"16.1"'), first.hash, second.hash])
    expect(trailHead(db)).toMatchObject(second)
  })

  it('[A1] gives back who, what, old, new, when and why', () => {
    const { db } = newStore()
    const entry = auditEntry({ field: 'value', oldValue: '2.9', newValue: null, reason: 'wrong patient' })
    const { hash } = appendEntry(db, entry)
    expect([...listEntries(db)]).toEqual([{ ...entry, seq: 1, hash }])
  })

  it('refuses what is not JSON instead of keeping something else', () => {
    const { db } = newStore()
    expect(() => appendEntry(db, auditEntry({ newValue: Number.NaN }))).toThrow()
    expect(() => appendEntry(db, auditEntry({ newValue: '\ud800' }))).toThrow()
    expect(trailHead(db)).toBeUndefined()
  })

  it('[A6] flags a clock that moved back and a zone that changed; the numbers count on', () => {
    const { db } = newStore()
    const times = [
      ['2026-11-14T10:00:00.000Z', '+08:00'],
      ['2026-11-14T09:59:30.500Z', '+08:00'],
      ['2026-11-14T09:59:31.000Z', '+09:00'],
      ['2026-11-13T09:59:31.000Z', '+08:00'],
    ] as const
    for (const [at, offset] of times) appendEntry(db, auditEntry({ at, offset }))
    expect([...listEntries(db)].map(({ seq, clock }) => [seq, clock])).toEqual([
      [1, undefined],
      [2, { movedBackSeconds: 29.5 }],
      [3, { offsetWas: '+08:00' }],
      [4, { movedBackSeconds: 86_400, offsetWas: '+09:00' }],
    ])
  })

  it('is read by subject, action, user, day and number', () => {
    const { db } = newStore()
    appendEntry(db, auditEntry({ at: '2026-11-13T23:59:59.999Z', action: 'login', userId: null }))
    appendEntry(db, auditEntry({ at: '2026-11-14T00:00:00.000Z', subject: { kind: 'patient', id: 'p' } }))
    appendEntry(db, auditEntry({ at: '2026-11-14T23:59:59.999Z' }))
    const seqs = (filter: Parameters<typeof listEntries>[1]) =>
      [...listEntries(db, filter)].map(({ seq }) => seq)
    expect(seqs({})).toEqual([1, 2, 3])
    expect(seqs({ subject: { kind: 'patient' } })).toEqual([2])
    expect(seqs({ subject: { kind: 'fact', id: 'fact-1' }, action: 'login' })).toEqual([1])
    expect(seqs({ userId: 'user-1' })).toEqual([2, 3])
    expect(seqs({ from: '2026-11-14', to: '2026-11-14' })).toEqual([2, 3])
    expect(seqs({ to: '2026-11-13' })).toEqual([1])
    expect(seqs({ afterSeq: 1, limit: 1 })).toEqual([2])
  })
})
