import type { DayNumber } from '../civil-date.ts'
import type { EpisodeKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { IndexedChart, IndexedFinding } from './chart-index.ts'
import type { Coverage } from './finding.ts'

type Covered =
  | { readonly state: 'covered'; readonly findings: readonly Fact[]; readonly assumesRenewal: boolean }
  | { readonly state: 'gap'; readonly type: string | undefined; readonly hull: Coverage | undefined }

/**
 * Whether negative findings cover every day from `days.from` to `days.to`, for every type asked for. On a projected
 * day (after the last entry) each finding counts as renewed to that day; the answer says where it needs that. A finding
 * after which the question was asked in vain is not renewed.
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
  const renewed = (last: DayNumber) => (asked !== undefined && asked.on > last ? last : days.to)
  const used = new Set<Fact>()
  let assumesRenewal = false
  for (const type of types) {
    const about = findings.filter(
      ({ content }) => content.types === undefined || content.types.some(t => t === type),
    )
    const charted = cover(about, days, day => day)
    const found = charted ?? (projected ? cover(about, days, renewed) : undefined)
    if (found === undefined) return { state: 'gap', type, hull: hullOf(about) }
    if (charted === undefined) assumesRenewal = true
    for (const fact of found) used.add(fact)
  }
  return { state: 'covered', findings: [...used], assumesRenewal }
}

/** The findings, sorted by their first day, that together leave no day out; or undefined. */
function cover(
  findings: readonly IndexedFinding[],
  { from, to }: { from: DayNumber; to: DayNumber },
  lastDay: (day: DayNumber) => DayNumber,
): readonly Fact[] | undefined {
  const used: Fact[] = []
  let next = from
  for (const { fact, from: first, to: last } of findings) {
    const until = Math.max(last, lastDay(last))
    if (first > next) break
    if (until < next) continue
    used.push(fact)
    if (until >= to) return used
    next = until + 1
  }
  return undefined
}

function hullOf(findings: readonly IndexedFinding[]): Coverage | undefined {
  if (findings.length === 0) return undefined
  return {
    from: Math.min(...findings.map(({ from }) => from)),
    to: Math.max(...findings.map(({ to }) => to)),
  }
}
