import { describe, expect, it } from 'vitest'
import type { Content } from '#test/support/chart-builder.ts'
import { doseOn, trendsOfChart } from '#test/support/trend-charts.ts'

const DAY0 = '2026-06-01'
const dosed = doseOn(`${DAY0}T10:00:00+08:00`)

describe('marks', () => {
  it('are what happened, by its day; what has none is counted', () => {
    const { marks, undatedMarks } = trendsOfChart({
      facts: [
        dosed,
        { kind: 'albumin_infusion', on: '2026-06-03', grams: '20' },
        {
          kind: 'concomitant_medication',
          name: 'spironolactone',
          atc: 'C03DA01',
          from: '2026-05-03',
          to: '2026-06-01',
        },
        { kind: 'concomitant_medication', name: 'paracetamol', atc: 'N02BE01', from: '2026-05-04' },
        { kind: 'antiviral_treatment', name: 'entecavir', to: '2026-05-10' },
        { kind: 'upper_gi_bleeding', from: '2026-05' },
        { kind: 'death', on: '2026-11-20' },
      ],
    })
    expect(marks.map(({ kind, label }) => [kind, label.en])).toEqual([
      ['diuretic', 'spironolactone'],
      ['antiviral', 'entecavir, until'],
      ['dose', 'dose 1'],
      ['albumin_infusion', 'albumin infusion, 20 g'],
      ['death', 'death'],
    ])
    expect(undatedMarks).toBe(1)
  })
})

describe('the mark of an adverse event', () => {
  const at = (grade: number, from: string) => ({ grade, from })
  const event = (more: object = {}): Content => ({
    ...{
      kind: 'adverse_event',
      term: '发热',
      from: '2026-06-03T10:00:00+08:00',
      to: '2026-06-05',
      grades: [],
    },
    ...more,
  })
  const marks = (more: object) => trendsOfChart({ facts: [dosed, event(more)] }).marks.slice(1)

  it('lasts from onset to end, and says the term with its worst grade and that it is serious', () => {
    const grades = [at(1, '2026-06-03'), at(3, '2026-06-04'), at(2, '2026-06-05')]
    expect(marks({ grades, serious: 'yes' })).toMatchObject([
      {
        ...{ kind: 'adverse_event', fact: 'f001', from: '2026-06-03T10:00:00+08:00', to: '2026-06-05' },
        label: { en: '发热, grade 3, serious', 'zh-CN': '发热，3级，严重' },
      },
    ])
  })

  it.each([
    [{}, '发热'],
    [{ serious: 'no', grades: [at(2, '2026-06-03')] }, '发热, grade 2'],
    [{ serious: 'yes' }, '发热, serious'],
  ])('%j reads %s', (more, label) => {
    expect(marks(more).map(mark => mark.label.en)).toEqual([label])
  })

  it('is counted where the onset has no day', () => {
    const { marks: drawn, undatedMarks } = trendsOfChart({ facts: [dosed, event({ from: '2026-06' })] })
    expect([drawn.length, undatedMarks]).toEqual([1, 1])
  })
})

describe('visits', () => {
  it('are bands with the window of the site, and their planned day without one', () => {
    const bands = (windows?: { visit: string; before: number; after: number }[]) =>
      trendsOfChart({ facts: [dosed], ...(windows && { windows }) }).visits
    expect(bands().length).toBeGreaterThan(0)
    expect(bands().every(({ hasWindow, from, to }) => !hasWindow && from === to)).toBe(true)
    const [first] = bands()
    if (first === undefined) throw new Error('no visit')
    const [own] = bands([{ visit: first.visit, before: 2, after: 3 }]).filter(
      ({ visit }) => visit === first.visit,
    )
    expect(own).toMatchObject({ hasWindow: true, from: first.from - 2, to: first.from + 4 })
  })
})
