import { expect, it } from 'vitest'
import { type EventTime, localDateOf } from '../civil-date.ts'
import { countEpisodes } from './episodes.ts'

type Event = readonly [from: string | undefined, to?: string]

function episodes(days: number, ...events: Event[]): number {
  const spans = events.map(([from, to]) => ({
    ...(from !== undefined && { from: from as EventTime }),
    ...(to !== undefined && { to: to as EventTime }),
  }))
  return countEpisodes(spans, days, localDateOf)
}

it.each<[string, Event[], number]>([
  ['nothing', [], 0],
  ['one bleeding', [['2026-03-01', '2026-03-03']], 1],
  ['a second one on the seventh day after the end', [['2026-03-01', '2026-03-03'], ['2026-03-10']], 1],
  ['a second one on the eighth day after the end', [['2026-03-01', '2026-03-03'], ['2026-03-11']], 2],
  ['the same in the other order', [['2026-03-11'], ['2026-03-01', '2026-03-03']], 2],
  ['three, each within a week of the one before', [['2026-03-01'], ['2026-03-08'], ['2026-03-15']], 1],
  [
    'one within a longer one, and one a week after the longer',
    [['2026-03-01', '2026-03-30'], ['2026-03-05', '2026-03-06'], ['2026-04-06']],
    1,
  ],
  ['one while another goes on', [['2026-03-01', 'ongoing'], ['2026-06-01']], 1],
  ['one while nobody said that another goes on', [['2026-03-01'], ['2026-06-01']], 2],
  ['one of an unknown day', [['2026-03-01'], [undefined]], 2],
  ['one known to the month: its first day', [['2026-03-25'], ['2026-04']], 1],
])('%s, by a rule of seven days', (_what, events, expected) => {
  expect(episodes(7, ...events)).toBe(expected)
})

it('by a rule of no days only what begins on the last day goes on', () => {
  expect(episodes(0, ['2026-03-01', '2026-03-03'], ['2026-03-03'])).toBe(1)
  expect(episodes(0, ['2026-03-01', '2026-03-03'], ['2026-03-04'])).toBe(2)
})
