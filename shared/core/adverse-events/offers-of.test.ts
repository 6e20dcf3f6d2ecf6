import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trendsOf } from '#shared/core/trends/trends.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { eventContent } from '#test/support/safety-charts.ts'
import { doseOn, lab, TRIAL, trendSource } from '#test/support/trend-charts.ts'
import { offersOf } from './offers-of.ts'

const consent: Content = {
  ...{ kind: 'consent', protocol: TRIAL, version: '1.0', status: 'signed', on: '2026-09-20' },
}
const dosed = doseOn('2026-10-01T10:00:00+08:00')
const range = { range: { low: '9', high: '40' } }
const alt = (on: string, value: string, more: Readonly<Record<string, unknown>> = range) =>
  lab('alt', on, value, more)
const byLast = { baseline: { rule: 'last' } }

function offers(facts: readonly Content[], choices: Readonly<Record<string, unknown>> = byLast) {
  const source = trendSource({ facts, choices })
  const { facts: charted, trial, siteDay } = source
  return offersOf(trendsOf(source).series, { facts: charted, calendar: trial?.calendar, siteDay })
}

const offered = (...of: Parameters<typeof offers>) =>
  offers(...of).map(({ on, absolute, relative, before }) => [on, absolute, relative, before])

describe('a graded laboratory value', () => {
  it('is offered as an event once, where it rose after the first dose', () => {
    const facts = [consent, dosed, alt('2026-09-30', '30'), alt('2026-10-08', '70'), alt('2026-10-15', '80')]
    expect(offers(facts)).toEqual([
      {
        ...{ result: 'f003', term: 'alanine_aminotransferase_increased', on: '2026-10-08' },
        name: { en: 'alanine aminotransferase', 'zh-CN': '丙氨酸氨基转移酶' },
        ...{ printed: '70 U/L', absolute: 1, relative: null, baseline: 30, unit: 'U/L', before: 0 },
      },
    ])
  })

  it('is offered again with each step upwards, the newest first, and after it had fallen', () => {
    const values = ['30', '70', '130', '70', '30', '70']
    const facts = values.map((value, index) => alt(`2026-10-${10 + index}`, value))
    expect(offered([consent, dosed, ...facts])).toEqual([
      ['2026-10-15', 1, null, 0],
      ['2026-10-12', 2, null, 1],
      ['2026-10-11', 1, null, 0],
    ])
  })

  it('is measured against an abnormal baseline, and both grades are shown', () => {
    const before = alt('2026-09-30', '100')
    expect(offered([consent, dosed, before, alt('2026-10-08', '140')])).toEqual([])
    expect(offered([consent, dosed, before, alt('2026-10-08', '160')])).toEqual([['2026-10-08', 2, 1, 0]])
  })

  it('is no offer where it only goes up to where it was before the first dose', () => {
    const before = [alt('2026-09-21', '70'), alt('2026-09-30', '130')]
    const after = [alt('2026-10-08', '30'), alt('2026-10-15', '70'), alt('2026-10-22', '130')]
    expect(offered([consent, dosed, ...before, ...after], {})).toEqual([['2026-09-30', 2, null, 1]])
    const higher = alt('2026-10-29', '210')
    expect(offered([consent, dosed, ...before, ...after, higher], {})[0]).toEqual(['2026-10-29', 3, null, 2])
  })

  it('is compared by one reading: by the limits before the dose, against the own baseline after it', () => {
    const before = [alt('2026-09-10', '70'), alt('2026-09-25', '130'), alt('2026-09-30', '100')]
    const after = [alt('2026-10-08', '130'), alt('2026-10-15', '160'), alt('2026-10-22', '310')]
    expect(offered([consent, dosed, ...before, ...after])).toEqual([
      ['2026-10-22', 3, 2, 1],
      ['2026-10-15', 2, 1, 0],
      ['2026-09-25', 2, 0, 1],
    ])
  })

  it('is shown with its baseline in as many digits as a chart has', () => {
    const values = [alt('2026-09-21', '30'), alt('2026-09-25', '31'), alt('2026-09-30', '31')]
    const mean = { baseline: { rule: 'mean' } }
    expect(offers([consent, dosed, ...values, alt('2026-10-08', '70')], mean)[0]?.baseline).toBe(30.67)
  })

  it('is graded by the printed limits where the site chose no baseline', () => {
    const values = [alt('2026-09-30', '100'), alt('2026-10-08', '110'), alt('2026-10-15', '130')]
    expect(offered([consent, dosed, ...values], {})).toEqual([['2026-10-15', 2, null, 1]])
  })

  it('is offered as a first value after the dose, and not as what the patient came with', () => {
    expect(offered([consent, dosed, alt('2026-10-08', '70')])).toEqual([['2026-10-08', 1, null, null]])
    expect(offered([consent, dosed, alt('2026-09-30', '70')])).toEqual([])
    expect(offered([consent, dosed, alt('2026-10-01', '70')])).toEqual([['2026-10-01', 1, null, null]])
    expect(offered([consent, dosed, alt('2026-10-01T09:00:00+08:00', '70')])).toEqual([])
  })

  it('is offered also before the dose where it rose since consent, and never before consent', () => {
    const values = [alt('2026-09-10', '30'), alt('2026-09-18', '70')]
    expect(offered([consent, ...values, alt('2026-09-25', '130')])).toEqual([['2026-09-25', 2, null, 1]])
    expect(offered([consent, ...values])).toEqual([])
    expect(offered(values)).toEqual([])
  })

  it('counts from the enrolment or the first dose where no consent is charted', () => {
    const values = [alt('2026-09-10', '30'), alt('2026-09-18', '70'), alt('2026-10-18', '130')]
    expect(offered([dosed, ...values])).toEqual([['2026-10-18', 2, 1, 0]])
    const enrolled: Content = { kind: 'enrolment', protocol: TRIAL, status: 'enrolled', on: '2026-09-15' }
    expect(offered([enrolled, ...values]).map(([on]) => on)).toEqual(['2026-10-18', '2026-09-18'])
  })

  it('of a specimen that was not fit is offered, and later values are not measured by it', () => {
    const unfit = alt('2026-10-08', '130', { ...range, specimenCondition: 'haemolysed' })
    const values = [alt('2026-09-30', '30'), unfit, alt('2026-10-09', '70')]
    expect(offered([consent, dosed, ...values])).toEqual([
      ['2026-10-09', 1, null, 0],
      ['2026-10-08', 2, null, 0],
    ])
  })

  it('is not offered without a grade: no printed limit, only a limit known, no term', () => {
    const without = [alt('2026-10-08', '900', {}), alt('2026-10-09', '900', { ...range, comparator: '<' })]
    expect(offered([consent, dosed, ...without])).toEqual([])
  })

  it('is offered where it is grade 2 at least, although symptoms decide whether it is 3', () => {
    const sodium = (on: string, value: string) =>
      lab('sodium', on, value, { range: { low: '137', high: '147' } })
    const values = [sodium('2026-10-08', '133'), sodium('2026-10-09', '128'), sodium('2026-10-10', '126')]
    expect(offers([consent, dosed, ...values])).toMatchObject([
      { term: 'hyponatremia', on: '2026-10-09', absolute: null, before: 1 },
      { term: 'hyponatremia', on: '2026-10-08', absolute: 1, before: null },
    ])
    const known = [sodium('2026-09-10', '138'), sodium('2026-09-25', '128'), sodium('2026-10-08', '126')]
    expect(offers([consent, dosed, ...known])).toMatchObject([{ on: '2026-09-25', before: 0 }])
  })
})

