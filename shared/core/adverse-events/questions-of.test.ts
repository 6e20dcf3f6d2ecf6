import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId } from '#shared/core/ids.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { eventContent, eventIn, eventSource, eventWithout, judgement } from '#test/support/safety-charts.ts'
import { doseOn, TRIAL } from '#test/support/trend-charts.ts'
import type { Clock } from './clock.ts'
import type { EventContent } from './event-source.ts'
import type { Replaced } from './question-rule.ts'
import type { QuestionCode } from './questions.ts'
import { questionsOf } from './questions-of.ts'

interface Asked {
  readonly more?: readonly (Content | Fact)[]
  readonly earlier?: readonly Replaced[]
  readonly clocks?: readonly Clock[]
  readonly relatedCategories?: ('certain' | 'probable' | 'possible')[]
}

/** What is asked about the event `f000`, charted beside more. */
function asked(
  content: EventContent,
  { more = [], earlier = [], clocks = [], relatedCategories }: Asked = {},
) {
  const source = eventSource([content as unknown as Content, ...more])
  const { id: event } = eventIn(source)
  const safety = relatedCategories && { relatedCategories }
  return questionsOf({ event, content, earlier, clocks, safety }, source)
}

const codes = (...of: Parameters<typeof asked>) => asked(...of).map(({ code }) => code)
const grades = (...given: number[]) => given.map((grade, index) => ({ grade, from: `2026-11-1${index}` }))
const aware = { at: '2026-11-11T08:00:00+08:00', by: 'Zhou' }
const serious = { serious: 'yes', criteria: ['hospitalisation'], aware }
const death: Content = { kind: 'death', on: '2026-11-20' }
const fatal = { ...serious, grades: grades(5), outcome: 'fatal', criteria: ['death'] }

it('nothing is asked about an event whose record fits together', () => {
  expect(codes(eventContent())).toEqual([])
  expect(codes(eventContent(serious))).toEqual([])
  expect(codes(eventContent(fatal), { more: [death] })).toEqual([])
})

describe('what an event says of itself', () => {
  it.each<[QuestionCode, EventContent]>([
    ['onset_not_known', eventWithout('from')],
    ['not_graded', eventContent({ grades: [] })],
    ['serious_not_answered', eventWithout('serious')],
    ['serious_without_criterion', eventContent({ ...serious, criteria: [] })],
    ['criterion_without_serious', eventContent({ ...serious, serious: 'no' })],
    ['life_threatening_not_serious', eventContent({ grades: grades(4, 2) })],
    ['awareness_missing', eventContent({ serious: 'yes', criteria: ['disability'] })],
    [
      'awareness_before_onset',
      eventContent({ ...serious, aware: { ...aware, at: '2026-11-09T08:00:00+08:00' } }),
    ],
    ['perhaps_ends_before_onset', eventContent({ from: '2026-11', grades: grades(1), to: '2026-11-12' })],
    ['perhaps_ends_before_onset', eventContent({ to: '2026-11' })],
  ])('asks %s', (code, content) => {
    expect(codes(content)).toEqual([code])
  })

  it('asks for the awareness also where only a criterion says that it is serious', () => {
    expect(codes({ ...eventWithout('serious'), criteria: ['death'] })).toContain('awareness_missing')
  })

  it.each([
    ['grade 3', eventContent({ grades: grades(3) })],
    ['grade 4 of a serious event', eventContent({ ...serious, grades: grades(4) })],
    [
      'awareness on the day of onset',
      eventContent({ ...serious, aware: { ...aware, at: '2026-11-10T08:00:00+08:00' } }),
    ],
    ['an end on the day of onset', eventContent({ to: '2026-11-10' })],
    ['one month for onset and end', eventContent({ from: '2026-11', to: '2026-11' })],
    ['a month before the end', eventContent({ from: '2026-10', grades: [], to: '2026-11-10' })],
    ['an event that goes on', eventContent({ to: 'ongoing' })],
  ])('asks nothing of the times or the seriousness of %s', (_what, content) => {
    expect(codes(content).filter(code => code !== 'not_graded')).toEqual([])
  })
})

describe('a death', () => {
  it.each([
    ['grade 5', { ...serious, grades: grades(5), outcome: 'fatal' }],
    ['its outcome', { ...serious, outcome: 'fatal' }],
    ['a criterion', { ...serious, criteria: ['death'], outcome: 'fatal' }],
  ])('is asked for where %s says that the event is fatal', (_what, more) => {
    expect(codes(eventContent(more))).toEqual(['fatal_without_death'])
    expect(codes(eventContent(more), { more: [death] })).toEqual([])
  })

  it('that is charted does not fit a fatal grade with another outcome', () => {
    const [question] = asked(eventContent({ ...fatal, outcome: 'recovering' }), { more: [death] })
    expect(question).toMatchObject({ code: 'fatal_without_death', about: ['f001'] })
    expect(question?.text.en).toContain('the outcome is not “fatal”')
  })

  it('without a fatal event is asked of every event that may have led to it', () => {
    const ask = (more: object, ...others: Content[]) =>
      codes(eventContent(more), { more: [death, ...others] })
    expect(asked(eventContent(), { more: [death] })).toMatchObject([
      { code: 'death_without_fatal_event', about: ['f001'] },
    ])
    expect(ask({ to: 'ongoing', outcome: 'not_recovered' })).toEqual(['death_without_fatal_event'])
    expect(ask({ to: '2026-11-12' })).toEqual([])
    expect(ask({ outcome: 'recovered' })).toEqual([])
    expect(ask({ from: '2026-11-21', grades: [] })).toEqual(['not_graded'])
    const bleeding = eventContent({ ...fatal, ctcae: 'anemia', term: '出血' }) as unknown as Content
    expect(ask({}, bleeding)).toEqual([])
  })
})

