import { type DayBounds, type DayNumber, dayOf } from '../civil-date.ts'
import type { FactId } from '../ids.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { TrendSource } from '../trends/source.ts'
import type { CausalityContext, ComputedContext } from './context.ts'
import { dechallengeOf, stopsOf } from './dechallenge.ts'
import { earlierEpisodes } from './earlier-episodes.ts'
import type { EventFact } from './event-source.ts'
import { liverAround } from './liver-around.ts'
import { medicationsAt } from './medications-at.ts'
import { givenDoses } from './since-dose.ts'
import { sinceDosesOf } from './since-doses.ts'

/**
 * What stands beside the form on which the causality of an event is judged, with the facts that it was computed from:
 * those alone make a signature that saw it no longer current.
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
    dechallenge: dechallengeOf(event.content, stopsAt(onset, source)),
  }
  const result = event.content.result ?? []
  return { context, used: [...new Set([...factsIn(context), ...around.used].concat(result))] }
}

/** Of the first dose, else of onset, else tomorrow: then whatever is charted came before. */
function firstDay(onset: DayBounds | undefined, { trial, today }: TrendSource): DayNumber {
  const day0 = trial?.calendar.day0 ?? null
  return day0 === null ? (onset?.earliest ?? dayOf(today) + 1) : dayOf(day0)
}

function stopsAt(onset: DayBounds | undefined, { trial, facts, siteDay }: TrendSource): string[] {
  if (onset === undefined) return []
  const doses = new Set(givenDoses(trial?.calendar).map(({ given }) => given.fact))
  return facts.filter(({ id }) => doses.has(id)).flatMap(fact => stopsOf(fact, onset, siteDay))
}

function factsIn({ sinceDoses, medications, earlier }: CausalityContext): FactId[] {
  return [...sinceDoses, ...medications, ...earlier].map(({ fact }) => fact)
}
