import { describe, expect, it } from 'vitest'
import { ExportRequest } from '#shared/core/exports/request.ts'
import { PatientId } from '#shared/core/ids.ts'
import { requestOf, startOf } from './typed-export.ts'

const patientId = PatientId.parse('00000000-0000-4000-8000-000000000001')

describe('a new export', () => {
  it('is of everybody and pseudonymised, unless somebody chooses otherwise', () => {
    const typed = startOf({ format: 'odm' }, undefined, 'en')
    expect(requestOf(typed)).toMatchObject({ patients: null, protocolId: null, pseudonymised: true })
  })

  it('is a dossier at first, which is never pseudonymised; another format is again', () => {
    const typed = startOf({}, undefined, 'en')
    expect(requestOf(typed)).toMatchObject({ format: 'dossier', pseudonymised: false })
    expect(requestOf({ ...typed, format: 'csv' })).toMatchObject({ pseudonymised: true })
  })

  it('is of the patient whose screen it was opened from', () => {
    const typed = startOf({ patientId, format: 'dossier' }, undefined, 'zh-CN')
    expect(requestOf(typed)).toMatchObject({ format: 'dossier', patients: [patientId] })
    expect(typed.language).toBe('zh-CN')
  })

  it('asks for nothing while it is of chosen patients and none is chosen', () => {
    expect(requestOf({ ...startOf({}, undefined, 'en'), isOfSome: true })).toBeUndefined()
  })

  it('that is prepared again has the scope and the reason of before, and is pseudonymised again', () => {
    const request = ExportRequest.parse({
      ...{ format: 'odm', patients: [patientId], protocolId: null, pseudonymised: false },
    })
    const before = {
      ...{ id: 'e', request, why: 'for the sponsor', enteredAt: '2026-11-22T10:00:00+08:00' as never },
      ...{ author: 'u', manifest: 'd' as never, signed: true, files: [], taken: [], atHand: false },
    }
    const typed = startOf({ again: 'e' }, before, 'en')
    expect(typed.why).toBe('for the sponsor')
    expect(requestOf(typed)).toEqual({ ...request, pseudonymised: true })
  })
})
