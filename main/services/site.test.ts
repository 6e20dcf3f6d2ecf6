import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'

let test: TestEngine
beforeEach(() => {
  test = startEngine()
})
afterEach(() => test.dispose())

const newSite = {
  name: 'Training hospital',
  number: '01',
  timeZone: 'Asia/Shanghai',
  principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
}

describe('a site', () => {
  it('is made once, with a recovery key that is shown once', async () => {
    expect(await test.api.site.status({})).toEqual({ state: 'none' })
    const { user, recoveryKey } = await test.api.site.create(newSite)
    expect(user).toMatchObject({ loginName: 'chen', role: 'principal_investigator', active: true })
    expect(await test.api.site.status({})).toEqual({ state: 'unlocked' })
    const { name, number, timeZone } = newSite
    expect(await test.api.site.get({})).toEqual({ name, number, timeZone })
    expect(JSON.stringify(await test.api.audit.list({}))).not.toContain(recoveryKey)
  })

  it('[A2] has its trail from the first moment', async () => {
    await test.api.site.create(newSite)
    const entries = await test.api.audit.list({})
    const actions = ['site.create', 'user.add', 'signing.create_authority', 'session.unlock']
    expect(entries.map(({ action }) => action)).toEqual(actions)
    expect(await test.api.audit.verify({})).toMatchObject({ entries: 4, problems: [] })
  })

  it('[S2] replaces nothing: neither a store, nor half of one, nor a folder with something in it', async () => {
    await test.api.site.create(newSite)
    const again = () => failureOf(test.api.site.create(newSite))
    expect(await again()).toEqual({ code: 'store_exists' })
    await test.api.session.lock({})
    const before = readFileSync(join(test.directory, 'keyring.json'))
    expect(await again()).toEqual({ code: 'store_exists' })
    expect(readFileSync(join(test.directory, 'keyring.json')).equals(before)).toBe(true)
  })

  it('[S2] is not made in a folder that is used for something else', async () => {
    mkdirSync(test.directory, { recursive: true })
    writeFileSync(join(test.directory, 'letter.txt'), 'x')
    expect(await failureOf(test.api.site.create(newSite))).toEqual({ code: 'store_exists' })
    expect(readFileSync(join(test.directory, 'letter.txt'), 'utf8')).toBe('x')
  })

  it.each(['+08:00', 'Beijing', '', 'Asia/Nowhere'])('takes no time zone like %j', async timeZone => {
    expect(await failureOf(test.api.site.create({ ...newSite, timeZone }))).toEqual({
      code: 'invalid_input',
      issues: [{ path: 'timeZone', message: 'an IANA time zone such as Asia/Shanghai' }],
    })
    expect(existsSync(test.directory)).toBe(false)
  })

  it('does not open where there is none, and leaves no file behind', async () => {
    const unlock = test.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(await failureOf(unlock)).toEqual({ code: 'store_missing', part: 'keyring' })
    expect(await failureOf(test.api.site.get({}))).toEqual({ code: 'locked' })
    expect(existsSync(test.directory)).toBe(false)
  })
})
