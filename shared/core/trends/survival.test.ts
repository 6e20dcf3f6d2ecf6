import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pbcseqFollowUps } from '#test/support/pbcseq.ts'
import { type FollowUp, kaplanMeier } from './survival.ts'

const folder = join(import.meta.dirname, '../../../test/fixtures/pbcseq')

/** A table of `survfit`, column by column. */
interface Table {
  readonly day: number[]
  readonly atRisk: number[]
  readonly events: number[]
  readonly censored: number[]
  readonly survival: number[]
  readonly lower: (number | null)[]
  readonly upper: (number | null)[]
}
interface Tables {
  readonly r: string
  readonly overall: Table
  readonly transplantFree: Table
}

const stored = JSON.parse(readFileSync(join(folder, 'survival.json'), 'utf8')) as Tables
/** R's own program, where it is installed. */
const R_SCRIPT = 'Rscript'
const hasR = spawnSync(R_SCRIPT, ['-e', 'library(survival)']).status === 0

/** The largest difference from R's table in anything but counts, which must be the same. */
function difference(followUps: readonly FollowUp[], table: Table): number {
  const steps = kaplanMeier(followUps)
  expect(steps.map(({ day }) => day)).toEqual(table.day)
  for (const count of ['atRisk', 'events', 'censored'] as const) {
    expect(steps.map(step => step[count])).toEqual(table[count])
  }
  const differences = steps.flatMap((step, index) =>
    (['survival', 'lower', 'upper'] as const).map(column => {
      const [ours, theirs] = [step[column], table[column][index] ?? null]
      if (ours === null || theirs === null) return ours === theirs ? 0 : Number.POSITIVE_INFINITY
      return Math.abs(ours - theirs)
    }),
  )
  return Math.max(...differences)
}

describe('survival by Kaplan-Meier', () => {
  it.each([
    ['overall', [2]],
    ['transplantFree', [1, 2]],
  ] as const)(
    'agrees with the table of R for the %s survival of pbcseq, at every step',
    (curve, statuses) => {
      expect(difference(pbcseqFollowUps(statuses), stored[curve])).toBeLessThan(1e-12)
    },
  )

  it.skipIf(!hasR)(
    'agrees with R as it is installed here (skipped where Rscript with survival is not)',
    () => {
      const output = execFileSync(R_SCRIPT, [join(folder, 'survival.R'), join(folder, 'pbcseq.csv')])
      const fresh = JSON.parse(output.toString()) as Tables
      expect(difference(pbcseqFollowUps([2]), fresh.overall)).toBeLessThan(1e-12)
      expect(difference(pbcseqFollowUps([1, 2]), fresh.transplantFree)).toBeLessThan(1e-12)
    },
  )

  it('has no limits once nobody is left, and counts who left on the day of an event as still at risk', () => {
    const steps = kaplanMeier([
      { days: 5, hasEvent: false },
      { days: 5, hasEvent: true },
      { days: 9, hasEvent: true },
    ])
    expect(steps).toMatchObject([
      { day: 5, atRisk: 3, events: 1, censored: 1, survival: 2 / 3 },
      { day: 9, atRisk: 1, events: 1, censored: 0, survival: 0, lower: null, upper: null },
    ])
  })

  it('has no step for nobody, and stays at 1 where nothing happened', () => {
    expect(kaplanMeier([])).toEqual([])
    expect(kaplanMeier([{ days: 3, hasEvent: false }])).toMatchObject([{ survival: 1, lower: 1, upper: 1 }])
  })

  it('never rises, keeps within its limits, and accounts for everybody', () => {
    const followUp = fc.record({ days: fc.integer({ min: 0, max: 60 }), hasEvent: fc.boolean() })
    fc.assert(
      fc.property(fc.array(followUp, { minLength: 1, maxLength: 80 }), followUps => {
        const steps = kaplanMeier(followUps)
        let before = 1
        for (const { survival, lower, upper } of steps) {
          expect(survival).toBeLessThanOrEqual(before)
          if (lower !== null && upper !== null) {
            expect(lower).toBeLessThanOrEqual(survival)
            expect(upper).toBeGreaterThanOrEqual(survival)
          }
          before = survival
        }
        expect(steps.reduce((sum, { events, censored }) => sum + events + censored, 0)).toBe(followUps.length)
      }),
    )
  })
})
