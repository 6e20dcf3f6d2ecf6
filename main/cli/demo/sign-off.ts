import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#main/hosts/resources.ts'
import type { Login } from '#main/hosts/sample/colleagues.ts'
import { enableSigning, signAll } from '#main/hosts/sample/sign-off.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { PatientId, ProtocolId, type Sha256 } from '#shared/core/ids.ts'
import { buildVerifier } from '../start/build.ts'
import { type Verified, verifyFile } from '../verification.ts'
import { judgedEvent } from './judged-event.ts'

type EngineClient = Client<typeof contract>

/** A decision or review that was signed, and the file that it was written to. */
interface Filed {
  readonly screeningNumber: string
  readonly signature: SignatureSummary
  readonly file: string
  readonly verified: Verified
}

/** What was signed, filed and verified, and what a changed copy says. */
export interface SignOff {
  readonly folder: string
  readonly fingerprint: Sha256
  readonly filed: readonly Filed[]
  readonly verifierPage: string
  readonly tampered: Verified
}

/** Who signs, before whom, on what, and into which folder. */
export interface SignOffSetting {
  readonly client: EngineClient
  readonly investigator: Login
  readonly second: Login
  readonly folder: string
  readonly now: () => Date
  readonly onProgress: (step: string) => void
}

const PROTOCOL = ProtocolId.parse('NCT05106972')
/** One who is eligible, and one whom albumin excludes. */
const CANDIDATES = ['TR-001', 'TR-002'] as const

/** One who has had two doses, and whose trends are reviewed. */
const PATIENT = 'TR-101'

/** One who tells of an adverse event. */
const TELLER = 'TR-105'

/**
 * Signs one decision of each kind, a review of trends and the causality of an adverse event, writes the PDFs and the page that verifies them, and verifies
 * a changed copy too.
 */
export async function signOff(setting: SignOffSetting): Promise<SignOff> {
  const { client, investigator, second, folder, now, onProgress } = setting
  onProgress('signing')
  await enableSigning(client, investigator, second)
  await signAll(client, investigator, [{ kind: 'configuration', protocolId: PROTOCOL }])
  const idOf = await patientIds(client)
  const signed = await signAll(client, investigator, CANDIDATES.map(decisionAbout(idOf)))
  onProgress('drawing trends')
  const reviewed = await signAll(client, investigator, [await chartReview(client, idOf(PATIENT))])
  onProgress('recording an adverse event')
  const judged = await signAll(client, investigator, [await judgedEvent(client, idOf(TELLER))])
  onProgress('writing documents')
  const verifierPage = await writeVerifier(client, folder)
  const authority = await client.signing.authority({})
  if (authority === null) throw new Error('the site has no certificate')
  const filed: Filed[] = []
  for (const [index, screeningNumber] of [...CANDIDATES, PATIENT, TELLER].entries()) {
    const signature = [...signed, ...reviewed, ...judged][index]
    if (signature?.document == null) throw new Error(`${screeningNumber} was not signed`)
    const { fileName, pdf } = await client.documents.export({ id: signature.document, how: 'file' })
    const file = join(folder, fileName)
    await writeFile(file, pdf, 'base64')
    const verified = await verifyFile(file, { authority: authority.sha256, render: true, now: now() })
    filed.push({ screeningNumber, signature, file, verified })
  }
  const [first] = filed
  if (first === undefined) throw new Error('nothing was signed')
  const copy = await tamperedCopy(first.file)
  const tampered = await verifyFile(copy, { authority: authority.sha256, render: false, now: now() })
  return { folder, fingerprint: authority.sha256, filed, verifierPage, tampered }
}

async function patientIds(client: EngineClient): Promise<(screeningNumber: string) => PatientId> {
  const patients = new Map((await client.patients.list({})).map(one => [one.screeningNumber, one.id]))
  return screeningNumber => PatientId.parse(patients.get(screeningNumber))
}

function decisionAbout(idOf: (screeningNumber: string) => PatientId) {
  return (screeningNumber: string) => ({
    ...{ kind: 'eligibility' as const, patientId: idOf(screeningNumber), protocolId: PROTOCOL },
  })
}

/** Draws the trends of a patient as a document, to be signed. */
async function chartReview(client: EngineClient, patientId: PatientId) {
  const { id } = await client.documents.create({
    request: { kind: 'chart_review', patientId, protocolId: PROTOCOL },
    language: 'bilingual',
  })
  return { kind: 'document' as const, document: id }
}

async function writeVerifier(client: EngineClient, folder: string): Promise<string> {
  if (!(await buildVerifier(root))) throw new Error('the page that verifies was not built')
  const { fileName, text } = await client.documents.verifierPage({})
  const file = join(folder, fileName)
  await writeFile(file, text)
  return file
}

/** One bit of one page is another: enough to turn a digit. */
async function tamperedCopy(file: string): Promise<string> {
  const bytes = await readFile(file)
  const at = Math.floor(bytes.indexOf('stream') + 200)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const copy = file.replace(/\.pdf$/, '_tampered.pdf')
  await writeFile(copy, bytes)
  return copy
}
