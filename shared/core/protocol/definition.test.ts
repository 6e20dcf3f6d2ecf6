import { describe, expect, it } from 'vitest'
import { issuesOf } from '#shared/api/errors.ts'
import { ProtocolDefinition, quotesOf } from './definition.ts'

const text = (en: string) => ({ en, 'zh-CN': en })
const quote = { source: 'record', text: 'words' }

function criterion(id: string, condition: object = { kind: 'sex', is: 'female' }): object {
  return { id, label: id, side: 'inclusion', concept: 'sex', title: text(id), quote, condition }
}

function reading(id: string): object {
  const alternatives = ['now', 'ever'].map(alternative => ({ id: alternative, label: text(alternative) }))
  return { id, scope: 'eligibility', question: text('When?'), alternatives, quote }
}

function byReading(...cases: string[]): object {
  const when = Object.fromEntries(cases.map(each => [each, { kind: each }]))
  return { kind: 'event', event: { topic: 'cirrhosis' }, when: { reading: 'when', cases: when } }
}

function definition(more: object = {}): object {
  return {
    schema: 'lobule.protocol/1',
    id: 'NCT00000001',
    version: '1.0.0',
    date: '2026-11-22',
    title: text('A protocol'),
    site: 'A site',
    sources: [{ id: 'record', title: 'Record', address: 'https://example.org', file: 'record.txt' }],
    record: { status: text('recruiting') },
    condition: { title: text('cirrhosis'), quote },
    design: {
      summary: text('s'),
      phase: text('p'),
      allocation: text('a'),
      masking: text('m'),
      parts: [],
      quotes: [quote],
    },
    arms: [],
    plannedEnrolment: { participants: 30, quote },
    followUpWeeks: { weeks: 72, quote },
    eligibilityCriteria: 'published',
    criteria: [criterion('a')],
    assessments: [{ id: 'albumin', title: text('albumin'), quote }],
    visits: [{ id: 'week-1', week: 1, assessments: ['albumin'] }],
    outcomes: [{ id: 'albumin', role: 'primary', title: text('albumin'), timeFrame: 'week 1', quote }],
    safetyWindows: [],
    readings: [],
    notPublished: [],
    ...more,
  }
}

function issues(value: object) {
  const parsed = ProtocolDefinition.safeParse(value)
  return parsed.success ? [] : issuesOf(parsed.error)
}

describe('a protocol definition', () => {
  it('is accepted where every name leads somewhere', () => {
    const value = definition({
      criteria: [criterion('a', byReading('now', 'ever'))],
      readings: [reading('when')],
    })
    expect(issues(value)).toEqual([])
  })

  it.each([
    [
      'two criteria of one id',
      { criteria: [criterion('a'), criterion('a')] },
      'criteria[1].id',
      'a stands twice',
    ],
    [
      'two readings of one id',
      { readings: [reading('b'), reading('b')] },
      'readings[1].id',
      'b stands twice',
    ],
    [
      'uses of a reading that is not defined',
      { criteria: [criterion('a', byReading('now', 'ever'))] },
      'criteria[0].condition.when',
      'no reading when is defined',
    ],
    [
      'uses of a reading that leave an alternative out',
      { criteria: [criterion('a', byReading('now'))], readings: [reading('when')] },
      'criteria[0].condition.when',
      'must have one case for each alternative of when: now, ever',
    ],
    [
      'quotes from a source that is not listed',
      { plannedEnrolment: { participants: 30, quote: { source: 'memory', text: 'words' } } },
      'plannedEnrolment.quote.source',
      'no source memory is listed',
    ],
    [
      'assessments that are not listed',
      { visits: [{ id: 'week-1', week: 1, assessments: ['bilirubin'] }] },
      'visits[0].assessments',
      'no assessment bilirubin is listed',
    ],
    ['no criteria at all', { criteria: [] }, 'criteria', 'needs at least one entry'],
    ['a visit window', { visitWindowDays: 3 }, 'visitWindowDays', expect.stringContaining('unknown field')],
    [
      'another schema',
      { schema: 'lobule.protocol/2' },
      'schema',
      expect.stringContaining('lobule.protocol/1'),
    ],
  ])('is refused for %s', (_defect, more, path, message: unknown) => {
    expect(issues(definition(more))).toEqual([{ path, message }])
  })

  it('gives all its quotes with their places', () => {
    expect(quotesOf(definition()).map(({ path }) => path.join('.'))).toEqual([
      'condition.quote',
      'design.quotes.0',
      'plannedEnrolment.quote',
      'followUpWeeks.quote',
      'criteria.0.quote',
      'assessments.0.quote',
      'outcomes.0.quote',
    ])
  })
})