describe('a rise of which somebody has said what it is', () => {
  const rise = [consent, dosed, alt('2026-09-30', '30'), alt('2026-10-08', '130')]
  const assessed = (more: object = {}) =>
    ({
      ...{ kind: 'result_assessment', on: '2026-10-09', result: 'f003', significance: 'not_significant' },
      ...{ term: 'alanine_aminotransferase_increased', ground: 'muscle injection', ...more },
    }) as Content
  const event = (more: object) =>
    eventContent({
      ...{ ctcae: 'alanine_aminotransferase_increased', term: 'ALT升高', from: '2026-10-05' },
      ...{ grades: [{ grade: 2, from: '2026-10-05' }], ...more },
    }) as unknown as Content
  const isOffered = (...more: Content[]) => offers([...rise, ...more]).length === 1

  it.each<[string, boolean, Content[]]>([
    ['judged not significant', false, [assessed()]],
    ['another value judged so', true, [assessed({ result: 'f002' })]],
    ['an event recorded from it', false, [event({ result: 'f003', from: '2026-11-01', grades: [] })]],
    ['an event of its term with its grade at that time', false, [event({})]],
    ['that event with a lower grade', true, [event({ grades: [{ grade: 1, from: '2026-10-05' }] })]],
    ['with its grade only later', true, [event({ grades: [{ grade: 2, from: '2026-10-20' }] })]],
    ['that had ended before', true, [event({ to: '2026-10-06' })]],
    ['that began after', true, [event({ from: '2026-10-09' })]],
    ['an event of another term', true, [event({ ctcae: 'fever' })]],
  ])('%s', (_what, expected, more) => {
    expect(isOffered(...more)).toBe(expected)
  })
})

it('is offered at most once for each value, always higher than before, and no longer once it was judged', () => {
  const values = fc.array(fc.integer({ min: 10, max: 400 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(values, fc.boolean(), (given, isDosed) => {
      const results = given.map((value, index) => alt(`2026-10-${10 + index}`, String(value)))
      const facts = [consent, ...(isDosed ? [dosed] : []), ...results]
      const found = offers(facts)
      expect(new Set(found.map(({ result }) => result)).size).toBe(found.length)
      for (const { absolute, relative, before } of found) {
        expect(relative ?? absolute ?? 0).toBeGreaterThan(before ?? 0)
      }
      const judged = found.map(
        ({ result, term }) =>
          ({
            ...{ kind: 'result_assessment', on: '2026-11-01', result, term, ground: 'known' },
            significance: 'not_significant',
          }) as Content,
      )
      expect(offers([...facts, ...judged])).toEqual([])
    }),
    { numRuns: 60 },
  )
})
