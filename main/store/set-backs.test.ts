import { expect, it } from 'vitest'
import { FactId, PatientId } from '#shared/core/ids.ts'
import { newStore } from '#test/support/new-store.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { appendEntry } from './audit-trail.ts'
import { inTransaction } from './connection.ts'
import { firstEntryOf, hasEntry, lastEntry, setBackEntries } from './set-backs.ts'

it('[A6] every entry that saw the clock put back is found, with its seconds, and no other', () => {
  const { db } = newStore()
  const times = ['10:00:00.000', '09:59:30.500', '09:59:31.000', '08:59:31.000'] as const
  for (const time of times) appendEntry(db, auditEntry({ at: `2026-11-14T${time}Z` }))
  // The words of an entry are no finding.
  const words = { '"movedBackSeconds":': 1, movedBackSeconds: 60 }
  appendEntry(db, auditEntry({ at: '2026-11-14T11:00:00.000Z', newValue: words }))
  const first = { seq: 2, at: '2026-11-14T09:59:30.500Z', seconds: 29.5 }
  const second = { seq: 4, at: '2026-11-14T08:59:31.000Z', seconds: 3600 }
  expect(setBackEntries(db, 0)).toEqual([first, second])
  expect(setBackEntries(db, 2)).toEqual([second])
})

it('an entry that was undone is not taken for the one that has its number now', () => {
  const { db } = newStore()
  expect(lastEntry(db)).toBeUndefined()
  appendEntry(db, auditEntry())
  const undone = () =>
    inTransaction(db, () => {
      appendEntry(db, auditEntry({ reason: 'undone' }))
      throw Object.assign(new Error('undone'), { read: lastEntry(db) })
    })
  let read: ReturnType<typeof lastEntry>
  try {
    undone()
  } catch (error) {
    read = (error as { read: typeof read }).read
  }
  appendEntry(db, auditEntry({ reason: 'done' }))
  const last = lastEntry(db)
  expect([read?.seq, last?.seq]).toEqual([2, 2])
  expect(read && hasEntry(db, read)).toBe(false)
  expect(last && hasEntry(db, last)).toBe(true)
})

it('a fact’s first entry is found among the patient’s, whatever came after it', () => {
  const { db } = newStore()
  const subject = { kind: 'patient', id: 'p' }
  appendEntry(db, auditEntry({ action: 'fact.record', subject, field: 'facts.f1' }))
  appendEntry(db, auditEntry({ action: 'fact.record', subject, field: 'facts.f2' }))
  appendEntry(db, auditEntry({ action: 'fact.correct', subject, field: 'facts.f2', reason: 'x' }))
  const entryOf = (fact: string) => firstEntryOf(db, PatientId.parse('p'), FactId.parse(fact))
  expect([entryOf('f1'), entryOf('f2'), entryOf('f3')]).toEqual([1, 2, undefined])
})
