import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { SampleSite } from './sample-site.ts'

export type EngineClient = Client<typeof contract>

/** The engine's clock while a past is played back; it only goes forward. */
export interface PlaybackClock {
  readonly now: () => Date
  readonly moveTo: (instant: number) => void
}

/** A clock that starts before the first entry of the charts. */
export function playbackClock(charts: readonly Chart[]): PlaybackClock {
  const first = Math.min(...entriesOf(charts).map(({ at }) => at))
  let current = first - MINUTE
  return {
    now: () => new Date(current),
    moveTo: instant => {
      current = Math.max(current, instant)
    },
  }
}

const MINUTE = 60_000

interface Entry {
  readonly chart: Chart
  readonly at: number
  readonly facts: readonly Fact[]
}

/**
 * Charts the candidates as they were charted: the clock stands at the time of each entry while the engine takes it, so
 * that when a fact was entered is what its record says. Answers who was pointed out as a possible duplicate.
 */
export async function chartCandidates(
  client: EngineClient,
  charts: readonly Chart[],
  clock: PlaybackClock,
): Promise<string[]> {
  const registered = new Map<Chart, PatientId>()
  const duplicates: string[] = []
  for (const { chart, at, facts } of entriesOf(charts)) {
    clock.moveTo(at)
    const known = registered.get(chart)
    const patientId = known ?? (await register(client, chart, duplicates))
    registered.set(chart, patientId)
    if (facts.length === 0) continue
    const contents = facts.map(({ content, source }) => ({ content, source }))
    await client.facts.record({ patientId, facts: contents })
  }
  clock.moveTo(clock.now().getTime() + MINUTE)
  return duplicates
}

async function register(
  client: EngineClient,
  { candidate }: Chart,
  duplicates: string[],
): Promise<PatientId> {
  const { patient, possibleDuplicates } = await client.patients.register(candidate)
  for (const other of possibleDuplicates) duplicates.push(`${candidate.screeningNumber} – ${other}`)
  return patient.id
}

/** Every visit to the keyboard, in the order of time. A candidate without facts is registered at the start. */
function entriesOf(charts: readonly Chart[]): Entry[] {
  const entries = charts.flatMap(chart => {
    const times = Map.groupBy(chart.facts, ({ enteredAt }) => Date.parse(enteredAt))
    return [...times].map(([at, facts]): Entry => ({ chart, at, facts }))
  })
  const start = Math.min(...entries.map(({ at }) => at))
  const empty = charts.filter(({ facts }) => facts.length === 0)
  return [...empty.map((chart): Entry => ({ chart, at: start, facts: [] })), ...entries].sort(
    (a, b) => a.at - b.at,
  )
}

/** Chooses the sample readings of one protocol. */
export async function chooseReadings(
  client: EngineClient,
  { readings }: SampleSite,
  which: (protocol: string) => boolean,
): Promise<void> {
  for (const file of readings) {
    if (!which(file.protocol)) continue
    await client.protocols.chooseReadings({
      ...{ protocolId: file.protocol, expectedVersion: 0, readings: file.readings },
    })
  }
}

/** Enters the invented criteria of the protocols that publish none. */
export async function enterCriteria(client: EngineClient, { criteria }: SampleSite): Promise<void> {
  for (const { protocol, file, text } of criteria) {
    await client.protocols.enterCriteria({ protocolId: protocol, expectedVersion: 0, file, text })
  }
}
