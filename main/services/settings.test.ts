import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const reason = 'the clinic is busy'
const DEFAULTS = {
  version: 0,
  idleMinutes: 10,
  passwordMaxAgeDays: null,
  passwordRecall: 0,
  countersignature: false,
}

describe('settings', () => {
  it('are the defaults until something was decided', async () => {
    expect(await site.api.settings.get({})).toEqual(DEFAULTS)
  })

  it('[A4] are changed with a reason, which the trail has with both values', async () => {
    const changed = await site.api.settings.change({
      expectedVersion: 0,
      changes: { idleMinutes: 5 },
      reason,
    })
    expect(changed).toEqual({ ...DEFAULTS, version: 1, idleMinutes: 5 })
    await site.api.settings.change({
      expectedVersion: 1,
      changes: { idleMinutes: 20, passwordMaxAgeDays: 90 },
      reason: 'too short',
    })
    site.restart()
    await site.as('chen')
    expect(await site.api.settings.get({})).toEqual({
      ...DEFAULTS,
      version: 2,
      idleMinutes: 20,
      passwordMaxAgeDays: 90,
    })
    expect(await site.api.audit.list({ action: 'settings.change' })).toMatchObject([
      { field: 'idleMinutes', oldValue: 10, newValue: 5, reason },
      { field: 'idleMinutes', oldValue: 5, newValue: 20, reason: 'too short' },
      { field: 'passwordMaxAgeDays', oldValue: null, newValue: 90, reason: 'too short' },
    ])
  })

  it.each([
    [
      { expectedVersion: 1, changes: { idleMinutes: 5 }, reason },
      { code: 'stale_version', entity: 'settings', current: 0 },
    ],
    [
      { expectedVersion: 0, changes: { idleMinutes: 10 }, reason },
      {
        code: 'invalid_input',
        issues: [{ path: 'changes.idleMinutes', message: 'says what is there already' }],
      },
    ],
  ])('refuse %o', async (input, failure) => {
    expect(await failureOf(site.api.settings.change(input))).toEqual(failure)
    expect(await site.api.audit.list({ action: 'settings.change' })).toEqual([])
  })

  it.each([0, 61, 1.5])('refuse to lock after %d minutes', async idleMinutes => {
    const change = site.api.settings.change({ expectedVersion: 0, changes: { idleMinutes }, reason })
    expect(await failureOf(change)).toMatchObject({ issues: [{ path: 'changes.idleMinutes' }] })
  })
})
