import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron'
import { failureReport } from '#main/engine/failure.ts'
import { orderlyClosing } from '#main/hosts/closing.ts'
import { type Asked, dataFolder, storeFolder } from '#main/hosts/data-folder.ts'
import { type Log, openLog } from '#main/hosts/log-file.ts'
import type { Preferences } from '#shared/api/preferences.ts'
import { registerAppScheme, serveApp } from './app-scheme.ts'
import { deadlineNotice } from './deadline-notice.ts'
import { type EngineKeeper, keepEngine } from './engine-keeper.ts'
import { guardEverything } from './guard.ts'
import { asksToRetry, showMenu } from './menu-bar.ts'
import { notify } from './notify.ts'
import { linkPage, type PageLink } from './page-link.ts'
import { PAGE_PARTITION } from './policy.ts'
import { builtFiles, openWindow, reloadAfterCrash, showAgain } from './window.ts'

export interface ApplicationOptions {
  readonly asked: Asked
  /** The commit that was built. */
  readonly build: string | null
}

/** As the installers are made with. */
const APP_ID = 'site.lobule.workstation'

/** Starts the one instance of the application on its data folder; a second start shows the window of the first. */
export function startApplication({ asked, build }: ApplicationOptions): void {
  const folder = dataFolder(asked.data)
  const log = openLog(join(folder, 'logs'))
  // What Chromium keeps, and the lock of the single instance: one for the real site and one for the sample.
  app.setPath('userData', join(folder, 'window', asked.sample ? 'sample' : 'site'))
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  process.on('uncaughtException', error => {
    log('failure', { ...failureReport(error, 'main process', crypto.randomUUID()) })
  })
  // Without the id of its installer Windows shows no notification.
  app.setAppUserModelId(APP_ID)
  app.enableSandbox()
  registerAppScheme()
  guardEverything(log)
  void app.whenReady().then(() => run({ asked, build }, folder, log))
}

function run({ asked, build }: ApplicationOptions, folder: string, log: Log): void {
  const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources')
  const version = app.getVersion()
  const pages = session.fromPartition(PAGE_PARTITION)
  serveApp(pages, builtFiles.page)
  const window = openWindow({
    session: pages,
    icon: join(resources, 'icons/256x256.png'),
    stateFile: join(folder, 'window', 'state.json'),
  })
  log('started', { version, build, electron: process.versions['electron'] })

  const engine: EngineKeeper = keepEngine({
    module: builtFiles.engine,
    start: { dataFolder: storeFolder(asked), resources, sample: asked.sample, version, build },
    log,
    onDown: () => page.engineDown(),
    onUp: () => page.engineUp(),
    onGivenUp: () =>
      void asksToRetry(window, menu.words()).then(again => (again ? engine.retry() : app.quit())),
    onPreferences: preferences => follow(preferences),
    onDeadlines: announced => notify(window, deadlineNotice(announced, menu.words())),
  })
  const page = linkPage(window, engine, log)
  const menu = showMenu(page.command)

  function follow({ language, theme }: Preferences): void {
    menu.speak(language)
    nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
  }

  app.on('second-instance', () => showAgain(window))
  reloadAfterCrash(window, log)
  lockWithComputer(window, engine)
  stayUntilClosed(window, engine, page)
  closeBeforeQuit(engine, log)
}

/** Nobody sits in front of a computer that sleeps or is locked. */
function lockWithComputer(window: BrowserWindow, engine: EngineKeeper): void {
  powerMonitor.on('suspend', () => engine.lock('suspend'))
  powerMonitor.on('lock-screen', () => engine.lock('suspend'))
  powerMonitor.on('shutdown', () => engine.lock('closing'))
  // Windows tells windows, not the application.
  window.on('session-end', () => engine.lock('closing'))
}

/** The window stays where closing takes a while, and its page says why: nobody should think that Lobule hangs. */
function stayUntilClosed(window: BrowserWindow, engine: EngineKeeper, page: PageLink): void {
  const closing = orderlyClosing({
    close: engine.close,
    hurry: engine.hurry,
    say: page.closing,
    ended: () => app.quit(),
  })
  window.on('close', event => {
    if (!closing.ask()) event.preventDefault()
  })
}

/** The store is closed first, so that the end of its trail is noted. */
function closeBeforeQuit(engine: EngineKeeper, log: Log): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    void engine.close().then(() => {
      log('ended')
      app.exit(0)
    })
  })
}
