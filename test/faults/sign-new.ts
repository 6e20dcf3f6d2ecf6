import { sampleChart } from '#test/support/sample-file.ts'
import { SIGNED_PROTOCOL } from '#test/support/sign.ts'
import type { SiteOn } from './site-on.ts'
import { PEOPLE } from './template.ts'

/** Charts an eligible candidate under this number and signs for them; answers the signature. */
export async function signNew(api: SiteOn['api'], screeningNumber: string): Promise<string> {
  const { candidate, facts } = sampleChart('tr-001-eligible')
  const { patient } = await api.patients.register({ ...candidate, screeningNumber })
  const own = facts.map(({ content }) => ({
    content: content.kind === 'judgement' ? { ...content, judgedBy: 'Chen Wei' } : content,
  }))
  await api.facts.record({ patientId: patient.id, facts: own })
  const request = { kind: 'eligibility', patientId: patient.id, protocolId: SIGNED_PROTOCOL } as const
  const { sha256, meanings } = await api.signatures.review({ request })
  const [meaning] = meanings
  if (sha256 === null || meaning === undefined) throw new Error('cannot be signed')
  const items = [{ request, meaning, reviewed: sha256 }]
  const [signed] = await api.signatures.sign({ ...PEOPLE[0], language: 'bilingual', items })
  if (signed === undefined) throw new Error('nothing was signed')
  return signed.id
}
