import type { z } from 'zod'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { NewFact } from '#shared/api/facts.ts'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Login } from './colleagues.ts'
import type { PlaybackClock } from './play-back.ts'

type EngineClient = Client<typeof contract>

const FULL = ProtocolId.parse('NCT05106972')
const MINUTE = 60_000

/** Who signs at the sample site, and who stands beside. */
interface Signatories {
  readonly client: EngineClient
  readonly clock: PlaybackClock
  readonly investigator: Login
  readonly subInvestigator: Login
  /** What the sub-investigator signs with: set before the second person, because somebody else knew the one before. */
  readonly signingPassword: string
  readonly second: Login
}

/**
 * Leaves one signature in each state that a site meets: a candidate approved, a screen failure, an approval that waits
 * for the principal investigator, and one that a bleeding reported late has overtaken.
 */
export async function signSample(people: Signatories): Promise<void> {
  const { client, clock, investigator, subInvestigator, second, signingPassword } = people
  const of = await candidates(client)
  await enableSigning(client, investigator, second)
  await signAll(
    client,
    investigator,
    (await client.protocols.list({})).map(({ id }) => ({ kind: 'configuration', protocolId: id })),
  )
  await signAll(client, investigator, [of('TR-001'), of('TR-002'), of('TR-005')])
  const reason = 'The approved protocol asks for it.'
  await client.settings.change({ expectedVersion: 0, changes: { countersignature: true }, reason })
  await client.session.lock({})
  await client.session.unlock(plain(subInvestigator))
  await enableSigning(client, { ...subInvestigator, newPassword: signingPassword }, investigator)
  await judgeAgain(client, of('TR-003').patientId)
  await signAll(client, { ...subInvestigator, password: signingPassword }, [of('TR-003')])
  await client.session.lock({})
  await client.session.unlock(plain(investigator))
  clock.moveTo(clock.now().getTime() + MINUTE)
  await client.facts.record({ patientId: of('TR-005').patientId, facts: [LATE_BLEEDING] })
}

/** Reported after eligibility was signed, of a day that its evaluation would have looked at. */
const LATE_BLEEDING = NewFact.parse({
  content: {
    ...{ kind: 'upper_gi_bleeding', from: '2026-11-09', to: '2026-11-10' },
    clinicallySignificant: 'yes',
  },
  source: { kind: 'report', reference: 'discharge letter of another hospital (invented)' },
})

/** A signature takes the signer's own judgement: what the principal investigator judged, judged by who is logged in. */
async function judgeAgain(client: EngineClient, patientId: PatientId): Promise<void> {
  const [{ user }, facts] = await Promise.all([client.session.current({}), client.facts.list({ patientId })])
  const judged = facts.flatMap(({ content, source }) =>
    content.kind === 'judgement' && content.protocol === FULL
      ? [{ content: { ...content, judgedBy: user.fullName }, source }]
      : [],
  )
  await client.facts.record({ patientId, facts: judged })
}

async function candidates(client: EngineClient) {
  const ids = new Map(
    (await client.patients.list({})).map(({ screeningNumber, id }) => [screeningNumber, id]),
  )
  return (screeningNumber: string) => ({
    kind: 'eligibility' as const,
    patientId: PatientId.parse(ids.get(screeningNumber)),
    protocolId: FULL,
  })
}

const plain = ({ loginName, password }: Login): Login => ({ loginName, password })

/** Makes the key pair and certificate of whoever is logged in, before a second person. */
export async function enableSigning(
  client: EngineClient,
  { password, newPassword }: Login & { readonly newPassword?: string },
  second: Login,
): Promise<void> {
  await client.signing.enable({
    password,
    ...(newPassword !== undefined && { newPassword }),
    second: plain(second),
    identityDocument: 'staff_card',
  })
}

/** Reviews and signs as the ceremony in the window does: all of these, one after the other, or none. */
export async function signAll(
  client: EngineClient,
  own: Login,
  requests: readonly z.input<typeof SignatureRequest>[],
) {
  const items = []
  for (const request of requests) {
    const { sha256, meanings, blockers } = await client.signatures.review({ request })
    const [meaning] = meanings
    if (sha256 === null || meaning === undefined || blockers.length > 0) {
      throw new Error(`the sample cannot be signed: ${JSON.stringify(blockers)}`)
    }
    items.push({ request, meaning, reviewed: sha256 })
  }
  return client.signatures.sign({ ...plain(own), language: 'bilingual', items })
}
