import { describe, expect, it } from 'vitest'
import { issuesOf } from '#shared/api/errors.ts'
import { SiteCriteria } from './site-criteria.ts'

const text = (en: string) => ({ en, 'zh-CN': en })
const quote = { source: 'approved-protocol', text: 'words' }
const condition = { kind: 'sex', is: 'female' }
const criterion = {
  id: 'a',
  label: 'A',
  side: 'inclusion',
  concept: 'sex',
  title: text('a'),
  quote,
  condition,
}

function issues(more: object = {}) {
  const parsed = SiteCriteria.safeParse({
    schema: 'lobule.criteria/1',
    protocol: 'NCT00000001',
    protocolVersion: '2.1',
    approvedOn: '2026-11-01',
    criteria: [criterion],
    readings: [],
    ...more,
  })
  return parsed.success ? [] : issuesOf(parsed.error)
}

describe("a site's criteria", () => {
  it('quote the approved protocol and nothing else', () => {
    expect(issues()).toEqual([])
    expect(issues({ criteria: [{ ...criterion, quote: { ...quote, source: 'record' } }] })).toEqual([
      { path: 'criteria[0].quote.source', message: 'must be approved-protocol: quote the approved text' },
    ])
  })

  it('bring the readings that they use', () => {
    const event = { kind: 'event', event: { topic: 'cirrhosis' } }
    const when = { reading: 'when', cases: { now: { kind: 'now' }, ever: { kind: 'ever' } } }
    expect(issues({ criteria: [{ ...criterion, condition: { ...event, when } }] })).toEqual([
      { path: 'criteria[0].condition.when', message: 'no reading when is defined' },
    ])
  })

  it('have one name each', () => {
    expect(issues({ criteria: [criterion, criterion] })).toEqual([
      { path: 'criteria[1].id', message: 'a stands twice' },
    ])
  })

  it('are never empty: an empty set would pass everybody', () => {
    expect(issues({ criteria: [] })).toMatchObject([{ path: 'criteria' }])
  })
})
