import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { type Content, factOf } from '#test/support/chart-builder.ts'
import { doseOn, lab, trendSource } from '#test/support/trend-charts.ts'
import { contextOf } from './context-of.ts'
import type { EventFact } from './event-source.ts'

const DOSE = '2026-06-01T10:00:00+08:00'
const uln = (high: string) => ({ range: { high } })
const choices = { baseline: { rule: 'last' } } as const

const eventOn = (from: string | undefined, more: object = {}) =>
  factOf('event', {
    ...{ kind: 'adverse_event', term: 'rash', grades: [] },
    ...(from === undefined ? {} : { from }),
    ...more,
  }) as EventFact

const sourceOf = (facts: readonly (Content | Fact)[]) => trendSource({ choices, facts })
const contextIn = (event: EventFact, ...facts: readonly (Content | Fact)[]) =>
  contextOf(event, sourceOf([...facts, event])).context

describe('time since each dose', () => {
  const second = doseOn('2026-07-01T10:00:00+08:00', 2)

  it('is in days and hours where both are instants, and negative where the event came first', () => {
    const { sinceDoses } = contextIn(eventOn('2026-06-04T04:30:00+08:00'), doseOn(DOSE), second)
    expect(sinceDoses).toMatchObject([
      { number: 1, days: 3, hours: 66.5 },
      { number: 2, days: -27, hours: -653.5 },
    ])
  })

  it('is not told where the day of onset is not known', () => {
    expect(contextIn(eventOn('2026-06'), doseOn(DOSE)).sinceDoses).toMatchObject([
      { days: null, hours: null },
    ])
    expect(contextIn(eventOn(undefined), doseOn(DOSE))).toMatchObject({
      ...{ sinceDoses: [{ days: null }], liver: null, medications: [] },
    })
  })
})

describe('liver tests around onset', () => {
  const liverOf = (...facts: readonly Content[]) =>
    contextIn(eventOn('2026-06-10'), doseOn(DOSE), ...facts).liver

  it('are the highest of 30 days before and after, each by its own limit and day', () => {
    const liver = liverOf(
      lab('alt', '2026-05-30', '50', uln('50')),
      lab('bilirubin', '2026-05-30', '40', uln('20')),
      lab('alt', '2026-06-12', '300', uln('50')),
      lab('alt', '2026-06-14', '320', uln('40')),
      lab('alp', '2026-06-14', '160', uln('80')),
      lab('alp', '2026-06-13', '800', uln('80')),
      lab('bilirubin', '2026-06-20', '70', uln('20')),
      lab('alt', '2026-07-11', '900', uln('40')),
    )
    expect(liver).toEqual({
      ...{ from: '2026-05-11', to: '2026-07-10', r: { value: 4, on: '2026-06-14' } },
      edish: {
        ...{ on: '2026-06-14', bilirubinOn: '2026-06-20', alt: 8, bilirubin: 3.5 },
        quadrant: 'possible_hys_law',
      },
      mdish: { on: '2026-06-14', bilirubinOn: '2026-06-20', alt: 6.4, bilirubin: 1.75 },
    })
  })

  it('tell no position without a printed limit, and no R without alkaline phosphatase of that day', () => {
    expect(liverOf(lab('alt', '2026-06-12', '300'), lab('bilirubin', '2026-06-12', '70'))).toBeNull()
    const highest = lab('alt', '2026-06-12', '300', uln('40'))
    const liver = liverOf(
      highest,
      lab('alp', '2026-06-13', '80', uln('80')),
      lab('bilirubin', '2026-06-12', '20', uln('20')),
    )
    expect(liver).toMatchObject({ r: null, edish: { quadrant: 'temples_corollary' } })
    expect(liverOf(lab('alp', '2026-06-12', '300', uln('80')))).toBeNull()
  })

  it('count a value beyond what the device measures, and none of an unfit specimen beside a fit one', () => {
    const liver = liverOf(
      lab('alt', '2026-06-12', '1000', { comparator: '>', ...uln('40') }),
      lab('bilirubin', '2026-06-12', '200', { specimenCondition: 'haemolysed', ...uln('20') }),
      lab('bilirubin', '2026-06-12', '30', uln('20')),
    )
    expect(liver?.edish).toMatchObject({ alt: 25, bilirubin: 1.5, quadrant: 'temples_corollary' })
  })
})

describe('medicines', () => {
  const medicinesOf = (...facts: readonly Content[]) =>
    contextIn(eventOn('2026-06-10'), ...facts).medications.map(({ text, isAtOnset }) => [text.en, isAtOnset])
  const took = (name: string, from?: string, to?: string): Content => ({
    ...{ kind: 'concomitant_medication', name },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })

  it('are those taken at onset or within 30 days before it, and those of which the record does not tell', () => {
    expect(
      medicinesOf(
        took('at onset', '2026-06-01', '2026-06-10'),
        took('on the 30th day before', '2026-05-01', '2026-05-11'),
        took('earlier', '2026-05-01', '2026-05-10'),
        took('later', '2026-06-11'),
        took('no end', '2026-01-01'),
        took('no start', undefined, '2026-06-20'),
        took('in the year', '2026', '2026'),
      ),
    ).toEqual([
      ['at onset', true],
      ['on the 30th day before', false],
      ['no end', true],
      ['no start', true],
      ['in the year', true],
    ])
  })

  it('are named with dose and indication', () => {
    const { medications } = contextIn(eventOn('2026-06-10'), {
      ...{
        kind: 'concomitant_medication',
        from: '2026-06-01',
        name: '异烟肼',
        dose: '300 mg',
        indication: '结核',
      },
    })
    expect(medications[0]?.text['zh-CN']).toBe('异烟肼 300 mg（结核）')
  })
})

