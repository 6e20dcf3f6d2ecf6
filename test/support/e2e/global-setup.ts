import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSampleStore, SAMPLE_STORE } from './sample-store.ts'

/**
 * Makes the sample store that every worker copies: it takes half a minute, and each worker of each project would make
 * one of its own. Answers what takes it away when all tests are done.
 */
// biome-ignore lint/style/noDefaultExport: Playwright takes what a file of this name exports by default.
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lobule-sample-'))
  process.env[SAMPLE_STORE] = await makeSampleStore(join(folder, 'store'))
  return () => rm(folder, { recursive: true, force: true })
}
