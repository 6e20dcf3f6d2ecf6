import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createClient } from './client.ts'
import { contract } from './contract.ts'
import { AppError } from './errors.ts'
import type { Contract, Procedure } from './procedure.ts'
import { ApiRequest } from './wire.ts'

const whole: Contract = contract
const procedures = Object.entries(whole).flatMap(([area, methods]) =>
  Object.entries(methods).map(([method, procedure]): [string, Procedure] => [`${area}.${method}`, procedure]),
)

describe('the contract', () => {
  it.each(procedures)('%s carries JSON values only', (_name, { input, output }) => {
    expect(() => z.toJSONSchema(input, { io: 'input', unrepresentable: 'throw' })).not.toThrow()
    expect(() => z.toJSONSchema(output, { unrepresentable: 'throw' })).not.toThrow()
  })

  it.each(procedures)('%s takes an object and refuses a field that it does not know', (_name, { input }) => {
    const parsed = input.safeParse({ surprise: 1 })
    expect(parsed.error?.issues.map(({ code }) => code)).toContain('unrecognized_keys')
  })

  it('asks for a reason wherever a saved record is changed', () => {
    const changing = ['users.changeRole', 'users.grantIdentity', 'users.deactivate', 'patients.amend']
    changing.push('facts.correct', 'facts.retract', 'laboratories.change', 'settings.change')
    for (const [name, { input }] of procedures) {
      if (!changing.includes(name)) continue
      const paths = input.safeParse({}).error?.issues.map(({ path }) => path.join('.'))
      expect(paths, name).toContain('reason')
    }
  })
})

describe('a request on the wire', () => {
  it.each([
    ['__proto__', { area: '__proto__', method: 'get', input: {} }],
    ['a dunder method', { area: 'site', method: '__defineGetter__', input: {} }],
    ['a path', { area: '../site', method: 'status', input: {} }],
    ['an extra key', { area: 'site', method: 'status', input: {}, user: 'root' }],
    ['a list', []],
    ['nothing', null],
  ])('is refused where it carries %s', (_what, request) => {
    expect(ApiRequest.safeParse(request).success).toBe(false)
  })
})

describe('the client', () => {
  it('has every procedure and nothing else', () => {
    const client = createClient(contract, () => Promise.reject(new Error('not called')))
    const names = Object.entries(client).flatMap(([area, methods]) =>
      Object.keys(methods).map(method => `${area}.${method}`),
    )
    expect(names).toEqual(procedures.map(([name]) => name))
  })

  it('throws the typed failure that came back', async () => {
    const client = createClient(contract, () =>
      Promise.resolve({ ok: false, error: { code: 'wrong_password', retryAfterSeconds: 5 } }),
    )
    await expect(client.session.lock({})).rejects.toEqual(
      new AppError({ code: 'wrong_password', retryAfterSeconds: 5 }),
    )
  })

  it('does not take a broken answer for a result', async () => {
    const client = createClient(contract, () => Promise.resolve(undefined))
    await expect(client.session.lock({})).rejects.toThrow()
  })
})
