import type { SignatureRequest, SignatureSummary } from '#shared/api/signatures.ts'
import { PartialDate } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import { eligibleChart } from './chart-builder.ts'
import { PASSWORD, startSite, type TestSite } from './engine.ts'
import { firstChoices } from './protocols.ts'

/** The protocol with published criteria. */
export const PROTOCOL = ProtocolId.parse('NCT05106972')

/** Adds a sub-investigator, lets them sign before `chen`, and leaves them logged in. */
export async function addSigner(site: TestSite): Promise<void> {
  await site.addUser('sub_investigator')
  await site.as('sub_investigator')
  await site.api.signing.enable({
    ...{ password: PASSWORD, newPassword: SET_BEFORE_SECOND, identityDocument: 'passport' },
    second: { loginName: 'chen', password: PASSWORD },
  })
  await site.api.session.changePassword({ currentPassword: SET_BEFORE_SECOND, newPassword: PASSWORD })
}

/** Somebody else set the first password, so that the one that signs is set before the second person. */
const SET_BEFORE_SECOND = 'set before the second person'

/** What a candidate is eligible with, charted by whoever is logged in. */
export const eligibleContents = (): FactContent[] =>
  eligibleChart()
    .build()
    .facts.map(({ content }) => content)

let count = 0

/** Registers a candidate and charts facts about them. */
export async function chart(
  site: TestSite,
  contents: readonly FactContent[],
  { sex = 'female' as const, registrationDate }: { sex?: 'female' | 'male'; registrationDate?: never } = {},
): Promise<PatientId> {
  count += 1
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: `S-${String(count).padStart(3, '0')}`, initials: 'WXM', sex },
    birthDate: PartialDate.parse('1980-05-20'),
    ...(registrationDate === undefined ? {} : { registrationDate }),
  })
  await site.api.facts.record({ patientId: patient.id, facts: contents.map(content => ({ content })) })
  return patient.id
}

/** Reviews and signs as the ceremony does. */
export async function sign(
  site: TestSite,
  request: SignatureRequest,
  { loginName = 'chen', meaning }: { loginName?: string; meaning?: Meaning } = {},
): Promise<SignatureSummary> {
  const shown = await site.api.signatures.review({ request })
  const chosen = meaning ?? shown.meanings[0]
  if (shown.sha256 === null || chosen === undefined || shown.blockers.length > 0)
    throw new Error(`cannot be signed: ${JSON.stringify(shown.blockers)}`)
  const items = [{ request, meaning: chosen, reviewed: shown.sha256 }]
  const [signed] = await site.api.signatures.sign({ loginName, password: PASSWORD, language: 'en', items })
  if (signed === undefined) throw new Error('nothing was signed')
  return signed
}

/** A site whose principal investigator signs and has signed the readings, with an eligible candidate. */
export async function startDecidedSite(contents: readonly FactContent[] = eligibleContents()) {
  const site = await startSite()
  await site.addUser('coordinator')
  await site.api.signing.enable({
    ...{ password: PASSWORD, identityDocument: 'passport' },
    second: { loginName: 'coordinator', password: PASSWORD },
  })
  await site.api.protocols.chooseReadings({
    ...{ protocolId: PROTOCOL, expectedVersion: 0, readings: firstChoices },
  })
  const configuration = await sign(site, { kind: 'configuration', protocolId: PROTOCOL })
  const patientId = await chart(site, contents)
  const request = { kind: 'eligibility', patientId, protocolId: PROTOCOL } as const
  return { ...site, configuration, patientId, request }
}
export type DecidedSite = Awaited<ReturnType<typeof startDecidedSite>>
