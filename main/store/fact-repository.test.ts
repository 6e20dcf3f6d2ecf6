import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactSource } from '#shared/core/facts/fact.ts'
import { FactId, PatientId, Sha256 } from '#shared/core/ids.ts'
import { newStoreWithPatient, openRaw } from '#test/support/new-store.ts'
import { AUTHOR, factVersion, PATIENT, patientRecord } from '#test/support/store-rows.ts'
import {
  currentFacts,
  currentFactsOf,
  factHistory,
  findFactVersion,
  insertFactVersion,
} from './fact-repository.ts'
import { insertPatient } from './patient-repository.ts'

const FACT = FactId.parse('fact-1')
const PT = FactContent.parse({
  kind: 'laboratory',
  on: '2026-11-13T07:05:00+08:00',
  loinc: '5902-2',
  value: '16.10',
  comparator: '<',
  unit: 's',
  range: { low: '9.40', high: '12.5' },
  control: '13.0',
  laboratory: '第一检验科 / Lab №1',
})

describe('facts', () => {
  it('are corrected and retracted by new versions; the current view follows, the first value stays', () => {
    const { db } = newStoreWithPatient()
    insertFactVersion(db, factVersion())
    const content = FactContent.parse({ kind: 'albumin_infusion', on: '2026-11-12', grams: '40' })
    insertFactVersion(db, factVersion({ version: 2, content, reason: 'second bottle' }))
    expect(currentFacts(db, PATIENT)).toMatchObject([{ id: FACT, version: 2, content }])
    insertFactVersion(db, factVersion({ version: 3, content: null, reason: 'other patient' }))
    expect(currentFacts(db, PATIENT)).toEqual([])
    expect(findFactVersion(db, FACT)).toMatchObject({ version: 3, content: null, reason: 'other patient' })
    expect(factHistory(db, FACT).map(({ version, content, reason }) => [version, content, reason])).toEqual([
      [1, factVersion().content, undefined],
      [2, content, 'second bottle'],
      [3, null, 'other patient'],
    ])
  })

  it('are written only on the version that was seen, and stay with their patient', () => {
    const { db } = newStoreWithPatient()
    insertPatient(db, patientRecord({ id: PatientId.parse('patient-2'), screeningNumber: 'S-002' }))
    insertFactVersion(db, factVersion())
    expect(() => insertFactVersion(db, factVersion())).toThrow('stale_version')
    expect(() => insertFactVersion(db, factVersion({ version: 3, reason: 'r' }))).toThrow('stale_version')
    const moved = factVersion({ version: 2, patientId: PatientId.parse('patient-2'), reason: 'r' })
    expect(() => insertFactVersion(db, moved)).toThrow('not_found')
    expect(factHistory(db, FACT)).toHaveLength(1)
  })

  it('[A4] need a reason from the second version on, and cannot begin as a retraction', () => {
    const { db } = newStoreWithPatient()
    expect(() => insertFactVersion(db, factVersion({ content: null }))).toThrow('constraint failed')
    insertFactVersion(db, factVersion())
    expect(() => insertFactVersion(db, factVersion({ version: 2 }))).toThrow('CHECK constraint failed')
    expect(() => insertFactVersion(db, factVersion({ version: 2, reason: '' }))).toThrow(
      'CHECK constraint failed',
    )
  })

  it('[F2] keep value, comparator, unit, laboratory and range exactly as printed', () => {
    const { db, directory, key } = newStoreWithPatient()
    insertFactVersion(db, factVersion({ content: PT }))
    expect(currentFacts(db, PATIENT)[0]?.content).toEqual(PT)
    const stored = openRaw(directory, key).prepare('SELECT content FROM fact_versions').pluck().get()
    for (const printed of ['"16.10"', '"<"', '"9.40"', '"12.5"', '"13.0"', '第一检验科 / Lab №1']) {
      expect(stored).toContain(printed)
    }
  })

  it('[F3] keep the time of the event apart from the time of entry', () => {
    const { db, directory, key } = newStoreWithPatient()
    const enteredAt = OffsetDateTime.parse('2026-11-20T10:00:00+08:00')
    insertFactVersion(db, factVersion({ enteredAt, content: PT }))
    const late = currentFacts(db, PATIENT)[0]
    expect(late).toMatchObject({ enteredAt, content: { on: '2026-11-13T07:05:00+08:00' } })
    const columns = openRaw(directory, key).prepare('SELECT event_time, entered_at FROM fact_versions').raw()
    expect(columns.get()).toEqual(['2026-11-13T07:05:00+08:00', enteredAt])
  })

  it.each<[string, Record<string, unknown>, string | null]>([
    ['the day it happened', { kind: 'tips', on: '2026-11' }, '2026-11'],
    ['where it began', { kind: 'lactation', from: '2026-01', to: '2026-02' }, '2026-01'],
    ['where it ended, if the start is not known', { kind: 'lactation', to: '2026-02' }, '2026-02'],
    ['nothing, if only "ongoing" is known', { kind: 'lactation', to: 'ongoing' }, null],
  ])('[F3] have as event time %s', (_what, content, time) => {
    const { db, directory, key } = newStoreWithPatient()
    insertFactVersion(db, factVersion({ content: FactContent.parse(content) }))
    expect(openRaw(directory, key).prepare('SELECT event_time FROM fact_versions').pluck().get()).toBe(time)
  })

  it.each<FactSource>([
    { kind: 'typed' },
    { kind: 'file', name: '化验.csv', sha256: Sha256.parse('a'.repeat(64)), row: 17 },
    { kind: 'report', reference: 'US 2026/1123' },
    { kind: 'device', name: 'FibroScan 530' },
  ])('[F4] keep their source and author: $kind', source => {
    const { db } = newStoreWithPatient()
    insertFactVersion(db, factVersion({ source }))
    expect(currentFacts(db, PATIENT)[0]).toMatchObject({ source, author: AUTHOR })
  })

  it('of several patients come as each patient’s own, and no one else’s', () => {
    const { db } = newStoreWithPatient()
    const others = ['patient-0', 'patient-2', 'patient-3'].map(id => PatientId.parse(id))
    for (const id of others) insertPatient(db, patientRecord({ id, screeningNumber: id }))
    const patients = [PATIENT, ...others.slice(0, 2)]
    patients.forEach((patientId, index) => {
      for (const each of ['a', 'b'])
        insertFactVersion(db, factVersion({ id: FactId.parse(`${each}${index}`), patientId }))
      const retracted = factVersion({
        id: FactId.parse(`a${index}`),
        patientId,
        version: 2,
        content: null,
        reason: 'r',
      })
      if (index === 0) insertFactVersion(db, retracted)
    })
    const all = currentFactsOf(db, [PATIENT, ...others.slice(1), PatientId.parse('nobody')])
    expect([...all].map(([patientId, facts]) => [patientId, facts.length]).sort()).toEqual([
      ['patient-1', 1],
      ['patient-2', 2],
    ])
    for (const [patientId, facts] of all) expect(facts).toEqual(currentFacts(db, patientId))
  })

  it('that another version of the software wrote wrongly are not let in unseen', () => {
    const { db, directory, key } = newStoreWithPatient()
    insertFactVersion(db, factVersion())
    const raw = openRaw(directory, key)
    raw.exec('DROP TRIGGER fact_versions_refuse_update')
    raw.exec(`UPDATE fact_versions SET content = '{"kind":"albumin_infusion","on":"last week"}'`)
    expect(() => currentFacts(db, PATIENT)).toThrow('on')
  })
})
