import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createEngine, type EngineOptions } from '#main/engine.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Role } from '#shared/api/rights.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { directClient } from './direct.ts'
import type { Colleague } from './sample/colleagues.ts'
import { playBack, playbackClock } from './sample/play-back.ts'
import { readSampleSite } from './sample/sample-files.ts'
import { signSample } from './sample/sign-off.ts'
import { signSafety } from './sample/sign-safety.ts'

/** From what a sample site is made, and where. */
export interface SampleStore extends Pick<EngineOptions, 'app' | 'report' | 'documents'> {
  /** The folder that becomes the store. */
  readonly directory: string
  readonly protocols: readonly LoadedProtocol[]
  readonly samplesFolder: string
  /** Told of each step before it begins; it takes seconds. */
  readonly onProgress?: (step: string) => void
  readonly kdf?: EngineOptions['kdf']
}

const HOUR = 3_600_000

/** Everything in it is invented and its password published: OWASP's least, so that it is made in seconds. */
const SAMPLE_KDF = { memoryKiB: 19_456, iterations: 2, parallelism: 1 }

/** Whom one can be beside the investigator, to see what each role may do; by login name. */
const COLLEAGUES = [
  colleague('coordinator'),
  { ...colleague('sub_investigator'), password: randomBytes(18).toString('base64url') },
  colleague('monitor'),
  colleague('administrator'),
] as const

/**
 * Creates the invented sample site as a real encrypted store, unless the folder holds one. It is made beside its place
 * and moved there when it is complete, so that a crash leaves all of it or nothing. Answers whether it was made now;
 * throws `store_exists` where the folder holds anything else.
 */
export async function ensureSampleStore(sample: SampleStore): Promise<boolean> {
  const directory = resolve(sample.directory)
  if (await holdsStore({ ...sample, directory })) return false
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new AppError({ code: 'store_exists' })
  removeAbandonedDrafts(directory)
  const draft = `${directory}.${randomUUID()}.draft`
  try {
    await createSampleStore({ ...sample, directory: draft })
    if (existsSync(directory)) rmdirSync(directory)
    renameSync(draft, directory)
    return true
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Whoever was quicker made the same.
    if (await holdsStore({ ...sample, directory })) return false
    throw error
  }
}

/** Whoever was interrupted left one; whoever is still at work does not need an hour. */
function removeAbandonedDrafts(directory: string): void {
  const parent = dirname(directory)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(directory)}.`) || !name.endsWith('.draft')) continue
    const draft = join(parent, name)
    if (Date.now() - statSync(draft).mtimeMs > HOUR) rmSync(draft, { recursive: true, force: true })
  }
}

async function createSampleStore(store: SampleStore): Promise<void> {
  const { onProgress = () => undefined } = store
  const sample = await readSampleSite(store.samplesFolder)
  const clock = playbackClock(sample.charts)
  await withEngine(store, clock.now, async client => {
    const investigator = { ...SAMPLE_LOGIN, fullName: fullNameOf('investigator') }
    await playBack({ client, clock, sample, investigator, onProgress, colleagues: COLLEAGUES })
    onProgress('signing')
    const [second, subInvestigator] = COLLEAGUES
    const signingPassword = SAMPLE_LOGIN.password
    await signSample({ client, clock, investigator, subInvestigator, second, signingPassword })
    await signSafety({ client, clock, investigator })
  })
}

function colleague(role: Role): Colleague {
  return { role, loginName: role, fullName: fullNameOf(role), password: SAMPLE_LOGIN.password }
}

function fullNameOf(role: string): string {
  return `Sample ${role.replaceAll('_', '-')} (training)`
}

async function holdsStore(store: SampleStore): Promise<boolean> {
  const { state } = await withEngine(
    store,
    () => new Date(),
    client => client.site.status({}),
  )
  return state !== 'none'
}

async function withEngine<T>(
  { directory, protocols, app, documents, report, kdf = SAMPLE_KDF }: SampleStore,
  now: () => Date,
  work: (client: Client<typeof contract>) => Promise<T>,
): Promise<T> {
  const engine = createEngine({ directory, protocols, app, documents, report, kdf, now, newId: randomUUID })
  try {
    return await work(directClient(engine))
  } finally {
    await engine.close()
  }
}
