import { describe, expect, it } from 'vitest'
import { screenedFor, screeningNumbers, second } from '#test/samples/sample-site.ts'
import { prepared } from '#test/support/protocols.ts'
import { describeMissing } from './missing.ts'
import { Missing, missingKey } from './missing-item.ts'

const first = prepared()
const asked = screeningNumbers
  .flatMap(number => [screenedFor(number, first), screenedFor(number, second)])
  .flatMap(({ criteria, missing }) => [...criteria.flatMap(criterion => criterion.missing), ...missing])

describe('a missing item', () => {
  it('is data beside its words: what to ask for, under the same key', () => {
    expect(asked.length).toBeGreaterThan(100)
    for (const { key, ask } of asked) {
      expect(Missing.parse(ask)).toEqual(ask)
      expect(missingKey(ask)).toBe(key)
    }
  })

  it('has the same words wherever it has the same key', () => {
    const { ask, text, key } = asked.find(item => item.ask.what === 'recent_result') ?? expect.fail()
    expect(describeMissing(ask, [])).toEqual({ key, text, ask })
  })

  it.each([
    { what: 'control', analyte: 'weather' },
    { what: 'end', topic: 'laboratory' },
    { what: 'sex', topic: 'cirrhosis' },
    { what: 'money' },
  ])('is nothing that no form could answer: %o', item => {
    expect(Missing.safeParse(item).success).toBe(false)
  })
})
