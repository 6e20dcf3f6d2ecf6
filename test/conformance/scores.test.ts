import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calcNames, calculate } from '#shared/core/scores/calc.ts'

const ScoreCase = z.strictObject({
  id: z.string(),
  inputs: z.looseObject({}),
  expected: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  kind: z.string(),
  /** Where the case was published, or what was run to get it. */
  source: z.string().min(1),
  tolerance: z.number().positive().optional(),
  note: z.string().optional(),
})

/** Cases that are answered otherwise on purpose: what is answered, and why. */
const deviations: Readonly<Record<string, { answer: Record<string, unknown>; because: string }>> = {
  'fib4-007': {
    answer: { fib4_2dp: 2.72 },
    because: 'the exact value is 2.7153, two decimals of which are 2.72; its source prints 2.71',
  },
}

const folder = join(import.meta.dirname, 'score-cases')
const files = readdirSync(folder).map(file => ({
  calc: basename(file, '.json'),
  cases: z.array(ScoreCase).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
}))

describe('the published and cross-checked cases', () => {
  it('cover every calculation', () => {
    expect(files.map(({ calc }) => calc).sort()).toEqual([...calcNames].sort())
  })

  it.each(files)('$calc answers each of its cases within its tolerance', ({ calc, cases }) => {
    const wrong = cases.flatMap(scoreCase => {
      const expected = deviations[scoreCase.id]?.answer ?? scoreCase.expected
      const found = differences(calculate(calc, scoreCase.inputs), expected, scoreCase.tolerance ?? 0)
      return found.length === 0 ? [] : [`${scoreCase.id}: ${found.join(', ')}`]
    })
    expect(wrong).toEqual([])
  })

  it('need every deviation that is listed', () => {
    const obsolete = files.flatMap(({ calc, cases }) =>
      cases
        .filter(({ id }) => Object.hasOwn(deviations, id))
        .filter(({ inputs, expected, tolerance = 0 }) => {
          return differences(calculate(calc, inputs), expected, tolerance).length === 0
        }),
    )
    expect(obsolete).toEqual([])
  })
})

function differences(
  result: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  tolerance: number,
): string[] {
  return Object.entries(expected)
    .filter(([form, value]) => !isWithin(result[form], value, tolerance))
    .map(([form, value]) => `${form} is ${String(result[form])}, not ${String(value)}`)
}

/** A hair is given beside the tolerance: 19.7 and 19.76 differ in binary by a little more than 0.06. */
function isWithin(found: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof found !== 'number' || typeof expected !== 'number') return found === expected
  return Math.abs(found - expected) <= tolerance + 1e-9
}
