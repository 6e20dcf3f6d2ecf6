import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron'
import type { Log } from '#main/hosts/log-file.ts'
import { APP_URL, PAGE_PREFERENCES, SMALLEST_WINDOW } from './policy.ts'
import { restartPolicy } from './restart-policy.ts'
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts'

/** The files of the window's host, as the build lays them out beside this one. */
export const builtFiles = {
  page: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  engine: join(import.meta.dirname, 'engine.js'),
} as const

export interface WindowOptions {
  readonly session: Session
  readonly icon: string
  /** Where size, place and zoom are kept. */
  readonly stateFile: string
}

/** What Chromium magnifies by with each level of zoom. */
const ZOOM_STEP = 1.2

/** Before the page has painted: its own grounds, so that nothing flashes. */
const GROUND = { light: '#f8f9fa', dark: '#1a1b1e' } as const

/** Opens the one window, where it was left, and loads our page. */
export function openWindow({ session, icon, stateFile }: WindowOptions): BrowserWindow {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const { isMaximized, zoomLevel, ...bounds } = placeWindow(readWindowState(stateFile), displays)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: 'Lobule',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      ...PAGE_PREFERENCES,
      devTools: !app.isPackaged,
      zoomFactor: ZOOM_STEP ** zoomLevel,
      session,
      preload: builtFiles.preload,
    },
  })
  // A title is seen in task lists and over shoulders: it never names who is open.
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => keepState(window, stateFile))
  void window.loadURL(APP_URL)
  return window
}

function keepState(window: BrowserWindow, file: string): void {
  writeWindowState(file, {
    ...window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    zoomLevel: Math.max(-4, Math.min(6, window.webContents.getZoomLevel())),
  })
}

/** Shows the window to somebody who started the application a second time. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A page whose process ended is loaded again; the session in the engine is still there. */
export function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  const policy = restartPolicy()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const wait = policy.next(Date.now())
    log('page process ended', { reason, exitCode })
    if (wait !== undefined) setTimeout(() => window.isDestroyed() || window.reload(), wait)
  })
}
