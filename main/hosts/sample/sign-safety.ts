import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { NewFact } from '#shared/api/facts.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import type { Login } from './colleagues.ts'
import type { PlaybackClock } from './play-back.ts'
import { signAll } from './sign-off.ts'

type EngineClient = Client<typeof contract>

const MINUTE = 60_000

interface Signing {
  readonly client: EngineClient
  readonly clock: PlaybackClock
  readonly investigator: Login
}

/**
 * Leaves judgements of causality in the states that a site meets: two signed, one that a medicine reported late has
 * overtaken, others judged and not signed or not judged yet; and an event that is followed up.
 */
export async function signSafety({ client, clock, investigator }: Signing): Promise<void> {
  const { events } = await client.adverseEvents.list({})
  const of = (screeningNumber: string, start: string) => {
    const found = events.find(
      one => one.screeningNumber === screeningNumber && one.content.term.startsWith(start),
    )
    if (found === undefined) throw new Error(`the sample has no ${start} of ${screeningNumber}`)
    return found
  }
  const flare = of('TR-106', 'alanine')
  const judged = [of('TR-101', 'chills'), of('TR-103', 'oesophageal'), flare]
  await signAll(
    client,
    investigator,
    judged.map(({ patientId, event }) => ({ kind: 'causality', patientId, event })),
  )
  clock.moveTo(clock.now().getTime() + MINUTE)
  await client.facts.record({ patientId: flare.patientId, facts: [LATE_HERBS] })
  await followUp(client, flare)
}

/** Told late: taken in the weeks before the flare, and nobody knew when its cause was judged. */
const LATE_HERBS = NewFact.parse({
  content: {
    ...{ kind: 'concomitant_medication', from: '2026-01-20', to: '2026-02-12' },
    ...{ name: 'herbal decoction 中药汤剂', indication: 'fatigue' },
  },
  source: { kind: 'report', reference: 'told by a relative (invented)' },
})

/** How the flare went on, which came after it was recorded. */
async function followUp(
  client: EngineClient,
  { event, version, patientId, content }: ListedEvent,
): Promise<void> {
  const fact = (await client.facts.list({ patientId })).find(({ id }) => id === event)
  if (fact === undefined) throw new Error('the event is in no chart')
  const text = 'Fell by week 8 and was normal at week 12 (invented).'
  const followed = NewFact.parse({
    content: {
      ...{ ...content, to: '2026-04-07', outcome: 'recovered' },
      grades: [...content.grades, { grade: 1, from: '2026-03-10' }],
      followUps: [{ on: '2026-04-07', text }],
    },
    source: fact.source,
  })
  await client.facts.correct({ factId: event, expectedVersion: version, reason: text, ...followed })
}