describe('consent', () => {
  const consent = (on: string, more: object = {}) =>
    ({ kind: 'consent', protocol: TRIAL, version: '1.0', status: 'signed', on, ...more }) as Content
  const dosed = doseOn('2026-11-09')

  it('after the onset is asked about', () => {
    const [question] = asked(eventContent(), { more: [dosed, consent('2026-11-11')] })
    expect(question).toMatchObject({ code: 'before_consent', about: ['f002'] })
  })

  it.each([
    ['on the day of onset', [consent('2026-11-10')]],
    ['before it, given anew after it', [consent('2026-11-01'), consent('2026-11-15')]],
    ['of that month', [consent('2026-11')]],
    ['that was refused', [consent('2026-11-11', { status: 'refused' })]],
    ['to another trial', [consent('2026-11-11', { protocol: 'NCT07413549' })]],
    ['that nobody charted', []],
  ])('%s is not', (_what, consents) => {
    expect(codes(eventContent(), { more: [dosed, ...consents] })).toEqual([])
  })
})

describe('an event of the same term', () => {
  const another = (more: object) => eventContent(more) as unknown as Content
  const overlapsWith = (more: object, own: object = { to: '2026-11-15' }) =>
    codes(eventContent(own), { more: [another(more)] }).includes('overlaps_same_term')

  it.each<[string, object, boolean]>([
    ['in the same days', { from: '2026-11-12', grades: [] }, true],
    ['from the day on which it ended', { from: '2026-11-15', grades: [] }, true],
    ['from the day after it ended', { from: '2026-11-16', grades: [] }, false],
    ['until the day before it began', { from: '2026-11-01', to: '2026-11-09', grades: [] }, false],
    ['before it, without an end', { from: '2026-11-01', grades: [] }, true],
    ['of another term', { ctcae: 'anemia' }, false],
  ])('%s', (_what, more, overlaps) => {
    expect(overlapsWith(more)).toBe(overlaps)
  })

  it('is told by the clock within a day', () => {
    const ended = { from: '2026-11-10T08:00:00+08:00', to: '2026-11-10T10:00:00+08:00', grades: [] }
    expect(overlapsWith({ from: '2026-11-10T12:00:00+08:00', grades: [] }, ended)).toBe(false)
    expect(overlapsWith({ from: '2026-11-10T09:00:00+08:00', grades: [] }, ended)).toBe(true)
  })

  it('is named, and known by its words where it has no code', () => {
    const uncoded = { ...eventWithout('ctcae'), term: 'Hiccups' }
    const more = [{ ...uncoded, term: 'hiccups' } as unknown as Content]
    const [question] = asked(uncoded, { more })
    expect(question).toMatchObject({ code: 'overlaps_same_term', about: ['f001'] })
    expect(question?.text).toEqual({
      en: '“hiccups” from 2026-11-10 has the same term and an overlapping time. Is it one event?',
      'zh-CN': '“hiccups”（2026-11-10 起）术语相同且时间重叠。是否为同一事件？',
    })
    expect(codes(uncoded, { more: [{ ...uncoded, term: 'cough' } as unknown as Content] })).toEqual([])
  })
})

describe('a judgement towards the product', () => {
  const whoUmc = (category: string) => ({
    whoUmc: { ...(judgement() as unknown as { whoUmc: object }).whoUmc, category },
  })
  const isAsked = (product: string, category: string, relatedCategories?: Asked['relatedCategories']) =>
    codes(eventContent(), {
      more: [judgement({ product, ...whoUmc(category) })],
      ...(relatedCategories && { relatedCategories }),
    }).includes('related_against_who_umc')

  it.each([
    ['not_related', 'probable', true],
    ['not_related', 'certain', true],
    ['not_related', 'possible', false],
    ['not_related', 'unlikely', false],
    ['related', 'unlikely', true],
    ['related', 'possible', false],
    ['related', 'conditional', false],
    ['undetermined', 'certain', false],
  ])('%s with WHO-UMC %s', (product, category, expected) => {
    expect(isAsked(product, category)).toBe(expected)
  })

  it.each([
    ['not_related', 'possible', true],
    ['related', 'possible', false],
    ['related', 'conditional', true],
    ['not_related', 'unlikely', false],
    ['undetermined', 'possible', false],
  ])('%s with WHO-UMC %s where the site calls “possible” related', (product, category, expected) => {
    expect(isAsked(product, category, ['certain', 'probable', 'possible'])).toBe(expected)
  })

  it('is that of this event', () => {
    const against = { product: 'not_related', ...whoUmc('certain') }
    expect(asked(eventContent(), { more: [judgement(against)] })).toMatchObject([{ about: ['f001'] }])
    expect(codes(eventContent(), { more: [judgement({ ...against, event: 'f009' })] })).toEqual([])
  })
})

