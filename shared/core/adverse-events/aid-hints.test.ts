import { describe, expect, it } from 'vitest'
import { EventTime } from '../civil-date.ts'
import { FactId } from '../ids.ts'
import { verbatim } from '../text.ts'
import { injuryHint, naranjoHints, rucamHints } from './aid-hints.ts'
import type { CausalityContext } from './context.ts'

const dose = (number: number, days: number | null, hours: number | null = null) => ({
  ...{ fact: FactId.parse(`dose-${number}`), number, days, hours },
  from: EventTime.parse('2026-06-01T10:00:00+08:00'),
})
const context = (about: Partial<CausalityContext>): CausalityContext => ({
  ...{ sinceDoses: [], liver: null, medications: [], earlier: [], dechallenge: null },
  ...about,
})

describe('what the record tells about the onset of RUCAM', () => {
  const onsetOf = (
    injury: 'hepatocellular' | 'cholestatic_or_mixed',
    ...sinceDoses: ReturnType<typeof dose>[]
  ) => (rucamHints(context({ sinceDoses }), injury).onset ?? []).map(({ en }) => en)

  it.each([
    [0, 'on the day of dose 1: the table gives +1'],
    [4, '4 days after dose 1: the table gives +1'],
    [5, '5 days after dose 1: the table gives +2'],
    [90, '90 days after dose 1: the table gives +2'],
    [91, '91 days after dose 1: the table gives +1'],
  ])('%i days after the first dose', (days, words) => {
    expect(onsetOf('hepatocellular', dose(1, days))).toEqual([words])
  })

  it.each([
    ['hepatocellular', 15, '+2'],
    ['hepatocellular', 16, '+1'],
    ['cholestatic_or_mixed', 90, '+2'],
    ['cholestatic_or_mixed', 91, '+1'],
  ] as const)('of a %s injury %i days after a further dose is %s', (injury, days, points) => {
    expect(onsetOf(injury, dose(2, days))).toEqual([
      `${days} days after dose 2, as re-exposure: the table gives ${points}`,
    ])
  })

  it('is no points that the table does not have, and none of a dose after onset or without a day', () => {
    expect(onsetOf('hepatocellular', dose(2, 0))).toEqual([
      'on the day of dose 2: the table has no points for it',
    ])
    expect(onsetOf('hepatocellular', dose(1, null), dose(2, -3), dose(3, 0, -2))).toEqual([])
  })
})

it.each([
  [5, 'hepatocellular'],
  [4.9, 'mixed'],
  [2, 'cholestatic'],
])('R %d at the peak speaks for %s injury, by limits that are said to be unverified', (value, kind) => {
  const liver = {
    from: '2026-05-01',
    to: '2026-06-30',
    r: { value, on: '2026-06-14' },
    edish: null,
    mdish: null,
  }
  const hint = injuryHint(context({ liver: liver as CausalityContext['liver'] }))
  expect(hint?.en).toMatch(new RegExp(`^R ${value} on 2026-06-14: ${kind} .*unverified`))
  expect(injuryHint(context({}))).toBeUndefined()
})

it('names medicines, earlier episodes, dechallenge and doses given after onset beside the items that ask for them', () => {
  const [fact, when] = [FactId.parse('f'), '2026-01-01 –']
  const all = context({
    sinceDoses: [dose(1, 6), dose(2, -30)],
    medications: [{ fact, text: verbatim('isoniazid'), when, isAtOnset: true }],
    earlier: [{ fact, text: verbatim('rash'), when }],
    dechallenge: verbatim('infusion stopped'),
  })
  const hints = rucamHints(all, 'hepatocellular')
  expect(hints.concomitant?.[0]?.en).toBe('may have been taken at onset: isoniazid, 2026-01-01 –')
  expect(hints.rechallenge?.[0]?.en).toBe('dose 2 was given after onset, on 2026-06-01')
  const questions = naranjoHints(all)
  expect(questions[1]?.map(({ en }) => en)).toEqual(['6 days after dose 1', '30 days before dose 2'])
  expect(questions[2]?.[0]?.en).toBe('infusion stopped')
  expect(questions[3]).toHaveLength(1)
  expect(questions[4]?.[0]?.['zh-CN']).toBe('首次给药前：rash，2026-01-01 –')
})
