import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { readingsUsed } from '#shared/core/protocol/reading.ts'
import { loadProtocols } from './protocol-file.ts'

const folder = fileURLToPath(new URL('../../resources/protocols', import.meta.url))
let first: ProtocolDefinition
let second: ProtocolDefinition

beforeAll(async () => {
  const [one, two, ...more] = await loadProtocols(folder)
  if (one === undefined || two === undefined || more.length > 0) throw new Error('two protocols are shipped')
  first = one.definition
  second = two.definition
})

describe('NCT05106972 as shipped', () => {
  it('has the 7 inclusion and 12 exclusion criteria of the record, in its order and words', () => {
    expect(first.id).toBe('NCT05106972')
    expect(first.eligibilityCriteria).toBe('published')
    const labels = first.criteria.map(({ label }) => label).join(' ')
    expect(labels).toBe('I1 I2 I3 I4 I5 I6 I7 E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12')
    const sides = first.criteria.map(({ label, side }) => `${label[0]} ${side}`)
    expect(new Set(sides)).toEqual(new Set(['I inclusion', 'E exclusion']))
    expect(new Set(first.criteria.map(({ quote }) => quote.text)).size).toBe(19)
  })

  it('uses every reading about eligibility in a criterion, and no other reading', () => {
    expectReadingsUsed(first)
    expect(first.readings.filter(({ scope }) => scope !== 'eligibility').map(({ id }) => id)).toEqual([
      'exclusions-at-dose-2',
      'portal-flow-rate',
      'abdominal-volume',
    ])
  })

  it('shows how old the record is', () => {
    expect(first.record).toMatchObject({
      lastVerified: '2021-10',
      lastUpdatePosted: '2021-11-04',
      plannedPrimaryCompletion: '2024-12-31',
      plannedCompletion: '2025-12-31',
    })
    expect(first.record.remark?.en).toContain('unknown')
  })

  it('plans two doses of 10^8 cells 24 weeks apart in one arm, and 12 outcomes at week 72', () => {
    expect(first.arms).toMatchObject([{ doses: 2, cellsPerDose: '100000000', weeksBetweenDoses: 24 }])
    expect(first.plannedEnrolment.participants).toBe(30)
    expect(first.visits.map(({ week }) => week)).toEqual([0, 0, 24, 72])
    expect(first.outcomes.map(({ role }) => role)).toEqual([
      ...Array.from({ length: 4 }, () => 'primary'),
      ...Array.from({ length: 8 }, () => 'secondary'),
    ])
  })
})

describe('NCT07413549 as shipped', () => {
  it('states that its criteria are not published, and holds only the condition itself', () => {
    expect(second.id).toBe('NCT07413549')
    expect(second.eligibilityCriteria).toBe('not_published')
    expect(second.criteria.map(({ id }) => id)).toEqual(['condition'])
    expect(second.arms).toEqual([])
    expectReadingsUsed(second)
    expect(second.readings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['after-administration', 'meld-variant']),
    )
  })

  const always = 'meld child-pugh alt ast tbil ggt alp alb che inr pt pta'
  it.each([
    [1, `${always} hbv-dna`],
    [2, `${always} hbv-dna`],
    [4, always],
    [8, `${always} hbv-dna`],
    [12, always],
    [24, `${always} hbv-dna liver-stiffness spleen-stiffness`],
    [36, `${always} hbv-dna`],
    [52, `${always} hbv-dna liver-stiffness spleen-stiffness`],
  ])('assesses in week %i: %s', (week, assessments) => {
    expect(second.visits).toHaveLength(8)
    const visit = second.visits.find(each => each.week === week)
    expect(visit?.assessments.join(' ')).toBe(assessments)
  })

  it('collects every event to day 28 and treatment-related ones from then on, without a gap', () => {
    const spans = second.safetyWindows.map(({ id, fromDay, toDay }) => [id, fromDay, toDay])
    expect(spans).toEqual([
      ['all-events', 0, 28],
      ['treatment-related', 29, 364],
    ])
  })
})

it('the age criteria of the first protocol and the condition of both can be shown side by side', () => {
  const concepts = (definition: ProtocolDefinition) => definition.criteria.map(({ concept }) => concept)
  expect(concepts(first)).toEqual(expect.arrayContaining(concepts(second)))
  expect(concepts(first).filter(concept => concept === 'age')).toHaveLength(2)
})

function expectReadingsUsed({ criteria, readings }: ProtocolDefinition): void {
  const used = criteria.flatMap(({ condition }) => readingsUsed(condition).map(({ reading }) => reading))
  const aboutEligibility = readings.filter(({ scope }) => scope === 'eligibility').map(({ id }) => id)
  expect([...new Set(used)].sort()).toEqual(aboutEligibility.sort())
}
