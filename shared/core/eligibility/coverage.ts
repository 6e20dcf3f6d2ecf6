import type { DayNumber } from '../civil-date.ts'
import type { EpisodeKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { IndexedChart, IndexedFinding } from './chart-index.ts'
import type { Coverage } from './finding.ts'

type Covered =
  | { readonly state: 'covered'; readonly findings: readonly Fact[]; readonly assumesRenewal: boolean }
  | { readonly state: 'gap'; readonly type: string | undefined; readonly covered: readonly Coverage[] }

/**
 * Whether negative findings cover every day from `days.from` to `days.to`, for every type asked for. On a projected
 * day (after the last entry) each finding that held on the day it was charted counts as renewed to that day; the answer
 * says where it needs that. A finding about a span that had closed, or after which the question was asked in vain, is not.
 */
export function coverage(
  topic: EpisodeKind,
  types: readonly (string | undefined)[],
  days: { from: DayNumber; to: DayNumber },
  anchor: DayNumber,
  chart: IndexedChart,
): Covered {
  const findings = chart.findings(topic)
  const projected = anchor > chart.lastEntry
  const asked = chart.statuses(topic).find(({ content, on }) => content.state === 'unknown' && on <= anchor)
  const renewed = ({ to, wasCurrent }: IndexedFinding) =>
    wasCurrent && (asked === undefined || asked.on <= to) ? days.to : to
  const used = new Set<Fact>()
  let assumesRenewal = false
  for (const type of types) {
    const about = findings.filter(
      ({ content }) => content.types === undefined || content.types.some(t => t === type),
    )
    const charted = cover(about, days, ({ to }) => to)
    const found = charted ?? (projected ? cover(about, days, renewed) : undefined)
    if (found === undefined) return { state: 'gap', type, covered: spansOf(about) }
    if (charted === undefined) assumesRenewal = true
    for (const fact of found) used.add(fact)
  }
  return { state: 'covered', findings: [...used], assumesRenewal }
}

/** The findings, sorted by their first day, that together leave no day out; or undefined. */
function cover(
  findings: readonly IndexedFinding[],
  { from, to }: { from: DayNumber; to: DayNumber },
  lastDay: (finding: IndexedFinding) => DayNumber,
): readonly Fact[] | undefined {
  const used: Fact[] = []
  let next = from
  for (const finding of findings) {
    const until = Math.max(finding.to, lastDay(finding))
    if (finding.from > next) break
    if (until < next) continue
    used.push(finding.fact)
    if (until >= to) return used
    next = until + 1
  }
  return undefined
}

/** The spans that findings, sorted by their first day, cover; those that touch are one. */
function spansOf(findings: readonly IndexedFinding[]): Coverage[] {
  const spans: Coverage[] = []
  for (const { from, to } of findings) {
    const last = spans.at(-1)
    if (last && from <= last.to + 1) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else spans.push({ from, to })
  }
  return spans
}