describe('what was charted before', () => {
  const was = (content: EventContent, reason: string | null = 'misread'): Replaced => ({
    ...{ content, reason },
    enteredAt: OffsetDateTime.parse('2026-11-12T08:00:00+08:00'),
  })
  const knownAt = (at: string) => eventContent({ ...serious, aware: { ...aware, at } })

  it('is asked about where it said serious and the event no longer is, with why it was corrected', () => {
    const earlier = [
      was(eventContent()),
      was(eventContent(serious)),
      was(eventContent({ serious: 'no' }), 'typo'),
    ]
    expect(asked(eventContent(), { earlier })).toMatchObject([
      { code: 'seriousness_taken_back', answer: 'misread' },
    ])
    expect(codes(eventWithout('serious'), { earlier })).toContain('seriousness_taken_back')
    expect(codes(eventContent(serious), { earlier })).toEqual([])
    expect(codes(eventContent(), { earlier: [was(eventContent())] })).toEqual([])
    const typed = [was(eventContent(serious), null)]
    expect(asked(eventContent(), { earlier: typed })).toMatchObject([{ answer: null }])
  })

  it('is asked about where the site had become aware earlier than it says now', () => {
    const earlier = [was(knownAt('2026-11-11T08:00:00+08:00'))]
    expect(asked(knownAt('2026-11-11T08:00:01+08:00'), { earlier })).toMatchObject([
      { code: 'awareness_later_than_charted', answer: 'misread' },
    ])
    expect(codes(knownAt('2026-11-11T00:00:00Z'), { earlier })).toEqual([])
    expect(codes(knownAt('2026-11-10T20:00:00+08:00'), { earlier })).toEqual([])
  })

  it('is asked about where the event was charted as serious before the site says that it knew', () => {
    const earlier = [was(eventContent({ serious: 'yes', criteria: ['disability'] }))]
    expect(asked(knownAt('2026-11-13T08:00:00+08:00'), { earlier })).toMatchObject([
      { code: 'awareness_later_than_charted', answer: null },
    ])
    expect(codes(knownAt('2026-11-12T08:00:00+08:00'), { earlier })).toEqual([])
    expect(codes(knownAt('2026-11-13T08:00:00+08:00'), { earlier: [was(eventContent())] })).toEqual([])
  })
})

it('asks about a report that was sent before the site became aware', () => {
  const report = (on: string, event = 'f000'): Content => ({
    ...{ kind: 'safety_report', event, on, to: 'sponsor', stage: 'initial', recipient: 'desk', how: 'fax' },
    sent: { sha256: 'a'.repeat(64) },
  })
  const more = [report('2026-11-11T07:59:59+08:00')]
  expect(asked(eventContent(serious), { more })).toMatchObject([
    { code: 'reported_before_awareness', about: ['f001'], answer: null },
  ])
  expect(codes(eventContent(serious), { more: [report('2026-11-11T08:00:00+08:00')] })).toEqual([])
  expect(codes(eventContent(serious), { more: [report('2026-11-11T07:00:00+08:00', 'f009')] })).toEqual([])
})

describe('a late report', () => {
  const clock = (state: Clock['state'], lateReason: string | null): Clock => ({
    ...{ kind: 'sponsor', event: FactId.parse('f000'), title: { en: 'a', 'zh-CN': 'b' }, state, lateReason },
    ...{ from: null, dueAt: null, hours: 24, basis: 'preset', metAt: null, report: FactId.parse('r-1') },
    addedSeconds: 0,
  })

  it('is asked about, with the reason that stands in the report', () => {
    expect(asked(eventContent(), { clocks: [clock('met_late', 'no network')] })).toMatchObject([
      { code: 'reported_late', about: ['r-1'], answer: 'no network' },
    ])
    const clocks = [clock('met_late', 'no network'), clock('met_late', null)]
    expect(asked(eventContent(), { clocks })).toMatchObject([{ answer: null }])
  })

  it('is not what was in time, nor what is still to be sent', () => {
    expect(codes(eventContent(), { clocks: [clock('met', null), clock('overdue', null)] })).toEqual([])
  })
})

it('keeps the reason for leaving the record as it is, until the question no longer arises', () => {
  const answers = [{ question: 'not_graded', reason: 'no grade in the discharge letter' }]
  expect(asked(eventContent({ grades: [], answers }))).toMatchObject([
    { code: 'not_graded', answer: 'no grade in the discharge letter' },
  ])
  expect(asked(eventContent({ grades: [] }))).toMatchObject([{ answer: null }])
  expect(asked(eventContent({ answers }))).toEqual([])
})
