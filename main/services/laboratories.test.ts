import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const decimal = (text: string) => NonNegativeDecimalText.parse(text)
const albumin = { loinc: '1751-7', unit: 'g/L', range: { low: decimal('40'), high: decimal('55') } }
const prothrombin = { loinc: '5902-2', unit: 's' }
const central = { name: 'Central laboratory', tests: [albumin, prothrombin], usualControl: decimal('12.5') }
const reason = 'new analyser'

describe('laboratories', () => {
  it('are listed by name, with the units and ranges that they print', async () => {
    expect(await site.api.laboratories.list({})).toEqual([])
    const first = await site.api.laboratories.add(central)
    const second = await site.api.laboratories.add({ name: 'Bedside', tests: [] })
    expect(first).toEqual({
      ...central,
      ...{ id: first.id, version: 1, enteredAt: '2026-11-22T10:00:00.000+08:00', author: site.user.id },
    })
    expect(await site.api.laboratories.list({})).toEqual([second, first])
  })

  it('change by a new version with its reason; what is left out is taken away', async () => {
    const { id } = await site.api.laboratories.add(central)
    const input = { id, expectedVersion: 1, reason, name: 'Central laboratory', tests: [albumin] }
    const changed = await site.api.laboratories.change(input)
    expect(changed).toMatchObject({ id, version: 2, reason, tests: [albumin] })
    expect(changed).not.toHaveProperty('usualControl')
    expect(await site.api.laboratories.list({})).toEqual([changed])
  })

  it('[A1] leave who changed what in the trail', async () => {
    const { id } = await site.api.laboratories.add(central)
    await site.api.laboratories.change({ id, expectedVersion: 1, reason, ...central, tests: [albumin] })
    const entries = await site.api.audit.list({ subject: { kind: 'laboratory', id } })
    expect(entries).toMatchObject([
      { action: 'laboratory.add', userId: site.user.id, newValue: central },
      {
        ...{ action: 'laboratory.change', field: 'tests', reason },
        ...{ oldValue: [albumin, prothrombin], newValue: [albumin] },
      },
    ])
  })

  it('refuse a name that another has, also in other letters', async () => {
    await site.api.laboratories.add(central)
    const duplicate = { code: 'duplicate', entity: 'laboratory', field: 'name' }
    const shouted = { ...central, name: ' CENTRAL Laboratory ' }
    expect(await failureOf(site.api.laboratories.add(shouted))).toEqual(duplicate)
    const { id } = await site.api.laboratories.add({ name: 'Bedside', tests: [] })
    const renamed = { id, expectedVersion: 1, reason, ...central }
    expect(await failureOf(site.api.laboratories.change(renamed))).toEqual(duplicate)
    expect(await site.api.laboratories.list({})).toHaveLength(2)
  })

  it('refuse a change of an older version, of none, and of nothing', async () => {
    const { id } = await site.api.laboratories.add(central)
    const change = { id, expectedVersion: 1, reason, ...central }
    const calls = [
      [
        { ...change, expectedVersion: 2 },
        { code: 'stale_version', entity: 'laboratory', current: 1 },
      ],
      [
        { ...change, id: 'other' },
        { code: 'not_found', entity: 'laboratory', id: 'other' },
      ],
      [change, { code: 'invalid_input', issues: [{ path: '', message: 'says what is there already' }] }],
    ] as const
    for (const [input, failure] of calls)
      expect(await failureOf(site.api.laboratories.change(input))).toEqual(failure)
  })

  it('refuse a unit that is none, and a test that is listed twice', async () => {
    const tests = [albumin, { ...albumin, unit: 'grams' }, { loinc: '1751-7', unit: 'g/L' }]
    expect(await failureOf(site.api.laboratories.add({ name: 'X', tests }))).toMatchObject({
      code: 'invalid_input',
      issues: [
        { path: 'tests[1].unit', message: expect.stringContaining('use g/L') as unknown },
        { path: 'tests[2].loinc', message: '1751-7 in g/L is listed already; remove one of the two' },
      ],
    })
    expect(await site.api.laboratories.list({})).toEqual([])
  })
})
