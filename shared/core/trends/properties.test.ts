import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { doseOn, lab, trendSource } from '#test/support/trend-charts.ts'
import { Trends } from './series.ts'
import { trendsOf } from './trends.ts'

const FIRST = dayOf('2026-01-01')
const analyte = fc.constantFrom('alt', 'alp', 'bilirubin', 'albumin', 'creatinine', 'inr', 'sodium')
const value: fc.Arbitrary<Content> = fc
  .record({
    analyte,
    day: fc.integer({ min: 0, max: 200 }),
    hour: fc.option(fc.integer({ min: 10, max: 23 }), { nil: undefined }),
    tenths: fc.integer({ min: 0, max: 4000 }),
    comparator: fc.constantFrom(undefined, undefined, undefined, '<', '>'),
    high: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(({ analyte: which, day, hour, tenths, comparator, high }) => {
    const on = dateOf(FIRST + day) + (hour === undefined ? '' : `T${hour}:00:00+08:00`)
    return lab(which, on, (tenths / 10).toFixed(1), {
      ...(comparator && { comparator }),
      ...(high !== undefined && { range: { high: `${high}` } }),
    })
  })
const charts = fc.array(value, { maxLength: 40 })
const choices = {
  baseline: { rule: 'mean' },
  inputDays: 3,
  liverInjury: {
    aminotransferase: { times: '3', operator: 'ge' },
    bilirubin: { times: '2', operator: 'gt' },
    withinDays: 14,
  },
} as const
const sourceOf = (facts: readonly Content[]) =>
  trendSource({ choices, birthDate: '1970-02-03', facts: [doseOn('2026-04-01T09:00:00+08:00'), ...facts] })

describe('trends, whatever is charted', () => {
  it('have one point for every value, oldest first, and pass their schema', () => {
    fc.assert(
      fc.property(charts, facts => {
        const trends = trendsOf(sourceOf(facts))
        expect(Trends.safeParse(trends).success).toBe(true)
        const measured = trends.series.flatMap(({ points }) => points.filter(({ fact }) => fact !== null))
        expect(measured).toHaveLength(facts.length)
        for (const { points } of trends.series) {
          expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('are the same in whatever order the facts are read', () => {
    fc.assert(
      fc.property(charts, facts => {
        const source = sourceOf(facts)
        const turned = { ...source, facts: source.facts.toReversed() }
        expect(trendsOf(turned)).toEqual(trendsOf(source))
      }),
    )
  })

  it('rest no score on a value that came later, or earlier than the site allows', () => {
    fc.assert(
      fc.property(charts, facts => {
        for (const { points } of trendsOf(sourceOf(facts)).series) {
          for (const { on, inputs } of points) {
            for (const input of inputs) {
              const days = dayOf(on) - dayOf(input.on)
              expect(days).toBeGreaterThanOrEqual(0)
              expect(days).toBeLessThanOrEqual(choices.inputDays)
            }
          }
        }
      }),
    )
  })

  it('take nothing into a baseline that was measured after the dose', () => {
    fc.assert(
      fc.property(charts, facts => {
        for (const { baseline } of trendsOf(sourceOf(facts)).series) {
          if (baseline !== null) expect(baseline.to < '2026-04-01').toBe(true)
        }
      }),
    )
  })
})
