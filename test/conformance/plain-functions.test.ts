import { expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { indexChart, verdictOn } from '#shared/core/eligibility/index.ts'
import { bothProtocols } from '../bench/definitions.ts'
import { plainOutcome } from '../bench/plain/criteria.ts'
import { caseOf } from '../bench/plain/record.ts'
import { syntheticCharts } from '../bench/synthetic/charts.ts'

const { first: prepared } = await bothProtocols()
const protocol = prepared.protocol.definition.id
const charts = syntheticCharts(2000)

// Before, during and after the season of the synthetic visits: history, days around the last entry, projections.
it.each(['2024-02-29', '2026-10-20', '2026-11-15', '2026-12-06', '2027-11-22'])(
  'says of 2,000 candidates on %s what the criteria written as plain functions say',
  date => {
    const on = CivilDate.parse(date)
    const differences = charts.flatMap(chart => {
      const { outcomes } = verdictOn(indexChart(chart), prepared, on)
      const patient = caseOf(chart, protocol, on)
      return prepared.criteria.flatMap(({ criterion: { id } }, index) => {
        const plain = plainOutcome(id, patient)
        return plain === outcomes[index]
          ? []
          : [`${chart.candidate.screeningNumber} ${id}: engine ${outcomes[index]}, plain ${plain}`]
      })
    })
    expect(differences).toEqual([])
  },
)

it('meets every outcome of every criterion that is not asked of a judgement alone', () => {
  const seen = new Set<string>()
  for (const chart of charts) {
    const { outcomes } = verdictOn(indexChart(chart), prepared, CivilDate.parse('2026-11-15'))
    prepared.criteria.forEach(({ criterion: { id } }, index) => {
      seen.add(`${id} ${outcomes[index]}`)
    })
  }
  const wanted = prepared.criteria.flatMap(({ criterion: { id } }) =>
    ['satisfied', 'violated', id === 'e12' ? 'needs_judgement' : 'unknown'].map(
      outcome => `${id} ${outcome}`,
    ),
  )
  expect(wanted.filter(pair => !seen.has(pair))).toEqual([])
})
