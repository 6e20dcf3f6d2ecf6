import { describe, expect, it } from 'vitest'
import { Chart } from '#shared/core/facts/candidate.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import { seriesOf, trendsOfChart } from '#test/support/trend-charts.ts'
import { sampleText } from './sample-site.ts'

/**
 * Worked out by hand from the values of the day under the choices of the sample site: bilirubin 67.0 µmol/L (3.92 mg/dL),
 * creatinine 77 µmol/L (0.87, counts as 1), INR 1.21, sodium 133.4, albumin 27.3 g/L, ascites grade 2, no encephalopathy;
 * then 35.5 (2.08), 72, 1.09, 138.5 (counts as 137), 33.4, none, none.
 */
const byHand = [
  ['2026-03-05', { meld: '14', meld_na: '17', child_pugh: '11', albi: '-1.12' }, 'C'],
  ['2026-11-17', { meld: '10', meld_na: '10', child_pugh: '7', albi: '-1.82' }, 'B'],
] as const

describe('the trends of TR-101', () => {
  const { candidate, facts } = Chart.parse(JSON.parse(sampleText('patients/tr-101-two-doses.json')))
  const { childPugh } = ChartingChoices.parse(JSON.parse(sampleText('nct05106972-training-charting.json')))
  const { sex } = candidate
  const trends = trendsOfChart({ sex, facts, choices: { childPugh } })

  it.each(byHand)('are those worked out by hand on %s', (on, scores, letter) => {
    const pointOf = (id: keyof typeof scores) => seriesOf(trends, id).points.find(point => point.on === on)
    const ids = Object.keys(scores) as (keyof typeof scores)[]
    expect(Object.fromEntries(ids.map(id => [id, pointOf(id)?.printed]))).toEqual(scores)
    expect(pointOf('child_pugh')?.category).toBe(letter)
  })
})
