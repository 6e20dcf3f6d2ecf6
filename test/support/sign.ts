import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { PASSWORD, type TestSite } from './engine.ts'
import { sampleChart, sampleReadings } from './sample-file.ts'

/** The protocol whose criteria are published, with the readings of the sample site. */
export const SIGNED_PROTOCOL = ProtocolId.parse('NCT05106972')

/** What a colleague of `startSigningSite` types. */
export const OWN_PASSWORD = 'a password of their own'

/** A colleague with a password of their own, who can be a second person. */
export async function addColleague(site: TestSite, role: Parameters<TestSite['addUser']>[0]) {
  const user = await site.addUser(role)
  await site.as(role)
  await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: OWN_PASSWORD })
  await site.as('chen')
  return user
}

/** Lets the principal investigator sign, in the presence of a coordinator. */
export async function enableChen(site: TestSite) {
  await addColleague(site, 'coordinator')
  return site.api.signing.enable({
    password: PASSWORD,
    second: { loginName: 'coordinator', password: OWN_PASSWORD },
    identityDocument: 'staff_card',
  })
}

/** Reviews and signs one thing as whoever is logged in. */
export async function signNow(site: TestSite, request: SignatureRequest, loginName = 'chen') {
  const { sha256, meanings, blockers } = await site.api.signatures.review({ request })
  const [meaning] = meanings
  if (sha256 === null || meaning === undefined || blockers.length > 0)
    throw new Error(`cannot be signed: ${JSON.stringify(blockers)}`)
  const [signed] = await site.api.signatures.sign({
    loginName,
    password: loginName === 'chen' ? PASSWORD : OWN_PASSWORD,
    language: 'bilingual',
    items: [{ request, meaning, reviewed: sha256 }],
  })
  if (signed === undefined) throw new Error('nothing was signed')
  return signed
}

/** Chooses and signs the readings of the sample site. */
export async function signReadings(site: TestSite) {
  const protocolId = SIGNED_PROTOCOL
  await site.api.protocols.chooseReadings({ protocolId, expectedVersion: 0, readings: sampleReadings() })
  return signNow(site, { kind: 'configuration', protocolId })
}

/** Charts a candidate of the sample site as on its last day of entries. */
export async function chartSample(site: TestSite, name: string): Promise<PatientId> {
  const { candidate, facts } = sampleChart(name)
  const { patient } = await site.api.patients.register(candidate)
  const own = (content: FactContent): FactContent =>
    content.kind === 'judgement' ? { ...content, judgedBy: 'Chen Wei' } : content
  await site.api.facts.record({
    patientId: patient.id,
    facts: facts.map(({ content }) => ({ content: own(content) })),
  })
  return patient.id
}

/** Corrects the transplant assessment, on which the sample's decision rests: it becomes possible, and no other. */
export async function reviseTransplant(site: TestSite, patientId: PatientId) {
  const facts = await site.api.facts.list({ patientId })
  const used = facts.find(({ content }) => content.kind === 'transplant_assessment')
  if (used?.content.kind !== 'transplant_assessment') throw new Error('no assessment in the sample')
  const content = { ...used.content, suitability: 'suitable' as const, donorLiver: 'available' as const }
  const { id: factId, version: expectedVersion } = used
  return site.api.facts.correct({ factId, expectedVersion, content, reason: 'assessed anew' })
}
