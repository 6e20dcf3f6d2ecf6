import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import type { Contract } from '#shared/api/procedure.ts'
import { Right, Role, rightsOfRole } from '#shared/api/rights.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'

const whole: Contract = contract
const procedures = Object.entries(whole).flatMap(([area, methods]) =>
  Object.entries(methods).map(([method, { kind, right }]) => ({ area, method, kind, right })),
)
const guarded = procedures.flatMap(({ right, ...procedure }) =>
  right === 'open' ? [] : [{ ...procedure, right, name: `${procedure.area}.${procedure.method}` }],
)

describe.each(Role.options)('[U2] a %s', role => {
  let site: TestSite
  let userId: string
  beforeAll(async () => {
    site = await startSite()
    userId = (await site.addUser(role)).id
    await site.as(role)
  })
  afterAll(() => site.dispose())

  const may = (right: Right) => rightsOfRole[role].includes(right)
  const called = async ({ area, method }: { area: string; method: string }) => {
    const response = await site.handle({ area, method, input: {} })
    return response.ok ? 'answered' : response.error
  }

  it.each(guarded.filter(({ right }) => !may(right)))('is refused $name', async procedure => {
    expect(await called(procedure)).toEqual({ code: 'not_permitted', right: procedure.right })
  })

  it.each(guarded.filter(({ right }) => may(right)))('is not refused $name', async procedure => {
    expect(await called(procedure)).not.toMatchObject({ code: 'not_permitted' })
  })

  it('finds every refused attempt in the trail, under their own name', async () => {
    await site.as('chen')
    const entries = await site.api.audit.list({ action: 'access.denied', limit: 1000 })
    const denied = entries.map(({ subject, userId: who, role: as }) => ({ id: subject.id, who, as }))
    const expected = guarded
      .filter(({ right }) => !may(right))
      .map(({ name }) => ({ id: name, who: userId, as: role }))
    expect(denied).toEqual(expected)
  })
})

describe('[U2] the table of rights', () => {
  it('lets monitors write nothing but their own password', () => {
    const writing = guarded.filter(
      ({ kind, right }) => kind === 'mutation' && rightsOfRole.monitor.includes(right),
    )
    expect(writing.map(({ name }) => name)).toEqual(['session.changePassword'])
  })

  it('shows administrators no patient, no fact, no screening and no values in the trail', () => {
    const clinical = ['patients', 'facts', 'screening']
    const seen = guarded.filter(({ right }) => rightsOfRole.administrator.includes(right))
    expect(seen.filter(({ area }) => clinical.includes(area))).toEqual([])
    expect(seen.map(({ name }) => name)).not.toContain('audit.list')
  })

  it('gives no role the right to see full names', () => {
    for (const role of Role.options) expect(rightsOfRole[role]).not.toContain('identity.read')
  })

  it('uses every right, and leaves none that nobody has', () => {
    const granted = new Set([...Object.values(rightsOfRole).flat(), 'identity.read'])
    expect([...granted].sort()).toEqual([...Right.options].sort())
  })

  it('leaves open only what a locked store must answer', () => {
    const open = procedures
      .filter(({ right }) => right === 'open')
      .map(({ area, method }) => `${area}.${method}`)
    expect(open).toEqual([
      'site.status',
      'site.create',
      'session.unlock',
      'session.unlockWithRecovery',
      'session.lock',
    ])
  })
})
