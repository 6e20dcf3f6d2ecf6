import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { storeFiles } from '#main/store/files.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import type { RestorePlan, RestoreSource } from '#shared/api/restoring.ts'
import { backupBeside } from './backup-of.ts'
import { PASSWORD, type TestEngine, type TestSite } from './engine.ts'

/** Under this id backups are handed over. */
export const RECEIVED = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a001'
export const BY_CHEN = { by: 'password', loginName: 'chen', password: PASSWORD } as const

type WithApi = Pick<TestEngine, 'api'>

export const register = ({ api }: WithApi, screeningNumber: string) =>
  api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })

/** A backup with `S-001`, then an hour later `S-002`, which it has not; locked. */
export async function withLaterWork(site: TestSite): Promise<CopySummary> {
  await register(site, 'S-001')
  const backup = await backupBeside(site)
  site.clock.advance(3600)
  await register(site, 'S-002')
  await site.api.session.lock({})
  return backup
}

/** The file of `withLaterWork`. */
export const backupFile = ({ directory }: Pick<TestEngine, 'directory'>) =>
  join(storeFiles(directory).backups, 'before.lobule')

/** The newest backup that is offered. */
export async function foundSource({ api }: WithApi): Promise<RestoreSource> {
  const [offer] = (await api.restoring.offers({})).offers
  if (offer === undefined) throw new Error('no backup was found')
  return { kind: 'found', id: offer.id }
}

/** Hands a backup over as a page does. */
export async function handedOver(file: string, { api }: WithApi): Promise<RestoreSource> {
  const bytes = readFileSync(file)
  for (let offset = 0; offset < bytes.length; offset += PART_BYTES) {
    const part = bytes.subarray(offset, offset + PART_BYTES).toString('base64')
    await api.site.receiveCopy({ id: RECEIVED, part, offset, total: bytes.length })
  }
  return { kind: 'received', id: RECEIVED }
}

/** Prepares what is found, or what is given, by chen's password. */
export async function planOf(engine: WithApi, source?: RestoreSource): Promise<RestorePlan> {
  return engine.api.restoring.prepare({ source: source ?? (await foundSource(engine)), proof: BY_CHEN })
}

/** Restores what is found; locked. */
export async function restored(engine: WithApi): Promise<RestorePlan> {
  const plan = await planOf(engine)
  await engine.api.restoring.perform({ id: plan.id })
  return plan
}

export const unlock = ({ api }: WithApi) => api.session.unlock({ loginName: 'chen', password: PASSWORD })

/** The screening numbers of an open store. */
export const numbers = async ({ api }: WithApi) =>
  (await api.patients.list({})).map(({ screeningNumber }) => screeningNumber)

/** Names beside the store, its own included. */
export const homeOf = ({ directory }: Pick<TestEngine, 'directory'>) =>
  readdirSync(dirname(directory)).toSorted()

/** Puts the files of a folder in the place of a store, as somebody does who copies by hand. */
export function putBack(from: string, { directory }: Pick<TestEngine, 'directory'>): void {
  rmSync(directory, { recursive: true, force: true })
  copyFiles(from, directory)
}

/** Copies the files of a folder; what lies deeper stays. */
export function copyFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    const file = join(from, name)
    if (statSync(file).isFile()) copyFileSync(file, join(to, basename(name)))
  }
}

/** The folder in which the store that was replaced lies. */
export function asideOf(site: Pick<TestEngine, 'directory'>): string {
  const [aside] = homeOf(site).filter(name => name.includes('.replaced-'))
  if (aside === undefined) throw new Error('nothing was put aside')
  return join(dirname(site.directory), aside)
}
