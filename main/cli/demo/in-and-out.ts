import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { samplesFolder } from '#main/hosts/resources.ts'
import type { Login } from '#main/hosts/sample/colleagues.ts'
import { signAll } from '#main/hosts/sample/sign-off.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { ImportCounts } from '#shared/api/imports.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { handOver } from '../hand-over.ts'
import { type Verified, verifyFile } from '../verification.ts'
import { fillClaimed, writeOutgoing } from '../write-outgoing.ts'

type EngineClient = Client<typeof contract>

/** What became of a laboratory's file, and the dossier that was handed over after it. */
export interface InAndOut {
  readonly file: string
  readonly counts: ImportCounts
  readonly dossier: string
  readonly verified: Verified
}

interface Setting {
  readonly client: EngineClient
  readonly investigator: Login
  readonly folder: string
  readonly fingerprint: string
  readonly now: () => Date
  readonly onProgress: (step: string) => void
}

const FILE = 'lis-2026-11.csv'
const LABORATORY = /^Lantern Bay/

/** Takes in a month of results as its columns suggest, then hands over a signed dossier of the site and verifies it. */
export async function inAndOut(setting: Setting): Promise<InAndOut> {
  const { client, investigator, folder, fingerprint, now, onProgress } = setting
  onProgress('taking in a month of results')
  const counts = await takeIn(client)
  onProgress('preparing the dossier')
  const request = { format: 'dossier', patients: null, protocolId: null, pseudonymised: false } as const
  const why = 'Inspection of the site (invented).'
  const made = await client.exports.prepare({ job: randomUUID(), request, why, language: 'bilingual' })
  await signAll(client, investigator, [{ kind: 'document', document: made.manifest }])
  const outgoing = await client.exports.take({ id: made.id })
  const dossier = join(folder, outgoing.fileName)
  await fillClaimed(dossier, () => writeOutgoing(client.exports, outgoing, dossier))
  const authority = Sha256.parse(fingerprint)
  const verified = await verifyFile(dossier, { authority, render: false, now: now() })
  return { file: FILE, counts, dossier, verified }
}

/** Doubtful values and values that would change what is on record are left, as nobody is here to answer. */
async function takeIn({ imports, laboratories }: EngineClient): Promise<ImportCounts> {
  const laboratory = (await laboratories.list({})).find(({ name }) => LABORATORY.test(name))?.id
  const file = await handOver(imports, join(samplesFolder, 'files', FILE))
  const from = laboratory === undefined ? {} : { laboratory }
  const { suggested } = await imports.look({ file, ...from })
  if (suggested === null) throw new Error('the sample file suggests no mapping')
  const { check } = await imports.check({ job: randomUUID(), files: [file], mapping: suggested, ...from })
  return (await imports.record({ job: randomUUID(), check, taken: [] })).counts
}
