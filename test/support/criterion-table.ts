import { expect, it } from 'vitest'
import type { Outcome } from '#shared/core/eligibility/verdict.ts'
import type { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { type ChartBuilder, LAST_ENTRY } from './chart-builder.ts'
import { firstChoices, outcomeOf, prepared } from './protocols.ts'

/** A candidate in words, the chart, what the criterion says; readings other than the first alternatives; the day. */
export type Row = readonly [
  name: string,
  chart: ChartBuilder,
  outcome: Outcome,
  readings?: ChosenReadings | undefined,
  on?: string | undefined,
]

/** One test per row: what a criterion of NCT05106972 says of a candidate. */
export function itSays(criterion: string, rows: readonly Row[]): void {
  const label = criterion.toUpperCase()
  for (const [name, chart, outcome, readings = {}, on = LAST_ENTRY] of rows) {
    const under = Object.entries(readings).map(([id, alternative]) => `${id} ${alternative}`)
    const where = [
      on === LAST_ENTRY ? '' : ` on ${on}`,
      under.length > 0 ? ` under ${under.join(', ')}` : '',
    ].join('')
    it(`${label} is ${outcome.replace('_', ' ')}: ${name}${where}`, () => {
      const protocol = prepared({ ...firstChoices, ...readings })
      expect(outcomeOf(chart.index(), protocol, criterion, on)).toBe(outcome)
    })
  }
}

/** What a criterion says where a site has chosen no reading at all. */
export function unchosen(criterion: string, chart: ChartBuilder, on: string = LAST_ENTRY): Outcome {
  return outcomeOf(chart.index(), prepared(), criterion, on)
}
