import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { PatientId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const wang = {
  screeningNumber: 'S-001',
  initials: 'WXM',
  sex: 'male' as const,
  birthDate: PartialDate.parse('1966-03-14'),
}
const register = (more: object = {}) => site.api.patients.register({ ...wang, ...more })
const trail = () => site.api.audit.list({ subject: { kind: 'patient' } })

describe('registering a patient', () => {
  it('[A1] keeps what was entered, when by the clock of the site, and says so in the trail', async () => {
    const { patient, possibleDuplicates } = await register({ contact: 'ward 7' })
    expect(patient).toEqual({
      ...wang,
      id: patient.id,
      version: 1,
      contact: 'ward 7',
      enteredAt: '2026-11-22T10:00:00.000+08:00',
    })
    expect(possibleDuplicates).toEqual([])
    expect(await site.api.patients.get({ id: patient.id })).toEqual(patient)
    const [entry] = await trail()
    expect(entry).toMatchObject({
      action: 'patient.register',
      userId: site.user.id,
      at: '2026-11-22T02:00:00.000Z',
      newValue: { ...wang, contact: 'ward 7' },
    })
  })

  it('points out another with the same birth date, sex and initials', async () => {
    await register()
    const { possibleDuplicates } = await register({ screeningNumber: 'S-002', initials: 'w x m' })
    expect(possibleDuplicates).toEqual(['S-001'])
    const other = await register({ screeningNumber: 'S-003', sex: 'female' })
    expect(other.possibleDuplicates).toEqual([])
  })

  it('points out another with the same identifier, and keeps the identifier nowhere', async () => {
    await register({ identifier: '110101196603140011' })
    const { patient, possibleDuplicates } = await register({
      screeningNumber: 'S-002',
      initials: 'ABC',
      identifier: '110101 19660314 0011',
    })
    expect(possibleDuplicates).toEqual(['S-001'])
    const seen = JSON.stringify([patient, await trail(), await site.api.patients.list({})])
    expect(seen).not.toContain('19660314')
  })

  it('does not take a screening number twice', async () => {
    await register()
    expect(await failureOf(register())).toEqual({
      code: 'duplicate',
      entity: 'patient',
      field: 'screeningNumber',
    })
    expect(await trail()).toHaveLength(1)
  })

  it.each([
    [{ birthDate: '2026-02-30' }, 'birthDate'],
    [{ birthDate: '2027-01-01' }, 'birthDate'],
    [{ sex: 'm' }, 'sex'],
    [{ initials: '' }, 'initials'],
    [{ weight: '70' }, 'weight'],
  ])('refuses %j and names the field', async (wrong, path) => {
    expect(await failureOf(register(wrong))).toMatchObject({ code: 'invalid_input', issues: [{ path }] })
  })
})

describe('the full name', () => {
  const grant = (granted: boolean) =>
    site.api.users.grantIdentity({ userId: site.user.id, granted, reason: 'runs the site' })

  it('[U2] is shown, in the record and in the trail, only to those who were granted to see it', async () => {
    const { patient } = await register({ fullName: '王小明' })
    const everything = async () =>
      JSON.stringify([
        await site.api.patients.get({ id: patient.id }),
        await site.api.patients.list({}),
        await site.api.audit.list({}),
      ])
    expect(await everything()).not.toContain('王小明')
    await grant(true)
    expect((await everything()).match(/王小明/g)).toHaveLength(3)
  })

  it('[U2] is not changed by somebody who cannot see it; the attempt is in the trail', async () => {
    const { patient } = await register({ fullName: '王小明' })
    const amend = () =>
      site.api.patients.amend({
        id: patient.id,
        expectedVersion: 1,
        changes: { fullName: '王小民' },
        reason: 'misspelt',
      })
    expect(await failureOf(amend())).toEqual({ code: 'not_permitted', right: 'identity.read' })
    const [denied] = await site.api.audit.list({ action: 'access.denied' })
    expect(denied).toMatchObject({ subject: { id: 'patients.amend' }, newValue: { right: 'identity.read' } })
    await grant(true)
    expect((await amend()).patient.fullName).toBe('王小民')
  })
})

describe('amending a patient', () => {
  it('[A1] keeps old value, new value and reason for each field; the first value stays', async () => {
    const { patient } = await register({ contact: 'ward 7' })
    const { patient: amended } = await site.api.patients.amend({
      id: patient.id,
      expectedVersion: 1,
      changes: { registrationDate: CivilDate.parse('2026-12-06'), contact: null },
      reason: 'registered',
    })
    expect(amended).toMatchObject({ version: 2, registrationDate: '2026-12-06' })
    expect(amended).not.toHaveProperty('contact')
    const entries = (await trail()).slice(1)
    expect(
      entries.map(({ field, oldValue, newValue, reason }) => ({ field, oldValue, newValue, reason })),
    ).toEqual([
      { field: 'registrationDate', oldValue: null, newValue: '2026-12-06', reason: 'registered' },
      { field: 'contact', oldValue: 'ward 7', newValue: null, reason: 'registered' },
    ])
  })

  it('refuses a change of an older version, and names the current one', async () => {
    const { patient } = await register()
    const amend = (initials: string) =>
      site.api.patients.amend({ id: patient.id, expectedVersion: 1, changes: { initials }, reason: 'typo' })
    await amend('WXN')
    expect(await failureOf(amend('WXO'))).toEqual({ code: 'stale_version', entity: 'patient', current: 2 })
  })

  it('looks for duplicates again', async () => {
    await register()
    const { patient } = await register({ screeningNumber: 'S-002', initials: 'ABC' })
    const { possibleDuplicates } = await site.api.patients.amend({
      id: patient.id,
      expectedVersion: 1,
      changes: { initials: 'WXM' },
      reason: 'typo',
    })
    expect(possibleDuplicates).toEqual(['S-001'])
  })

  it('refuses a change that changes nothing, and a taken screening number', async () => {
    await register()
    const { patient } = await register({ screeningNumber: 'S-002' })
    const amend = (changes: { screeningNumber: string }) =>
      failureOf(site.api.patients.amend({ id: patient.id, expectedVersion: 1, changes, reason: 'typo' }))
    expect(await amend({ screeningNumber: 'S-002' })).toMatchObject({ code: 'invalid_input' })
    expect(await amend({ screeningNumber: 'S-001' })).toMatchObject({ code: 'duplicate' })
  })

  it('names a patient that there is not', async () => {
    expect(await failureOf(site.api.patients.get({ id: PatientId.parse('nobody') }))).toEqual({
      code: 'not_found',
      entity: 'patient',
      id: 'nobody',
    })
  })
})

describe('removing a patient', () => {
  it('[A4] keeps the trail, needs a reason, and frees the screening number', async () => {
    const { patient } = await register()
    const gone = { id: patient.id, expectedVersion: 1 }
    expect(await failureOf(site.api.patients.remove({ ...gone, reason: '' }))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'reason' }],
    })
    await site.api.patients.remove({ ...gone, reason: 'entered twice' })
    expect(await site.api.patients.list({})).toEqual([])
    expect(await failureOf(site.api.patients.get({ id: patient.id }))).toMatchObject({ code: 'not_found' })
    expect((await trail()).map(({ action }) => action)).toEqual(['patient.register', 'patient.remove'])
    expect((await register()).possibleDuplicates).toEqual([])
  })
})
