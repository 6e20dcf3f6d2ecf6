import { describe, expect, it } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import { PatientId } from '#shared/core/ids.ts'
import { newStore } from '#test/support/new-store.ts'
import { PATIENT, patientRecord } from '#test/support/store-rows.ts'
import { identifierHash, identityHash } from './identity-hash.ts'
import {
  findByIdentityHash,
  findPatient,
  insertPatient,
  insertPatientVersion,
  listPatients,
  patientHistory,
} from './patient-repository.ts'

const OTHER = PatientId.parse('patient-2')
const SECRET = Buffer.alloc(32, 7).toString('base64')

describe('patients', () => {
  it('come back as they were written, absent values absent', () => {
    const { db } = newStore()
    const full = patientRecord({
      fullName: '王小明',
      contact: 'ward 7',
      identityHash: 'a',
      identifierHash: 'b',
    })
    const { birthDate: _birthDate, ...bare } = patientRecord({ id: OTHER, screeningNumber: 'S-000' })
    insertPatient(db, full)
    insertPatient(db, bare)
    expect(findPatient(db, PATIENT)).toEqual(full)
    expect(listPatients(db)).toEqual([bare, full])
    expect(findPatient(db, PatientId.parse('nobody'))).toBeUndefined()
  })

  it('[A4] are amended by a new version with a reason; the first stays', () => {
    const { db } = newStore()
    insertPatient(db, patientRecord())
    const amended = patientRecord({ version: 2, initials: 'WXN', reason: 'misread' })
    insertPatientVersion(db, amended)
    expect(findPatient(db, PATIENT)).toEqual(amended)
    expect(patientHistory(db, PATIENT)).toEqual([patientRecord(), amended])
    expect(() => insertPatientVersion(db, amended)).toThrow('stale_version')
    expect(() => insertPatientVersion(db, patientRecord({ version: 3 }))).toThrow('CHECK constraint failed')
    const stranger = patientRecord({ id: OTHER, version: 2, reason: 'r' })
    expect(() => insertPatientVersion(db, stranger)).toThrow('not_found')
  })

  it('never share a screening number, unless its holder gave it up or was removed', () => {
    const { db } = newStore()
    insertPatient(db, patientRecord())
    const other = patientRecord({ id: OTHER, screeningNumber: 'S-002' })
    insertPatient(db, other)
    const clash = { ...other, version: 2, screeningNumber: 'S-001', reason: 'swap' }
    expect(() => insertPatientVersion(db, clash)).toThrow('duplicate')
    expect(() => insertPatient(db, patientRecord({ id: PatientId.parse('patient-3') }))).toThrow('duplicate')
    insertPatientVersion(db, patientRecord({ version: 2, screeningNumber: 'S-009', reason: 'renumbered' }))
    insertPatientVersion(db, clash)
    expect(listPatients(db).map(({ screeningNumber }) => screeningNumber)).toEqual(['S-001', 'S-009'])
    insertPatientVersion(db, { ...clash, version: 3, removed: true, reason: 'entered twice' })
    insertPatientVersion(db, patientRecord({ version: 3, reason: 'back' }))
    expect(listPatients(db).map(({ id }) => id)).toEqual([PATIENT])
    expect(patientHistory(db, OTHER)).toHaveLength(3)
  })

  it('that look alike are found by their hashes as of now', () => {
    const { db } = newStore()
    insertPatient(db, patientRecord({ identityHash: 'same', identifierHash: 'id-1' }))
    insertPatient(db, patientRecord({ id: OTHER, screeningNumber: 'S-002', identityHash: 'other' }))
    const found = (hashes: Parameters<typeof findByIdentityHash>[1]) =>
      findByIdentityHash(db, hashes).map(({ screeningNumber }) => screeningNumber)
    expect(found({ identityHash: 'same' })).toEqual(['S-001'])
    expect(found({ identityHash: 'other', identifierHash: 'id-1' })).toEqual(['S-001', 'S-002'])
    expect(found({})).toEqual([])
    insertPatientVersion(db, patientRecord({ version: 2, identityHash: 'changed', reason: 'r' }))
    expect(found({ identityHash: 'same', identifierHash: 'id-1' })).toEqual([])
  })
})

describe('the hash of an identity', () => {
  const person = { birthDate: PartialDate.parse('1966-03-14'), sex: 'female', initials: 'WXM' } as const

  it('does not depend on how initials are written', () => {
    for (const initials of ['wxm', 'W.X.M.', 'ＷＸＭ', ' W X M ']) {
      expect(identityHash(SECRET, { ...person, initials }), initials).toBe(identityHash(SECRET, person))
    }
    expect(identifierHash(SECRET, '11010519-491231 002x')).toBe(identifierHash(SECRET, '11010519491231002X'))
  })

  it('differs by birth date, sex, initials and site', () => {
    const hashes = [
      identityHash(SECRET, person),
      identityHash(SECRET, { ...person, birthDate: PartialDate.parse('1966-03-15') }),
      identityHash(SECRET, { ...person, sex: 'male' }),
      identityHash(SECRET, { ...person, initials: 'WXN' }),
      identityHash(Buffer.alloc(32, 8).toString('base64'), person),
      identifierHash(SECRET, 'WXM'),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('is not made from a birth date that is known only to the year', () => {
    const { birthDate: _birthDate, ...unknown } = person
    expect(identityHash(SECRET, { ...person, birthDate: PartialDate.parse('1966') })).toBeUndefined()
    expect(identityHash(SECRET, unknown)).toBeUndefined()
  })
})
