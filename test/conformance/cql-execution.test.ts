import { expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { indexChart, verdictOn } from '#shared/core/eligibility/index.ts'
import { screenWithCql } from '../bench/cql/screen.ts'
import { cqlPatient } from '../bench/cql/source.ts'
import { fiveCriteria } from '../bench/definitions.ts'
import { syntheticCharts } from '../bench/synthetic/charts.ts'

const prepared = await fiveCriteria()
const charts = syntheticCharts(1000, 5)
const patients = charts.map(cqlPatient)

it.each(['2025-02-28', '2026-11-01', '2026-12-01'])(
  'says of 1,000 candidates on %s what cql-execution says of the same five conditions',
  async date => {
    const answers = await screenWithCql(patients, date)
    const differences = charts.flatMap(chart => {
      const { screeningNumber } = chart.candidate
      const { outcomes } = verdictOn(indexChart(chart), prepared, CivilDate.parse(date))
      return prepared.criteria.flatMap(({ criterion: { id, side } }, index) => {
        const outcome = outcomes[index]
        const decided = outcome === 'satisfied' || outcome === 'violated'
        const ours = decided ? (outcome === 'satisfied') === (side === 'inclusion') : null
        const theirs = answers.get(screeningNumber)?.[id]
        return ours === theirs ? [] : [`${screeningNumber} ${id}: engine ${outcome}, CQL ${theirs}`]
      })
    })
    expect(differences).toEqual([])
  },
)
