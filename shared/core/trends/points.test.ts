import { describe, expect, it } from 'vitest'
import { prothrombinTime } from '#test/support/chart-builder.ts'
import { doseOn, lab, seriesOf, TRIAL, trendsOfChart } from '#test/support/trend-charts.ts'

const mass = { kind: 'laboratory', loinc: '1975-2', unit: 'mg/dL' } as const

describe('points of a series', () => {
  it('stand in one unit with their range, oldest first, two of one day as two', () => {
    const { points } = seriesOf(
      trendsOfChart({
        facts: [
          lab('bilirubin', '2026-05-02', '30'),
          { ...mass, on: '2026-05-01', value: '2.0', range: { high: '1.0' } },
          lab('bilirubin', '2026-05-02', '31'),
        ],
      }),
      'bilirubin_total',
    )
    expect(points.map(({ value, high }) => [value, high])).toEqual([
      [34.2, 17.1],
      [30, null],
      [31, null],
    ])
    expect(points[0]?.printed).toBe('2.0 mg/dL')
  })

  it('keep the limit of the method with its comparator, and a unit without factor without value', () => {
    const dna = { kind: 'laboratory', on: '2026-05-01', loinc: '42595-9', value: '20' } as const
    const series = seriesOf(
      trendsOfChart({
        facts: [
          { ...dna, comparator: '<', unit: '[IU]/mL' },
          { ...dna, on: '2026-05-02', unit: '{copies}/mL' },
        ],
      }),
      'hbv_dna',
    )
    expect(series.points).toMatchObject([
      { value: 20, comparator: '<', printed: '<20 IU/mL' },
      { value: null, comparator: null },
    ])
    expect(series.notComparable).toBe(1)
  })

  it('are not drawn on a day where only the month is known, and are counted', () => {
    const series = seriesOf(
      trendsOfChart({ facts: [lab('alt', '2026-05', '50'), lab('alt', '2026-06-03', '60')] }),
      'alanine_aminotransferase',
    )
    expect(series.points).toHaveLength(1)
    expect(series.undated).toBe(1)
  })

  it('have a prolongation of the prothrombin time only against a printed control, exactly', () => {
    const trends = trendsOfChart({
      facts: [prothrombinTime('15.3', '12.2', '2026-05-01'), prothrombinTime('16', undefined, '2026-05-02')],
    })
    expect(seriesOf(trends, 'prothrombin_time').points).toHaveLength(2)
    expect(seriesOf(trends, 'prothrombin_prolongation').points.map(({ value }) => value)).toEqual([3.1])
  })

  it('say that the specimen was unfit, that the laboratory changed, and how the vein was examined otherwise', () => {
    const vein = { kind: 'portal_vein', modality: 'ultrasound', diameterMm: '13' } as const
    const trends = trendsOfChart({
      facts: [
        lab('alt', '2026-05-01', '50', { laboratory: 'Central' }),
        lab('alt', '2026-05-08', '55', { laboratory: 'City', specimenCondition: 'haemolysed' }),
        { ...vein, on: '2026-05-01', examiner: 'Li', breathing: 'quiet' },
        { ...vein, on: '2026-05-08', examiner: 'Wang', breathing: 'inspiration', device: 'B' },
      ],
    })
    expect(seriesOf(trends, 'alanine_aminotransferase').points[1]?.flags).toEqual([
      'specimen',
      'laboratory_changed',
    ])
    expect(seriesOf(trends, 'portal_diameter').points[1]?.flags).toEqual([
      'examiner_changed',
      'device_changed',
      'breathing_changed',
    ])
  })

  it('never mix a flow that was measured with one that a device computed or of which nobody said how', () => {
    const vein = { kind: 'portal_vein', modality: 'ultrasound', flowMlPerMin: '900' } as const
    const series = seriesOf(
      trendsOfChart({
        facts: [
          { ...vein, on: '2026-05-01', flowObtained: 'measured' },
          { ...vein, on: '2026-05-02', flowObtained: 'computed' },
          { ...vein, on: '2026-05-03' },
        ],
      }),
      'portal_flow_measured',
    )
    expect(series.points.map(({ value }) => value)).toEqual([900, null, null])
    expect(series.notComparable).toBe(2)
  })

  it('have an Ishak activity only where all four parts are known', () => {
    const biopsy = { kind: 'histology', interfaceHepatitis: 2, confluentNecrosis: 1, fibrosis: 5 } as const
    const trends = trendsOfChart({
      facts: [
        { ...biopsy, on: '2026-05-01' },
        { ...biopsy, on: '2026-05-02', focalNecrosis: 2, portalInflammation: 3 },
      ],
    })
    expect(seriesOf(trends, 'ishak_activity').points.map(({ value, on }) => [value, on])).toEqual([
      [8, '2026-05-02'],
    ])
    expect(seriesOf(trends, 'ishak_fibrosis').points).toHaveLength(2)
  })

  it('belong to a visit or a dose by its days alone, and are unscheduled after day 0 on any other', () => {
    const visit = { kind: 'visit', protocol: TRIAL, visit: 'week-72', status: 'done' } as const
    const days = ['2025-05-30', '2025-07-01', '2025-11-16', '2026-10-19', '2026-10-20', '2026-10-21']
    const trends = trendsOfChart({
      windows: [{ visit: 'week-72', before: 1, after: 2 }],
      facts: [
        doseOn('2025-06-01'),
        doseOn('2025-11-16', 2),
        { ...visit, from: '2026-10-19', to: '2026-10-20' },
        ...days.map(on => lab('alt', on, '50')),
      ],
    })
    const { points } = seriesOf(trends, 'alanine_aminotransferase')
    expect(points.map(point => [point.visit, point.flags])).toEqual([
      [null, []],
      [null, ['unscheduled']],
      [null, []],
      ['week-72', []],
      ['week-72', []],
      [null, ['unscheduled']],
    ])
    const late = { ...visit, from: '2026-10-25' }
    const facts = [doseOn('2025-06-01'), late, lab('alt', '2026-10-25', '50')]
    const outside = trendsOfChart({ windows: [{ visit: 'week-72', before: 1, after: 2 }], facts })
    expect(seriesOf(outside, 'alanine_aminotransferase').points[0]?.flags).toEqual(['out_of_window'])
    const unknown = trendsOfChart({ facts })
    expect(seriesOf(unknown, 'alanine_aminotransferase').points[0]?.flags).toEqual([])
  })
})
