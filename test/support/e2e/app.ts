import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { Unavailable } from '#test/support/electron/cache.ts'
import { electronHost, type RunningWindow } from './electron-host.ts'
import type { AppHost, RunningApp, Site } from './host.ts'
import { loopbackHost } from './loopback-host.ts'
import { SAMPLE_STORE } from './sample-store.ts'

/** The application under test, on a data folder of its own. */
export interface App {
  /** The page as it is now: `restart` brings another. */
  readonly page: Page
  readonly dataFolder: string
  /** Ends the application and starts it again on the same data. */
  restart(): Promise<void>
  /** The window's own process; only in the project `electron`. */
  electron(): ElectronApplication
}

interface TestFixtures {
  readonly app: App
  /** What the test begins with: `test.use({ site: 'sample' })`. */
  readonly site: Site
}

/** On what the application runs: each project of `playwright.config.ts` names one. */
export interface WorkerSettings {
  readonly hostName: 'electron' | 'loopback'
}

interface WorkerFixtures extends WorkerSettings {
  readonly host: AppHost | Unavailable
}

/** Getting and preparing an Electron takes minutes, once on each computer. */
const PREPARING = 900_000

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: ['none', { option: true }],
  hostName: ['loopback', { option: true, scope: 'worker' }],
  host: [
    async ({ hostName }, use) => {
      const host = await (hostName === 'electron' ? electronHost() : loopbackHost()).catch(unlessRequired)
      await use(host)
      if (!(host instanceof Unavailable)) await host.dispose()
    },
    { scope: 'worker', timeout: PREPARING },
  ],
  app: async ({ host, site }, use, info) => {
    if (host instanceof Unavailable) {
      info.skip(true, host.message)
      return
    }
    const dataFolder = await mkdtemp(join(tmpdir(), 'lobule-e2e-'))
    if (site === 'sample') {
      await cp(sampleStore(), storeFolder({ data: dataFolder, sample: true }), { recursive: true })
    }
    let running: RunningApp | RunningWindow = await started(host, dataFolder, site)
    await use({
      get page() {
        return running.page
      },
      dataFolder,
      async restart() {
        await running.close()
        running = await started(host, dataFolder, site)
      },
      electron() {
        if ('electron' in running) return running.electron
        throw new Error('this host has no window')
      },
    })
    await keepPicture(running.page, info)
    await running.close()
    await rm(dataFolder, { recursive: true, force: true })
  },
})

/** The sample store to copy, made once before all tests. */
function sampleStore(): string {
  const made = process.env[SAMPLE_STORE]
  if (made === undefined) throw new Error('no sample store was made: global-setup.ts makes it')
  return made
}

/** Started, and its first screen is there. */
async function started(host: AppHost, dataFolder: string, site: Site): Promise<RunningApp | RunningWindow> {
  const running = await host.start(dataFolder, site)
  await running.page.locator('#root > :not(style)').first().waitFor()
  return running
}

/** With LOBULE_REQUIRE_ELECTRON=1 a computer that cannot run the window fails its tests rather than skip them. */
function unlessRequired(error: unknown): Unavailable {
  if (error instanceof Unavailable && process.env['LOBULE_REQUIRE_ELECTRON'] !== '1') return error
  throw error
}

async function keepPicture(page: Page, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return
  const body = await page.screenshot().catch(() => undefined)
  if (body) await info.attach('page', { body, contentType: 'image/png' })
}
