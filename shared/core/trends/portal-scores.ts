import { portalVein } from '../scores/portal-vein.ts'
import { seriesDefinition } from './definitions.ts'
import { emptyGathered, type Gathered, lack, take } from './gather.ts'
import type { Measured, MeasuredChart } from './measured.ts'
import { type Outcome, whyNot } from './outcome.ts'
import type { ScoreSeries } from './series.ts'

interface PortalScore {
  readonly id: ScoreSeries
  readonly gathered: Gathered
  readonly outcome: Outcome
}

/** Flow and congestion index of each examination that measured one of the two: both must be of the same examination. */
export function portalScores(chart: MeasuredChart): PortalScore[] {
  const pairs = new Map<string, { diameter?: Measured; velocity?: Measured }>()
  for (const diameter of chart.get('portal_diameter')?.points ?? []) pairs.set(diameter.fact.id, { diameter })
  for (const velocity of chart.get('portal_mean_velocity')?.points ?? []) {
    pairs.set(velocity.fact.id, { ...pairs.get(velocity.fact.id), velocity })
  }
  return [...pairs.values()].sort((a, b) => placeIn(a) - placeIn(b)).flatMap(scored)
}

interface Pair {
  readonly diameter?: Measured
  readonly velocity?: Measured
}

const placeIn = ({ diameter, velocity }: Pair) => (diameter ?? velocity)?.at ?? 0

/** An examination without velocity (CT, MR) is no attempt at either score, and leaves no gap. */
function scored({ diameter, velocity }: Pair): PortalScore[] {
  const either = velocity ?? diameter
  if (either === undefined || velocity === undefined) return []
  const gathered = emptyGathered(either.day)
  const result = portalVein({
    diameterMm: takeOne('portal_diameter', diameter, gathered),
    meanVelocityCmPerS: takeOne('portal_mean_velocity', velocity, gathered),
  })
  const outcome = (value: number): Outcome => ({ value, category: null })
  if (result.state !== 'scored') {
    const lacks = gathered.lacks.length > 0 ? gathered.lacks : [whyNot(result)]
    return ids.map(id => ({ id, gathered, outcome: { lacks } }))
  }
  const { flowMlPerMin, congestionIndex } = result.value
  return [
    { id: 'portal_flow_computed', gathered, outcome: outcome(flowMlPerMin) },
    { id: 'congestion_index', gathered, outcome: outcome(congestionIndex) },
  ]
}

const ids = ['portal_flow_computed', 'congestion_index'] as const

function takeOne(
  series: 'portal_diameter' | 'portal_mean_velocity',
  value: Measured | undefined,
  into: Gathered,
): number | undefined {
  const { name } = seriesDefinition(series)
  if (value === undefined) return lack(name, into)
  take(name, value.printed, value, into)
  into.values.push(value)
  return value.value ?? undefined
}
