import { expect, it } from 'vitest'
import { boundsOf, EventTime, localDateOf } from '../civil-date.ts'
import { Fact } from '../facts/fact.ts'
import { historyBefore } from './history-before.ts'

const facts = [
  { kind: 'cirrhosis', from: '2018', to: 'ongoing' },
  { kind: 'upper_gi_bleeding', from: '2026-03-01', to: '2026-03-02' },
  { kind: 'upper_gi_bleeding', from: '2026-07-31', to: '2026-08-02' },
  { kind: 'infection', from: '2026-08', type: 'bacterial' },
  { kind: 'body_weight', on: '2026-03-01', kg: '61' },
].map((content, index) =>
  Fact.parse({
    ...{ id: `f${index}`, enteredAt: '2026-09-01T09:00:00+08:00', author: '林' },
    ...{ source: { kind: 'typed' }, content },
  }),
)
const historyOn = (onset: string | undefined) =>
  historyBefore(facts, onset === undefined ? undefined : boundsOf(EventTime.parse(onset)), localDateOf).map(
    ({ fact }) => fact,
  )

it('is what began before the day of onset: the event itself, charted elsewhere, is none', () => {
  expect(historyOn('2026-07-31')).toEqual(['f0', 'f1'])
})

it('has what may have begun before an onset of which only the month is known', () => {
  expect(historyOn('2026-08')).toEqual(['f0', 'f1', 'f2', 'f3'])
})

it('is all of it where onset is not known', () => {
  expect(historyOn(undefined)).toEqual(['f0', 'f1', 'f2', 'f3'])
})
