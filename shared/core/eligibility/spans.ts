import { type CivilDate, type DayNumber, dateOf } from '../civil-date.ts'
import type { Segment } from './criterion.ts'
import type { Outcome, Verdict, VerdictInterval } from './verdict.ts'

/** Violated outranks all else; one criterion that is not satisfied is enough to leave the verdict open. */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  if (outcomes.includes('violated')) return 'ineligible'
  return outcomes.every(outcome => outcome === 'satisfied') ? 'eligible' : 'undetermined'
}

/** Days with one verdict; open sides are infinite. */
export interface Span {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly verdict: Verdict
}

/** The verdict over all days: the criteria's segments intersected, neighbours with the same verdict joined. */
export function verdictSpans(timelines: readonly (readonly Segment[])[]): readonly Span[] {
  const starts = [...new Set(timelines.flatMap(segments => segments.map(({ from }) => from)))].sort((a, b) =>
    a < b ? -1 : 1,
  )
  const cursors = timelines.map(() => 0)
  const spans: Span[] = []
  starts.forEach((from, index) => {
    const next = starts[index + 1]
    const to = next === undefined ? Number.POSITIVE_INFINITY : next - 1
    const outcomes = timelines.map((segments, timeline) => {
      while ((segments[cursors[timeline] ?? 0]?.to ?? Infinity) < from)
        cursors[timeline] = (cursors[timeline] ?? 0) + 1
      return segments[cursors[timeline] ?? 0]?.finding.outcome ?? 'unknown'
    })
    const verdict = verdictOf(outcomes)
    const last = spans.at(-1)
    if (last?.verdict === verdict) spans[spans.length - 1] = { ...last, to }
    else spans.push({ from, to, verdict })
  })
  return spans
}

/** The text of a day, null for an open side. */
export function dateOrOpen(day: DayNumber): CivilDate | null {
  return Number.isFinite(day) ? dateOf(day) : null
}

export function verdictInterval({ from, to, verdict }: Span): VerdictInterval {
  return { from: dateOrOpen(from), to: dateOrOpen(to), verdict }
}
