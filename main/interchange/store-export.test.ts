import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ExportFormat } from '#shared/core/exports/request.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { signedAndTaken } from '#test/support/exported.ts'
import { chartSample, enableChen, SIGNED_PROTOCOL, signNow, signReadings } from '#test/support/sign.ts'
import { Bundle } from './fhir/r4/resources.ts'
import { checkOdm } from './odm/check-odm.ts'
import { readOdm } from './odm/read-odm.ts'

// What is exported is signed, and documents are drawn.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let site: TestSite
let patientId: PatientId

beforeAll(async () => {
  site = await startSite()
  await enableChen(site)
  await signReadings(site)
  patientId = await chartSample(site, 'tr-001-eligible')
  await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
})
afterAll(() => site.dispose())

async function exported(format: ExportFormat, job: string): Promise<Uint8Array> {
  const made = await site.api.exports.prepare({
    ...{ job, request: { format, patients: null, protocolId: null, pseudonymised: format === 'fhir' } },
    ...{ why: 'asked for by the sponsor', language: 'bilingual' },
  })
  const files = await signedAndTaken(site, made)
  const [file] = [...files].filter(([path]) => /^(?:odm\.xml|fhir-bundle\.json)$/.test(path))
  return file?.[1] ?? new Uint8Array()
}

it('ODM of a store is ODM, and gives the facts that are charted and the signature that stands', async () => {
  const bytes = await exported('odm', '2b5ad3f0-3f64-4d57-9c3e-000000000001')
  expect(checkOdm(bytes, 'odm.xml')).toEqual([])
  const [subject] = [...readOdm(bytes, 'odm.xml').subjects()]
  const charted = await site.api.facts.list({ patientId })
  const contents = (facts: readonly { id: string; content: unknown }[]) =>
    facts.map(({ id, content }) => ({ id, content }))
  expect(contents(subject?.facts ?? [])).toEqual(contents(charted))
  expect(subject?.signatures).toMatchObject([{ meaning: 'eligibility_approval', status: 'current' }])
})

it('a FHIR Bundle of a store is R4, and has the signature beside the patient', async () => {
  const bytes = await exported('fhir', '2b5ad3f0-3f64-4d57-9c3e-000000000002')
  const { entry } = Bundle.parse(JSON.parse(Buffer.from(bytes).toString()))
  const signed = entry.flatMap(({ resource }) =>
    resource.resourceType === 'Provenance' && resource.signature !== undefined ? [resource] : [],
  )
  expect(signed.map(({ activity }) => activity.coding?.[0]?.code)).toEqual(['eligibility_approval'])
})
