import { describe, expect, it } from 'vitest'
import { Chart, lastEntryOn } from './candidate.ts'
import { Fact } from './fact.ts'

const entry = { id: 'f1', enteredAt: '2026-11-22T18:00:00+08:00', author: 'Zhou', source: { kind: 'typed' } }
const candidate = { screeningNumber: 'S-001', initials: 'WXM', sex: 'female', birthDate: '1980-05-20' }
const infusion = { kind: 'albumin_infusion', on: '2026-11-14' }
const time = {
  kind: 'laboratory',
  on: '2026-11-14',
  loinc: '5902-2',
  value: '14.2',
  unit: 's',
  control: '12.9',
}
const dose = { kind: 'dose', protocol: 'NCT05106972', number: 1, from: '2026-11-22T09:00:00+08:00' }
const denial = { kind: 'negative_finding', about: 'infection', to: '2026-11-22', askedOf: ['patient'] }

/** Where a fact is refused, and why. */
function refusal(content: Record<string, unknown>): string[] {
  const result = Fact.safeParse({ ...entry, content })
  return (result.error?.issues ?? []).map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

describe('a fact', () => {
  it('is kept as it was written', () => {
    for (const content of [infusion, time, denial])
      expect(Fact.parse({ ...entry, content }).content).toEqual(content)
    expect(Fact.parse({ ...entry, content: { ...time, value: '14.20' } }).content).toMatchObject({
      value: '14.20',
    })
  })

  it.each([
    [
      'an impossible date',
      { ...infusion, on: '2026-02-30' },
      'content.on: a day of the calendar such as 2026-11-14',
    ],
    ['a planned event', { ...infusion, on: '2026-11-23' }, 'content.on: lies after it was entered'],
    ['a planned month', { ...infusion, on: '2026-12' }, 'content.on: lies after it was entered'],
    [
      'a watch that is still to end',
      { ...dose, watchedUntil: '2026-11-22T22:00:00+08:00' },
      'content.watchedUntil: lies after it was entered',
    ],
    [
      'a stop still to come',
      { ...dose, interruptions: [{ from: '2026-11-22T18:30:00+08:00', reason: 'line' }] },
      'content.interruptions[0].from: lies after it was entered',
    ],
    [
      'an end before the start',
      { kind: 'infection', type: 'viral', from: '2026-05', to: '2026-04-30' },
      'content.to: lies before `from`',
    ],
    [
      'an end in the future',
      { kind: 'infection', type: 'viral', from: '2026-05', to: '2026-11-23' },
      'content.to: lies after it was entered',
    ],
    [
      'a type that the subject does not have',
      { ...denial, types: ['prion'] },
      'content.types.0: not a type of infection; viral, bacterial, fungal, unidentified',
    ],
    [
      'types of a subject without types',
      { ...denial, about: 'lactation', types: ['viral'] },
      'content.types.0: not a type of lactation; this subject has no types',
    ],
    ['a negative finding about a measurement', { ...denial, about: 'body_weight' }, 'content.about'],
    ['nobody asked', { ...denial, askedOf: [] }, 'content.askedOf'],
    ['a field that does not exist', { ...infusion, gramms: '20' }, 'content: Unrecognized key: "gramms"'],
    [
      'a number instead of text',
      { ...time, value: 14.2 },
      'content.value: write the number as text, such as "16.1"',
    ],
    [
      'a comparator inside the value',
      { ...time, value: '<20' },
      'content.value: digits with an optional decimal point',
    ],
    ['a negative result', { ...time, value: '-1' }, 'content.value: must not be negative'],
    ['a code that is none', { ...time, loinc: 'PT' }, 'content.loinc: a LOINC code such as 5902-2'],
    ['an unknown kind', { kind: 'gut_feeling' }, 'content.kind'],
    ['a result without a unit', { ...time, unit: undefined }, 'content.unit'],
    ['a Child-Pugh grade as text', { ...infusion, kind: 'histology', fibrosis: '3' }, 'content.fibrosis'],
    [
      'not known without its ground',
      { kind: 'not_known', about: 'infection', on: '2026-11-20', state: 'unknown' },
      'content.ground',
    ],
  ])('is refused for %s, at its field', (_what, content, expected) => {
    expect(refusal(content).join('\n')).toContain(expected)
  })

  it('may end on the day on which it began, and be ongoing only if said so', () => {
    expect(refusal({ kind: 'infection', type: 'viral', from: '2026-05-01', to: '2026-05-01' })).toEqual([])
    expect(refusal({ kind: 'infection', type: 'viral', from: '2026-05-01', to: 'ongoing' })).toEqual([])
    expect(refusal({ kind: 'infection', type: 'viral', from: 'ongoing' })).toHaveLength(1)
  })

  it('[F3] keeps when it happened and when it was entered apart', () => {
    const fact = Fact.parse({ ...entry, content: { ...infusion, on: '2026-11' } })
    expect([fact.enteredAt, fact.content]).toEqual([entry.enteredAt, { ...infusion, on: '2026-11' }])
  })

  it('[F4] says where it comes from', () => {
    const sha256 = 'a'.repeat(64)
    const file = { kind: 'file', name: 'lis.csv', sha256, row: 12 }
    expect(Fact.parse({ ...entry, source: file, content: infusion }).source).toEqual(file)
    expect(
      Fact.safeParse({ ...entry, source: { kind: 'file', name: 'lis.csv' }, content: infusion }).success,
    ).toBe(false)
    expect(Fact.safeParse({ ...entry, source: undefined, content: infusion }).success).toBe(false)
  })

  it('[F2] keeps a value with its unit, laboratory and range as printed', () => {
    const content = { ...time, comparator: '<', range: { low: '10.5', high: '14.50' }, laboratory: 'Central' }
    expect(Fact.parse({ ...entry, content }).content).toEqual(content)
  })
})

describe('a chart', () => {
  const fact = (id: string, enteredAt = entry.enteredAt) => ({ ...entry, id, enteredAt, content: infusion })

  it('uses every id once', () => {
    const result = Chart.safeParse({ candidate, facts: [fact('a'), fact('b'), fact('a')] })
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['facts.2.id', 'used twice'],
    ])
  })

  it('refuses what a screening log does not hold', () => {
    const result = Chart.safeParse({ candidate: { ...candidate, phone: '110' }, facts: [] })
    expect(result.error?.issues[0]?.path).toEqual(['candidate'])
  })

  it('ends with the day of its last entry, where that was written', () => {
    const { facts } = Chart.parse({
      candidate,
      facts: [fact('a', '2026-11-23T01:00:00+08:00'), fact('b', '2026-11-22T23:00:00-05:00')],
    })
    expect(lastEntryOn(facts)).toBe('2026-11-23')
    expect(lastEntryOn([])).toBeUndefined()
  })
})
