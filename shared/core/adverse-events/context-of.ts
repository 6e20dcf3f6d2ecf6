import { type DayBounds, dayOf } from '../civil-date.ts'
import type { FactId } from '../ids.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { TrendSource } from '../trends/source.ts'
import type { CausalityContext, ComputedContext } from './context.ts'
import { dechallengeOf, stopsOf } from './dechallenge.ts'
import { earlierEpisodes } from './earlier-episodes.ts'
import type { EventFact } from './event-source.ts'
import { liverAround } from './liver-around.ts'
import { medicationsAt } from './medications-at.ts'
import { dosesUntilToday, sinceDosesOf } from './since-doses.ts'

/**
 * What stands beside the form on which the causality of an event is judged, as of the day of `source`, with the facts that
 * it was computed from: those alone make a signature that saw it no longer current.
 */
export function contextOf(event: EventFact, source: TrendSource): ComputedContext {
  const { from } = event.content
  const onset = from === undefined ? undefined : siteDaysOf(from, source.siteDay)
  const sinceDoses = sinceDosesOf(from, source)
  const around = onset === undefined ? { liver: null, used: [] } : liverAround(onset, source)
  const medications = onset === undefined ? [] : medicationsAt(onset, source.facts, source.siteDay)
  const context: CausalityContext = {
    sinceDoses,
    liver: around.liver,
    medications,
    earlier: earlierEpisodes(event, firstDay(onset, source), source),
    dechallenge: dechallengeOf(event.content, stops(onset, source)),
  }
  const result = event.content.result ?? []
  return { context, used: [...new Set([...factsIn(context), ...around.used].concat(result))] }
}

/** Of the first dose, else of onset, else tomorrow: then whatever is charted came before. */
function firstDay(onset: DayBounds | undefined, { trial, today }: TrendSource): number {
  const day0 = trial?.calendar.day0
  if (day0 !== undefined && day0 !== null && day0 <= today) return dayOf(day0)
  return onset?.earliest ?? dayOf(today) + 1
}

function stops(onset: DayBounds | undefined, source: TrendSource): string[] {
  if (onset === undefined) return []
  const doses = new Set(dosesUntilToday(source).map(({ given }) => given.fact))
  return source.facts.filter(({ id }) => doses.has(id)).flatMap(fact => stopsOf(fact, onset, source.siteDay))
}

function factsIn({ sinceDoses, medications, earlier }: CausalityContext): FactId[] {
  return [...sinceDoses, ...medications, ...earlier].map(({ fact }) => fact)
}
