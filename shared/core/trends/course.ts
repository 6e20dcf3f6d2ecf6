import { type DayNumber, dayOf, type EventTime, localDateOf } from '../civil-date.ts'
import type { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { siteDaysOf } from '../schedule/event-days.ts'
import type { TrendSource } from './source.ts'

type About = 'anticoagulation' | 'hepatic_encephalopathy' | 'dialysis'

/** What is charted of a state that comes and goes, to be asked day by day. */
export interface Course {
  /** Episodes that cover the day for certain. */
  during(day: DayNumber): readonly Fact[]
  /** Episodes of which it is not known whether they reach the day. */
  perhapsDuring(day: DayNumber): readonly Fact[]
  /** A negative finding that covers every day from `first` to `last`. */
  absence(first: DayNumber, last: DayNumber): Fact | undefined
}

interface Span {
  readonly fact: Fact
  readonly certain: { readonly from: DayNumber; readonly to: DayNumber }
  readonly possible: { readonly from: DayNumber; readonly to: DayNumber }
}

/** The course of one such state. */
export function courseOf(about: About, { facts, siteDay }: Pick<TrendSource, 'facts' | 'siteDay'>): Course {
  const days = (time: EventTime) => siteDaysOf(time, siteDay)
  const episodes: Span[] = []
  const absences: Span[] = []
  for (const fact of facts) {
    const { content } = fact
    if (content.kind === about) episodes.push(spanOf(fact, content))
    else if (content.kind === 'negative_finding' && content.about === about && !content.types)
      absences.push(spanOf(fact, content))
  }
  const covers = ({ from, to }: Span['certain'], day: DayNumber) => from <= day && day <= to
  return {
    during: day => episodes.filter(({ certain }) => covers(certain, day)).map(({ fact }) => fact),
    perhapsDuring: day =>
      episodes
        .filter(({ certain, possible }) => covers(possible, day) && !covers(certain, day))
        .map(({ fact }) => fact),
    absence: (first, last) =>
      absences.find(({ certain }) => certain.from <= first && certain.to >= last)?.fact,
  }

  function spanOf(
    fact: Fact,
    { from, to, kind }: Extract<FactContent, { kind: About | 'negative_finding' }>,
  ): Span {
    const start = from === undefined ? undefined : days(from)
    const isFinding = kind === 'negative_finding'
    const entered = dayOf(localDateOf(fact.enteredAt))
    const open = { earliest: start?.latest ?? Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
    // What is ongoing was so on the day that it was charted; nobody knows for how long after it.
    const end =
      to === undefined
        ? open
        : to === 'ongoing'
          ? { earliest: entered, latest: Number.POSITIVE_INFINITY }
          : days(to)
    const whole = isFinding && start === undefined ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    return {
      fact,
      certain: { from: start?.latest ?? whole, to: end.earliest },
      possible: { from: start?.earliest ?? Number.NEGATIVE_INFINITY, to: end.latest },
    }
  }
}
