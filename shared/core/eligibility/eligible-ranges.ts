import type { DayNumber } from '../civil-date.ts'
import type { Question, Segment } from './criterion.ts'
import type { PreparedProtocol } from './prepare.ts'
import { explainOn, findingOn } from './result.ts'
import { dateOrOpen, type Span } from './spans.ts'
import type { EdgeCriterion, EligibleRange } from './verdict.ts'

type Timelines = readonly (readonly Segment[])[]

/** The spans of eligibility, each with the criteria that open and close it, and what those say beyond the edge. */
export function eligibleRanges(
  spans: readonly Span[],
  timelines: Timelines,
  prepared: PreparedProtocol,
  question: Question,
): EligibleRange[] {
  const { lastEntry } = question.chart
  return spans
    .filter(({ verdict }) => verdict === 'eligible')
    .map(({ from, to }) => ({
      from: dateOrOpen(from),
      to: dateOrOpen(to),
      projectedFrom: to > lastEntry ? dateOrOpen(Math.max(from, lastEntry + 1)) : null,
      openedBy: Number.isFinite(from) ? edge(from - 1, timelines, prepared, question) : [],
      closedBy: Number.isFinite(to) ? edge(to + 1, timelines, prepared, question) : [],
    }))
}

/** The criteria that are not satisfied on the day beyond an edge. */
function edge(
  day: DayNumber,
  timelines: Timelines,
  prepared: PreparedProtocol,
  question: Question,
): EdgeCriterion[] {
  return prepared.criteria.flatMap((part, index) => {
    const segments = timelines[index] ?? []
    const { outcome } = findingOn(segments, day)
    if (outcome === 'satisfied') return []
    const { id, label } = part.criterion
    return [{ criterion: id, label, outcome, why: explainOn(part, day, segments, question) }]
  })
}
