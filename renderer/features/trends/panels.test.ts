import { describe, expect, it } from 'vitest'
import { Analyte } from '#shared/core/analytes.ts'
import { Measure, ScoreSeries, type SeriesId } from '#shared/core/trends/series.ts'
import { trendsFixture } from '#test/support/trends-fixture.ts'
import { inOrder, panelsOf } from './panels.ts'

const [template] = trendsFixture().series
const everySeries = [...Analyte.options, ...Measure.options, ...ScoreSeries.options].map(id => {
  if (template === undefined) throw new Error('no series')
  return { ...template, id: id as SeriesId }
})

describe('the charts of a patient', () => {
  it('show every series that there is exactly once', () => {
    const shown = panelsOf(everySeries, 'meld').flatMap(({ series }) => series)
    expect([...shown].sort()).toEqual(everySeries.map(({ id }) => id).sort())
  })

  it('begin with the scores, the MELD of the protocol in front', () => {
    const [first] = panelsOf(everySeries, 'meld_3_0')
    expect(first).toMatchObject({ group: 'scores', series: ['meld_3_0', 'meld', 'meld_na'] })
    expect(inOrder([...everySeries].reverse(), 'meld_na')[0]?.id).toBe('meld_na')
  })

  it('leave out what was never measured', () => {
    const panels = panelsOf(
      everySeries.map(series => (series.id === 'hbv_dna' ? { ...series, points: [] } : series)),
      'meld',
    )
    expect(panels.some(({ group }) => group === 'virus')).toBe(false)
  })
})
