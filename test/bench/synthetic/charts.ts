import { dateOf } from '#shared/core/civil-date.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { visitDay } from './dates.ts'
import { type Draw, drawFrom } from './draw.ts'
import { askedInVainOf, eventsOf, negativesOf, pregnancyOf } from './events.ts'
import { type Draft, decisionsOf, historyOf } from './history.ts'
import { bedsideOf, laboratoryOf } from './measurements.ts'

/** The share of facts that a synthetic chart lacks. */
const MISSING = 0.15

/** `count` invented candidates, the same for the same seed; each passed the schema of a facts file. */
export function syntheticCharts(count: number, seed = 2026): Chart[] {
  return Array.from({ length: count }, (_, index) =>
    syntheticChart(drawFrom(seed * 1_000_003 + index), index),
  )
}

function syntheticChart(draw: Draw, index: number): Chart {
  const visit = visitDay(draw)
  const sex = draw.chance(0.02) ? 'unknown' : draw.chance(0.35) ? 'female' : 'male'
  const drafts = [
    ...historyOf(draw, visit),
    ...decisionsOf(draw, visit),
    ...eventsOf(draw, visit),
    ...negativesOf(draw, visit),
    ...askedInVainOf(draw, visit),
    ...(sex === 'male' ? [] : pregnancyOf(draw, visit)),
    ...laboratoryOf(draw, visit),
    ...bedsideOf(draw, visit),
  ]
  const birthDate = birthDateOf(draw, visit)
  return Chart.parse({
    candidate: {
      screeningNumber: `SYN-${index + 1}`,
      initials: 'XX',
      sex,
      ...(!draw.chance(0.03) && { birthDate }),
    },
    training: true,
    facts: drafts
      .filter(() => !draw.chance(MISSING))
      .map((content, number) => factOf(content, `f${number + 1}`, visit)),
  })
}

/** Ages from 18 to 66, crowded around the limits 20 and 60. */
function birthDateOf(draw: Draw, visit: number): string {
  const years = draw.pick([draw.whole(18, 66), draw.whole(25, 58), draw.pick([20, 60, 61])])
  const date = draw.chance(0.05)
    ? `${draw.pick([1964, 1968, 2004, 2008])}-02-29`
    : dateOf(Math.round(visit - years * 365.25) + draw.whole(-60, 60))
  return draw.chance(0.05) ? date.slice(0, draw.pick([4, 7])) : date
}

function factOf(content: Draft, id: string, visit: number) {
  return {
    id,
    enteredAt: `${dateOf(visit)}T16:00:00+08:00`,
    author: 'coordinator',
    source: { kind: 'typed' },
    content,
  }
}
