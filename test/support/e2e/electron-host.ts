import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron } from '@playwright/test'
import { startDisplay } from '#test/support/electron/display.ts'
import { isRoot } from '#test/support/electron/run.ts'
import { electronRuntime, UNPRIVILEGED } from '#test/support/electron/runtime.ts'
import { stageApplication } from '#test/support/electron/stage.ts'
import { type AppHost, hostArguments, type RunningApp, type Site } from './host.ts'

/** The application in its window; what Electron shows is Playwright's to ask. */
export interface RunningWindow extends RunningApp {
  readonly electron: ElectronApplication
}

/** The real window, on a screen of its own. Throws `Unavailable` where no Electron can be had. */
export interface ElectronHost extends AppHost {
  start(dataFolder: string, site: Site): Promise<RunningWindow>
}

export async function electronHost(): Promise<ElectronHost> {
  const runtime = await electronRuntime()
  const [application, display] = await Promise.all([stageApplication(runtime), startDisplay()])
  return {
    async start(dataFolder, site) {
      await giveAway(dataFolder)
      const { executable } = runtime
      const env = { HOME: dataFolder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', DISPLAY: display.name }
      const args = [application.folder, ...hostArguments(dataFolder, site)]
      const running = await electron.launch({ executablePath: executable, args, env, chromiumSandbox: true })
      return { electron: running, page: await running.firstWindow(), close: () => running.close() }
    },
    async dispose() {
      await Promise.all([application.dispose(), display.dispose()])
    },
  }
}

/** The user that Electron runs as must own its data. */
async function giveAway(folder: string): Promise<void> {
  if (!isRoot()) return
  const below = await readdir(folder, { recursive: true })
  for (const path of ['', ...below]) await chown(join(folder, path), UNPRIVILEGED.uid, UNPRIVILEGED.gid)
}