describe('earlier episodes', () => {
  const bleeding = { kind: 'upper_gi_bleeding', from: '2026-03-01' } as const
  const ownOf = (event: EventFact, ...facts: readonly Content[]) =>
    contextIn(event, doseOn(DOSE), ...facts).earlier.map(({ when }) => when)

  it('are of the same complication and before the first dose', () => {
    const event = eventOn('2026-07-01', { complication: 'variceal_bleeding' })
    expect(
      ownOf(
        event,
        bleeding,
        { kind: 'decompensation', from: '2026-02', manifestation: 'variceal_bleeding' },
        { kind: 'decompensation', from: '2026-01', manifestation: 'ascites' },
        { kind: 'upper_gi_bleeding', from: '2026-06-02' },
      ),
    ).toEqual(['2026-03-01 – …', '2026-02 – …'])
  })

  it('are known by the term too, as reported or as coded, in either language', () => {
    const event = eventOn('2026-07-01', { term: 'Itching', ctcae: 'pruritus' })
    const history = (term: string, from: string): Content => ({ kind: 'medical_history', term, from })
    expect(
      ownOf(event, history('itching ', '2020'), history('瘙痒', '2021'), history('rash', '2022'), {
        ...{ kind: 'adverse_event', from: '2026-05-20', term: 'itches', ctcae: 'pruritus', grades: [] },
      }),
    ).toEqual(['2020 – …', '2021 – …', '2026-05-20 – …'])
  })

  it('end at onset for a patient without a dose', () => {
    const event = eventOn('2026-03-05', { ctcae: 'gastric_hemorrhage' })
    expect(contextIn(event, bleeding, { ...bleeding, from: '2026-03-06' }).earlier).toHaveLength(1)
  })
})

describe('dechallenge', () => {
  it('says what was done with the infusion and what the event did, and nothing where nothing was done', () => {
    const stopped = { action: 'infusion_stopped', outcome: 'recovered', to: '2026-06-01T12:00:00+08:00' }
    expect(contextIn(eventOn('2026-06-01T10:20:00+08:00', stopped), doseOn(DOSE)).dechallenge?.en).toBe(
      'infusion stopped; outcome recovered, event ended 2026-06-01 12:00',
    )
    expect(contextIn(eventOn('2026-06-01', { action: 'none' }), doseOn(DOSE)).dechallenge).toBeNull()
  })

  it('takes the stops from the record of the dose on that day', () => {
    const interruptions = [
      { from: '2026-06-01T10:20:00+08:00', to: '2026-06-01T10:40:00+08:00', reason: 'chills' },
    ]
    const dose = { ...(doseOn(DOSE) as object), interruptions } as Content
    expect(contextIn(eventOn('2026-06-01'), dose).dechallenge?.['zh-CN']).toBe(
      '中断输注（2026-06-01 10:20 – 2026-06-01 10:40: chills）；转归未记录',
    )
    expect(contextIn(eventOn('2026-06-02'), dose).dechallenge).toBeNull()
  })
})

const FIRST = dayOf('2026-04-25')
const on = fc.integer({ min: 0, max: 100 }).map(days => dateOf(FIRST + days))
const anything: fc.Arbitrary<Content> = fc.oneof(
  fc
    .record({
      analyte: fc.constantFrom('alt', 'alp', 'bilirubin', 'albumin'),
      ...{ on, value: fc.integer({ min: 1, max: 500 }) },
      high: fc.option(fc.integer({ min: 20, max: 60 }), { nil: undefined }),
    })
    .map(({ analyte, on: day, value, high }) =>
      lab(analyte, day, `${value}`, high === undefined ? {} : uln(`${high}`)),
    ),
  fc.record({ on, number: fc.integer({ min: 1, max: 3 }) }).map(one => doseOn(one.on, one.number)),
  fc.record({ from: on, to: on }).map(({ from, to }): Content => {
    const [first, last] = [from, to].sort()
    return {
      kind: 'concomitant_medication',
      name: 'x',
      ...(first && { from: first }),
      ...(last && { to: last }),
    }
  }),
  on.map((from): Content => ({ kind: 'medical_history', term: 'rash', from })),
  on.map((from): Content => ({ kind: 'adverse_event', term: 'rash', from, grades: [] })),
  on.map((day): Content => ({ kind: 'body_weight', on: day, kg: '60' })),
)
const charts = fc.array(anything, { maxLength: 15 })
const event = eventOn('2026-06-10', { action: 'infusion_stopped' })
const computedFor = (facts: readonly Fact[]) => contextOf(event, sourceOf([...facts, event]))
const chartedAs = (contents: readonly Content[]) =>
  contents.map((content, index) => factOf(`f${String(index).padStart(2, '0')}`, content))

describe('[E6] the facts that a context names are those that it rests on', () => {
  it('without any other it is the same', () => {
    fc.assert(
      fc.property(charts, contents => {
        const facts = chartedAs(contents)
        const whole = computedFor(facts)
        const needed = new Set(whole.used)
        expect(computedFor(facts.filter(({ id }) => needed.has(id)))).toEqual(whole)
      }),
    )
  })

  it('whatever is entered, left out or put in the place of another and changes the context, changes them too', () => {
    fc.assert(
      fc.property(charts, anything, fc.nat(), (contents, other, index) => {
        const facts = chartedAs(contents)
        const late = factOf('late', other)
        const place = index % Math.max(1, facts.length)
        const before = computedFor(facts)
        for (const changed of [
          [...facts, late],
          facts.toSpliced(place, 1),
          facts.toSpliced(place, 1, late),
        ]) {
          const after = computedFor(changed)
          if (JSON.stringify(after.context) === JSON.stringify(before.context)) continue
          expect(after.used).not.toEqual(before.used)
        }
      }),
    )
  })
})
