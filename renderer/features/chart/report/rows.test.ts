import { describe, expect, it } from 'vitest'
import { Laboratory } from '#shared/api/laboratories.ts'
import { changeReport, EMPTY_REPORT, type Report, type ReportChange } from './rows.ts'

const laboratory = (id: number, tests: readonly object[]) =>
  Laboratory.parse({
    ...{ id: `00000000-0000-4000-8000-00000000000${id}`, version: 1, name: `Laboratory ${id}`, tests },
    ...{ enteredAt: '2026-03-02T09:00:00+08:00', author: '00000000-0000-4000-8000-000000000009' },
  })
const range = (loinc: string, unit: string, low: string, high: string) => ({
  loinc,
  unit,
  range: { low, high },
})
const one = laboratory(1, [range('14682-9', 'umol/L', '44', '133'), range('1742-6', 'U/L', '9', '50')])
const other = laboratory(2, [range('1742-6', 'U/L', '0', '40')])

const reportAfter = (...changes: ReportChange[]): Report => changes.reduce(changeReport, EMPTY_REPORT)
const choose = (to: Laboratory | undefined, before?: Laboratory): ReportChange => ({
  ...{ do: 'laboratory', name: to?.name ?? 'Elsewhere', laboratory: to, before },
})
const test = (analyte: 'creatinine' | 'alanine_aminotransferase'): ReportChange => ({
  ...{ do: 'test', key: 1, test: { analyte }, laboratory: one },
})
const type = (change: { unit?: string; value?: string; low?: string; high?: string }): ReportChange => ({
  ...{ do: 'cell', key: 1, change, laboratory: one },
})

describe('a range that is remembered', () => {
  it('stands beside no value in another unit', () => {
    const { rows } = reportAfter(
      choose(one),
      test('creatinine'),
      type({ value: '1.0' }),
      type({ unit: 'mg/dL' }),
    )
    expect(rows[0]).toMatchObject({ unit: 'mg/dL', low: '', high: '' })
  })

  it('comes back with its unit', () => {
    const { rows } = reportAfter(
      choose(one),
      test('creatinine'),
      type({ unit: '' }),
      type({ unit: 'µmol/L' }),
    )
    expect(rows[0]).toMatchObject({ low: '44', high: '133' })
  })

  it('is not taken for one of a pasted value in another unit', () => {
    const pasted = {
      test: { analyte: 'creatinine' },
      value: '1.0',
      unit: 'mg/dL',
      low: '',
      high: '',
    } as const
    const { rows } = reportAfter(choose(one), { do: 'paste', pasted: [pasted], laboratory: one })
    expect(rows[0]).toMatchObject({ value: '1.0', unit: 'mg/dL', low: '', high: '' })
  })

  it('goes with its laboratory, also beside a value', () => {
    const entered = [choose(one), test('alanine_aminotransferase'), type({ value: '45' })]
    expect(reportAfter(...entered, choose(other, one)).rows[0]).toMatchObject({
      value: '45',
      low: '0',
      high: '40',
    })
    expect(reportAfter(...entered, choose(undefined, one)).rows[0]).toMatchObject({
      value: '45',
      low: '',
      high: '',
    })
  })

  it('stays where it was typed', () => {
    const entered = [
      choose(one),
      test('alanine_aminotransferase'),
      type({ value: '45', low: '7', high: '45' }),
    ]
    expect(reportAfter(...entered, choose(other, one)).rows[0]).toMatchObject({ low: '7', high: '45' })
  })
})
