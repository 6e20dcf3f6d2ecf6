import { describe, expect, it } from 'vitest'
import { FactId, PatientId } from '#shared/core/ids.ts'
import { newStoreWithPatient, reopen } from '#test/support/new-store.ts'
import { factVersion, PATIENT, patientRecord } from '#test/support/store-rows.ts'
import { changeMark, chartStamps } from './chart-repository.ts'
import { insertFactVersion } from './fact-repository.ts'
import { insertPatient, insertPatientVersion } from './patient-repository.ts'

const OTHER = PatientId.parse('patient-2')
const reason = 'r'

describe('the stamp of a chart', () => {
  it('is another after every change to it, and the same after a change to another', () => {
    const { db } = newStoreWithPatient()
    insertPatient(db, patientRecord({ id: OTHER, screeningNumber: 'S-002' }))
    const changes = [
      () => insertFactVersion(db, factVersion()),
      () => insertFactVersion(db, factVersion({ version: 2, reason })),
      () => insertFactVersion(db, factVersion({ version: 3, content: null, reason })),
      () => insertFactVersion(db, factVersion({ id: FactId.parse('fact-2') })),
      () => insertPatientVersion(db, patientRecord({ version: 2, initials: 'Y', reason })),
      () => insertPatientVersion(db, patientRecord({ version: 3, removed: true, reason })),
    ]
    const stamp = (id: PatientId) => chartStamps(db, [PATIENT, OTHER]).get(id)
    const [other, seen] = [stamp(OTHER), new Set([stamp(PATIENT)])]
    for (const change of changes) {
      change()
      seen.add(stamp(PATIENT))
      expect(stamp(OTHER)).toBe(other)
    }
    expect(seen.size).toBe(1 + changes.length)
  })

  it('is there only for whom it was asked, and who exists', () => {
    const { db } = newStoreWithPatient()
    expect([...chartStamps(db, [PATIENT, PatientId.parse('nobody')]).keys()]).toEqual([PATIENT])
    expect(chartStamps(db, []).size).toBe(0)
  })
})

describe('the mark of the store', () => {
  it('stands still while nothing changes, and moves with a change by this or another connection', () => {
    const { db, directory, key } = newStoreWithPatient()
    const other = reopen(directory, key)
    const before = changeMark(db)
    expect(changeMark(db)).toBe(before)
    insertFactVersion(db, factVersion())
    const own = changeMark(db)
    insertFactVersion(other, factVersion({ version: 2, reason }))
    expect(new Set([before, own, changeMark(db)]).size).toBe(3)
  })
})
