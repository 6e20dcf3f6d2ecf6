import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '#shared/api/errors.ts'
import { analyteOf, Condition } from './condition.ts'

function issues(condition: unknown) {
  const parsed = Condition.safeParse(condition)
  return parsed.success ? [] : issuesOf(parsed.error)
}

const event = (event: object, more: object = {}) => ({
  kind: 'event',
  event,
  when: { kind: 'ever' },
  ...more,
})
const quantity = (more: object = {}) => ({
  kind: 'quantity',
  quantity: { kind: 'prothrombin_prolongation', against: 'control' },
  compare: 'gt',
  limit: '3',
  unit: 's',
  maximumAge: 'no_limit',
  counts: 'latest',
  ...more,
})
const within = (more: object = {}) => ({
  kind: 'within',
  period: { amount: 3, unit: 'week' },
  farthestDay: 'within',
  anchor: 'registration',
  ...more,
})

describe('a condition', () => {
  it.each([
    ['an age', { kind: 'age', is: 'more_than', years: 60, counted: 'completed_years', monthEnd: 'last_day' }],
    ['a sex', { kind: 'sex', is: 'female' }],
    ['a quantity', quantity()],
    ['a quantity with a limit of age', quantity({ maximumAge: { amount: 14, unit: 'day' } })],
    ['an event', event({ topic: 'infection', types: ['viral'] })],
    ['an event in a window', event({ topic: 'albumin_infusion' }, { when: within() })],
    [
      'a duration',
      {
        kind: 'duration',
        event: { topic: 'cirrhosis' },
        measured: 'since_start',
        moreThan: { amount: 5, unit: 'year' },
        monthEnd: 'last_day',
      },
    ],
    [
      'the latest record',
      {
        kind: 'latest',
        of: 'consent',
        where: [{ attribute: 'status', in: ['signed'], undecided: ['not_yet'] }],
        maximumAge: 'no_limit',
      },
    ],
    ['an attestation', { kind: 'attestation', question: 'inappropriate', informedBy: ['laboratory'] }],
    ['never', { kind: 'never' }],
    [
      'a combination',
      { kind: 'not', of: { kind: 'all', of: [{ kind: 'never' }, { kind: 'sex', is: 'male' }] } },
    ],
    ['a choice by reading', { kind: 'by_reading', reading: 'r', cases: { a: { kind: 'never' } } }],
  ])('may be %s', (_kind, condition) => {
    expect(issues(condition)).toEqual([])
  })

  it.each([
    [
      'an attribute that the subject does not have',
      event({ topic: 'hypersplenism', where: [{ attribute: 'constructor', in: ['yes'] }] }),
      'event.where[0].attribute',
      'hypersplenism has no attribute constructor',
    ],
    [
      'a value that the attribute never takes, deep inside',
      {
        kind: 'any',
        of: [
          { kind: 'never' },
          event({ topic: 'hypersplenism', where: [{ attribute: 'needsSplenectomy', in: ['maybe'] }] }),
        ],
      },
      'of[1].event.where[0].in',
      'never takes the value maybe',
    ],
    [
      'a value that only one reading of the attribute names',
      event({
        topic: 'hepatic_encephalopathy',
        where: [{ attribute: 'westHaven', in: { reading: 'r', cases: { a: ['grade_1'], b: ['grade_9'] } } }],
      }),
      'event.where[0].in',
      'never takes the value grade_9',
    ],
    [
      'an undecided value that the attribute never takes',
      {
        kind: 'latest',
        of: 'consent',
        where: [{ attribute: 'status', in: ['signed'], undecided: ['soon'] }],
        maximumAge: 'no_limit',
      },
      'where[0].in',
      'never takes the value soon',
    ],
    [
      'types of a subject without types',
      event({ topic: 'cirrhosis', types: ['viral'] }),
      'event.types',
      'cirrhosis has no type viral',
    ],
    ['another unit', quantity({ unit: 'ms' }), 'unit', 'not a unit of this quantity; use s'],
    [
      'a limit as a number',
      quantity({ limit: 3 }),
      'limit',
      expect.stringContaining('write the number as text'),
    ],
    [
      'an age limit that follows the calendar',
      quantity({ maximumAge: { amount: 1, unit: 'month' } }),
      'maximumAge',
      'give days or weeks',
    ],
    [
      'a window of months without a word on where they end',
      event({ topic: 'cell_therapy' }, { when: within({ period: { amount: 6, unit: 'month' } }) }),
      'when.monthEnd',
      'say where months and years end',
    ],
    ['an empty combination', { kind: 'all', of: [] }, 'of', 'needs at least one entry'],
    [
      'code',
      { kind: 'expression', code: 'age > 60' },
      'kind',
      expect.stringContaining('must be one of age, sex, quantity'),
    ],
  ])('with %s is refused', (_defect, condition, path, message: unknown) => {
    expect(issues(condition)).toEqual([{ path, message }])
  })

  it('reads a prolongation from the prothrombin time', () => {
    expect(analyteOf({ kind: 'prothrombin_prolongation', against: 'control' })).toBe('prothrombin_time')
    expect(analyteOf({ kind: 'analyte', analyte: 'albumin' })).toBe('albumin')
  })
})

describe('the README of this folder', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const examples = [...readme.matchAll(/```json\n(.*?)```/gs)].map(([, example]) => example ?? '')

  it.each(examples)('gives an example that the language accepts: %s', example => {
    const parsed = JSON.parse(example) as object
    const isClause = 'attribute' in parsed
    expect(issues(isClause ? event({ topic: 'upper_gi_bleeding', where: [parsed] }) : parsed)).toEqual([])
  })

  it('has an example of every kind that asks something', () => {
    for (const kind of ['age', 'sex', 'quantity', 'event', 'duration', 'latest', 'attestation']) {
      expect(examples.some(example => example.includes(`"kind": "${kind}"`))).toBe(true)
    }
  })
})
