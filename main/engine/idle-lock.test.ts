import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  site.events.length = 0
})
afterEach(() => site.dispose())

const state = async () => (await site.api.site.status({})).state
const locked = (cause: string) => ({ event: 'locked', cause })
const MINUTES = 60

describe('[S2] a session at which nobody is', () => {
  it('ends after ten minutes, and says so a minute before', async () => {
    site.idle.pass(9 * MINUTES - 1)
    expect(site.events).toEqual([])
    site.idle.pass(1)
    expect(site.events).toEqual([{ event: 'locking_soon', seconds: 60 }])
    site.idle.pass(59)
    expect(await state()).toBe('unlocked')
    site.idle.pass(1)
    expect(await state()).toBe('locked')
    expect(site.events).toEqual([{ event: 'locking_soon', seconds: 60 }, locked('idle')])
    await site.as('chen')
    const [entry] = await site.api.audit.list({ action: 'session.lock' })
    expect(entry?.newValue).toEqual({ cause: 'idle' })
  })

  it('is warned at half time where it has only a minute', async () => {
    await site.api.settings.change({ expectedVersion: 0, changes: { idleMinutes: 1 }, reason: 'open ward' })
    site.idle.pass(30)
    expect(site.events).toEqual([{ event: 'locking_soon', seconds: 30 }])
    site.idle.pass(30)
    expect(site.events.at(-1)).toEqual(locked('idle'))
  })

  it('has the time that the site decided, at once and after the next unlock', async () => {
    await site.api.settings.change({
      expectedVersion: 0,
      changes: { idleMinutes: 30 },
      reason: 'long visits',
    })
    site.idle.pass(29 * MINUTES)
    expect(await state()).toBe('unlocked')
    site.lock()
    await site.as('chen')
    site.idle.pass(29 * MINUTES)
    expect(await state()).toBe('unlocked')
    site.idle.pass(1 * MINUTES)
    expect(await state()).toBe('locked')
  })

  it('keeps no timer once it ended, and a new one begins anew', async () => {
    expect(site.idle.running()).toBe(1)
    site.idle.pass(9 * MINUTES)
    site.lock()
    await site.api.site.status({})
    expect(site.idle.running()).toBe(0)
    await site.as('chen')
    site.idle.pass(8 * MINUTES)
    expect(await state()).toBe('unlocked')
    expect(site.idle.running()).toBe(1)
  })
})

describe('what begins the time anew', () => {
  const patient = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male' } as const
  const almost = 10 * MINUTES - 1

  it.each([
    ['a touch', () => site.api.session.touch({})],
    ['a change', () => site.api.patients.register(patient)],
    ['a draft', () => site.api.drafts.save({ form: 'fact', patientId: null, content: 1 })],
    ['a change that is refused', () => failureOf(site.api.patients.register({ ...patient, initials: '' }))],
  ])('%s, and the warning may come again', async (_what, act) => {
    site.idle.pass(almost)
    await act()
    site.idle.pass(almost)
    expect(await state()).toBe('unlocked')
    expect(site.events).toEqual(Array(2).fill({ event: 'locking_soon', seconds: 60 }))
  })

  it.each([
    ['reading: screens do it by themselves', () => site.api.patients.list({})],
    ['asking what runs here', () => site.api.app.info({})],
    ['how the screens look', () => site.api.preferences.set({ language: 'en', theme: 'dark' })],
  ])('not %s', async (_what, act) => {
    site.idle.pass(almost)
    await act()
    site.idle.pass(1)
    expect(await state()).toBe('locked')
  })

  it('not a change that the user has no right to', async () => {
    await site.addUser('monitor')
    await site.as('monitor')
    site.idle.pass(almost)
    expect(await failureOf(site.api.patients.register(patient))).toMatchObject({ code: 'not_permitted' })
    site.idle.pass(1)
    expect(await state()).toBe('locked')
  })
})

describe('a computer that slept', () => {
  it('finds the session ended at the first tick', async () => {
    site.idle.sleep(11 * MINUTES)
    expect(site.events).toEqual([])
    site.idle.pass(1)
    expect(site.events).toEqual([locked('idle')])
  })

  it.each([
    ['reads', () => site.api.patients.list({})],
    ['touches', () => site.api.session.touch({})],
    ['writes', () => site.api.drafts.save({ form: 'fact', patientId: null, content: 1 })],
  ])('answers nothing to a page that %s before the first tick', async (_what, act) => {
    site.idle.sleep(10 * MINUTES)
    expect(await failureOf(act())).toEqual({ code: 'locked' })
    expect(site.events).toEqual([locked('idle')])
  })

  it('lets nobody stay by turning the clock back', async () => {
    site.idle.passBackwards(10 * MINUTES)
    expect(await state()).toBe('locked')
  })
})

describe('an end of a session', () => {
  it('is told with its cause, once, and only where there was a session', async () => {
    await site.api.session.lock({})
    await site.api.session.lock({})
    site.lock()
    await site.as('chen')
    site.lock()
    await site.as('chen')
    site.restart()
    expect(site.events).toEqual([locked('user'), locked('suspend'), locked('closing')])
  })

  it('by deactivation is told too', async () => {
    const user = await site.addUser('coordinator')
    await site.as('coordinator')
    site.events.length = 0
    const other = secondProcess(site)
    await other.as('chen')
    await other.api.users.deactivate({ userId: user.id, reason: 'left the site' })
    expect(await failureOf(site.api.patients.list({}))).toEqual({ code: 'locked' })
    expect(site.events).toEqual([locked('deactivated')])
    await other.close()
  })

  it('wins over what waits: a change under way ends as locked and leaves nothing', async () => {
    const { patient } = await site.api.patients.register({
      ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' },
    })
    const content = FactContent.parse({ kind: 'body_weight', on: '2026-11', kg: '61.50' })
    const recording = failureOf(site.api.facts.record({ patientId: patient.id, facts: [{ content }] }))
    await Promise.resolve()
    site.idle.pass(10 * MINUTES)
    expect(await recording).toEqual({ code: 'locked' })
    await site.as('chen')
    expect(await site.api.facts.list({ patientId: patient.id })).toEqual([])
  })
})
