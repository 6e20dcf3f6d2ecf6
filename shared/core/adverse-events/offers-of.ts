import { seriesOfTerm } from '../trends/grades.ts'
import type { Point, Series, SeriesId } from '../trends/series.ts'
import { CtcaeName, ctcaeEntries } from './ctcae-entries.ts'
import type { EventSource } from './event-source.ts'
import { inTrialSince } from './in-trial-since.ts'
import type { Offer } from './offer.ts'
import { isBefore } from './order.ts'
import { risesIn } from './rises.ts'
import { isSettled } from './settled-results.ts'

/** The term that the values of each series are graded by. */
const termOfSeries: ReadonlyMap<SeriesId, CtcaeName> = new Map(
  CtcaeName.options.flatMap(key => {
    const series = seriesOfTerm(ctcaeEntries[key].name)
    return series === undefined ? [] : [[series, key] as const]
  }),
)

/**
 * Graded values since consent with which something appeared or got worse, and for which nobody has recorded an event or
 * decided that it is none; the newest first.
 */
export function offersOf(series: readonly Series[], source: EventSource): Offer[] {
  const since = inTrialSince(source)
  if (since === undefined) return []
  const found = series.flatMap(one => {
    const term = termOfSeries.get(one.id)
    if (term === undefined) return []
    return risesIn(one, source)
      .filter(({ point }) => !isBefore(point.on, since, source.siteDay))
      .filter(rise => !isSettled({ ...rise, term }, source))
      .map(({ point, fact, before }) => ({
        at: point.at,
        offer: offerOf(point, { fact, before, term, of: one }),
      }))
  })
  return found.sort((a, b) => b.at - a.at).map(({ offer }) => offer)
}

/** As many digits of a baseline as stand beside a chart: a mean has no end of them. */
const SHOWN_DIGITS = 4

function offerOf(
  { on, printed, grade }: Point,
  { fact, before, term, of }: Pick<Offer, 'before' | 'term'> & { fact: Offer['result']; of: Series },
): Offer {
  return {
    ...{ result: fact, term, name: of.name, on, printed, before },
    absolute: grade?.absolute ?? null,
    relative: grade?.relative ?? null,
    baseline: of.baseline && Number(of.baseline.value.toPrecision(SHOWN_DIGITS)),
    unit: of.unit,
  }
}
