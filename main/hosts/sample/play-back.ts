import type { z } from 'zod'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { site } from '#shared/api/site.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId, ProtocolId } from '#shared/core/ids.ts'
import { addColleagues, type Colleagues } from './colleagues.ts'
import type { SampleSite } from './sample-files.ts'

type EngineClient = Client<typeof contract>

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

/** What a past is played back with. */
export interface PlayBack {
  /** The client of an engine that runs by `clock`, on a folder without a store. */
  readonly client: EngineClient
  readonly clock: PlaybackClock
  readonly sample: SampleSite
  readonly investigator: z.input<typeof site.create.input>['principalInvestigator']
  /** Who works there too; the first of them is the second person where one is needed. */
  readonly colleagues: Colleagues
  readonly onProgress: (step: string) => void
  /** Called while the protocols that publish no criteria have none yet. */
  readonly beforeCriteria?: () => Promise<void>
}

/** Creates the store of the sample site and enters what its files hold, as the investigator and at its own time. */
export async function playBack(past: PlayBack) {
  const { client, sample, investigator, colleagues, onProgress } = past
  onProgress('creating an encrypted store')
  const { name, number, timeZone, training } = sample.site
  const created = { name, number, timeZone, training, principalInvestigator: investigator }
  const { recoveryKey } = await client.site.create(created)
  onProgress('adding users')
  await addColleagues(client, investigator, colleagues)
  for (const laboratory of sample.laboratories) await client.laboratories.add(laboratory)
  await enterConduct(client, sample)
  onProgress(`charting ${sample.charts.length} candidates`)
  const possibleDuplicates = await chartCandidates(past)
  onProgress('choosing readings, entering criteria')
  const ownCriteria = new Set<string>(sample.criteria.map(({ protocol }) => protocol))
  await chooseReadings(client, sample, protocol => !ownCriteria.has(protocol))
  await past.beforeCriteria?.()
  await enterCriteria(client, sample)
  await chooseReadings(client, sample, protocol => ownCriteria.has(protocol))
  return { recoveryKey, possibleDuplicates }
}

/**
 * Charts the candidates as they were charted: the clock stands at the time of each entry while the engine takes it, so
 * that when a fact was entered is what its record says. Answers who was pointed out as a possible duplicate.
 */
async function chartCandidates({ client, sample, clock, colleagues }: PlayBack): Promise<string[]> {
  const registered = new Map<Chart, PatientId>()
  const duplicates: string[] = []
  const ids = new Map<FactId, FactId>()
  for (const { chart, at, facts } of entriesOf(sample.charts)) {
    clock.moveTo(at)
    const known = registered.get(chart)
    const patientId = known ?? (await register(client, chart, duplicates))
    registered.set(chart, patientId)
    if (facts.length === 0) continue
    const contents = facts.map(({ content, source }) => ({ content: referring(content, ids), source }))
    const override = hasBegun(facts) ? overrideBy(colleagues) : undefined
    const recorded = await client.facts.record({ patientId, facts: contents, ...(override && { override }) })
    recorded.facts.forEach(({ id }, index) => {
      const sample = facts[index]
      if (sample !== undefined) ids.set(sample.id, id)
    })
  }
  clock.moveTo(clock.now().getTime() + MINUTE)
  return duplicates
}

/** Facts get ids of their own as they are charted: what refers to another one by its id in the file refers to that. */
function referring(content: FactContent, ids: ReadonlyMap<FactId, FactId>): FactContent {
  const referred = Object.entries<unknown>(content).map(([name, value]): [string, unknown] => [
    name,
    name === 'event' || name === 'result' ? (ids.get(value as FactId) ?? value) : value,
  ])
  return FactContent.parse(Object.fromEntries(referred))
}

/** What began before this site signed anything: no signature covers it. */
function hasBegun(facts: readonly Fact[]): boolean {
  return facts.some(
    ({ content }) =>
      content.kind === 'dose' ||
      (content.kind === 'enrolment' && ['enrolled', 'dosed'].includes(content.status)),
  )
}

function overrideBy([{ loginName, password }]: Colleagues) {
  const reason = 'Invented for training: enrolled before this site worked with Lobule.'
  return { second: { loginName, password }, reason }
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

/** Enters how the invented site conducts each protocol. */
async function enterConduct(client: EngineClient, sample: SampleSite): Promise<void> {
  const { schedules, charting, safety } = sample
  const first = (protocolId: ProtocolId) => ({ protocolId, expectedVersion: 0 })
  for (const content of schedules) await client.conduct.enterSchedule({ ...first(content.protocol), content })
  for (const content of charting) await client.conduct.enterCharting({ ...first(content.protocol), content })
  for (const content of safety) await client.conduct.enterSafety({ ...first(content.protocol), content })
}

/** Chooses the sample readings of one protocol. */
async function chooseReadings(
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
async function enterCriteria(client: EngineClient, { criteria }: SampleSite): Promise<void> {
  for (const { protocol, file, text } of criteria) {
    await client.protocols.enterCriteria({ protocolId: protocol, expectedVersion: 0, file, text })
  }
}
