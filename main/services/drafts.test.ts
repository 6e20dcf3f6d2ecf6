import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const register = async (screeningNumber = 'S-001') =>
  (await site.api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })).patient
const nobody = { form: 'new-candidate', patientId: null }

describe('a draft', () => {
  it('comes back to its author after the lock, with its time and its candidate', async () => {
    const patient = await register()
    const place = { form: 'laboratory-report', patientId: patient.id }
    const content = { on: '2026-11-20', rows: [{ loinc: '1751-7', value: '31' }, null] }
    const { savedAt } = await site.api.drafts.save({ ...place, content })
    expect(savedAt).toBe('2026-11-22T10:00:00.000+08:00')
    site.lock()
    await site.as('chen')
    expect(await site.api.drafts.list({})).toEqual([{ ...place, screeningNumber: 'S-001', savedAt, content }])
  })

  it('is replaced by the next one of its form and candidate, and by no other', async () => {
    const [one, two] = [await register(), await register('S-002')]
    await site.api.drafts.save({ ...nobody, content: 1 })
    await site.api.drafts.save({ form: 'fact', patientId: one.id, content: 2 })
    await site.api.drafts.save({ form: 'fact', patientId: two.id, content: 3 })
    await site.api.drafts.save({ form: 'correction', patientId: one.id, content: 4 })
    await site.api.drafts.save({ ...nobody, content: 5 })
    await site.api.drafts.save({ form: 'fact', patientId: one.id, content: 6 })
    const listed = await site.api.drafts.list({})
    expect(listed.map(({ content, screeningNumber }) => [content, screeningNumber])).toEqual([
      [6, 'S-001'],
      [5, null],
      [4, 'S-001'],
      [3, 'S-002'],
    ])
  })

  it('is erased when discarded, and discarding none does nothing', async () => {
    await site.api.drafts.save({ ...nobody, content: 'x' })
    await site.api.drafts.discard({ form: 'fact', patientId: null })
    expect(await site.api.drafts.list({})).toHaveLength(1)
    await site.api.drafts.discard(nobody)
    expect(await site.api.drafts.list({})).toEqual([])
  })

  it('is its author’s alone', async () => {
    await site.addUser('coordinator')
    await site.api.drafts.save({ ...nobody, content: 'of chen' })
    await site.as('coordinator')
    expect(await site.api.drafts.list({})).toEqual([])
    await site.api.drafts.discard(nobody)
    await site.api.drafts.save({ ...nobody, content: 'of the coordinator' })
    await site.as('chen')
    expect((await site.api.drafts.list({})).map(({ content }) => content)).toEqual(['of chen'])
  })

  it('leaves no entry in the trail', async () => {
    const before = await site.api.audit.list({ limit: 1000 })
    await site.api.drafts.save({ ...nobody, content: 'SECRET' })
    await site.api.drafts.discard(nobody)
    expect(await site.api.audit.list({ limit: 1000 })).toEqual(before)
  })

  it('about a patient who was removed is not listed, and none can be begun', async () => {
    const patient = await register()
    const place = { form: 'fact', patientId: patient.id }
    await site.api.drafts.save({ ...place, content: 1 })
    await site.api.patients.remove({ id: patient.id, expectedVersion: 1, reason: 'entered twice' })
    expect(await site.api.drafts.list({})).toEqual([])
    expect(await failureOf(site.api.drafts.save({ ...place, content: 2 }))).toEqual({
      ...{ code: 'not_found', entity: 'patient', id: patient.id },
    })
    await site.api.drafts.discard(place)
  })

  it('about a patient is closed to who sees no patients, also where it was theirs before', async () => {
    const patient = await register()
    const place = { form: 'fact', patientId: patient.id }
    const user = await site.addUser('coordinator')
    await site.as('coordinator')
    await site.api.drafts.save({ ...place, content: 1 })
    await site.as('chen')
    const change = { userId: user.id, role: 'administrator', reason: 'moved' } as const
    await site.api.users.changeRole(change)
    await site.as('coordinator')
    expect(await site.api.drafts.list({})).toEqual([])
    const refused = { code: 'not_permitted', right: 'patients.read' }
    expect(await failureOf(site.api.drafts.save({ ...place, content: 2 }))).toEqual(refused)
    await site.api.drafts.save({ ...nobody, content: 3 })
  })

  it('of more than 200 kB is refused with what to do', async () => {
    await site.api.drafts.save({ ...nobody, content: 'x'.repeat(199_998) })
    expect(await failureOf(site.api.drafts.save({ ...nobody, content: '中'.repeat(66_667) }))).toEqual({
      code: 'invalid_input',
      issues: [
        {
          path: 'content',
          message: 'a draft of more than 200 kB is not kept; save what is typed, or enter less at once',
        },
      ],
    })
    expect((await site.api.drafts.list({})).map(({ content }) => String(content).length)).toEqual([199_998])
  })

  it('needs a form that has a name', async () => {
    const saved = site.api.drafts.save({ form: 'A form', patientId: null, content: 1 })
    expect(await failureOf(saved)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'form' }] })
  })
})
