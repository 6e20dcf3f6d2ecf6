import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issuesOf } from './errors.ts'

const Chosen = z.strictObject({ reading: z.string(), cases: z.record(z.string(), z.enum(['now', 'ever'])) })
const When = z.strictObject({ when: z.union([z.enum(['now', 'ever']), Chosen]) })

function issuesFor(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : issuesOf(parsed.error)
}

describe('issues of a union', () => {
  it('lead to the wrong field of the alternative that the input comes nearest to', () => {
    const input = { when: { reading: 'r', cases: { a: 'now', b: 'later' } } }
    expect(issuesFor(When, input)).toEqual([{ path: 'when.cases.b', message: 'must be one of now, ever' }])
  })

  it('keep the words of a union that has its own', () => {
    const Own = z.strictObject({ on: z.union([z.literal('a'), z.literal('b')], { error: 'a or b' }) })
    expect(issuesFor(Own, { on: 'c' })).toEqual([{ path: 'on', message: 'a or b' }])
  })

  it('call an absent field missing and an unknown one unknown', () => {
    expect(issuesFor(When, { When: 'now' })).toEqual([
      { path: 'when', message: 'must be one of now, ever' },
      { path: 'When', message: 'unknown field; remove it or correct its name' },
    ])
    expect(issuesFor(z.strictObject({ on: z.string() }), {})).toEqual([
      { path: 'on', message: 'is missing; give text' },
    ])
  })
})
