import { type BrowserWindow, ipcMain, MessageChannelMain } from 'electron'
import type { Log } from '#main/hosts/log-file.ts'
import type { WindowCommand, WindowMessage } from '#shared/api/window-message.ts'
import { ASK_PORT, TO_PAGE } from './channel-names.ts'
import type { EngineKeeper } from './engine-keeper.ts'
import { isOwnPage } from './sender.ts'

/** What the main process says to its own page. */
export interface PageLink {
  engineDown(): void
  /** Hands a new port to a page that had one. */
  engineUp(): void
  /** The window stays until a backup is made. */
  closing(): void
  command(command: WindowCommand): void
}

/** Gives the page of `window` a port to the engine when it asks for one; everybody else is refused. */
export function linkPage(window: BrowserWindow, engine: EngineKeeper, log: Log): PageLink {
  const { webContents } = window
  let hasAsked = false

  const send = (message: WindowMessage, ports: Electron.MessagePortMain[] = []) => {
    if (!webContents.isDestroyed()) webContents.mainFrame.postMessage(TO_PAGE, message, ports)
  }
  const handPort = () => {
    const { port1, port2 } = new MessageChannelMain()
    if (engine.giveTo(port1)) send({ lobule: 'port' }, [port2])
    else send({ lobule: 'engine_down' })
  }

  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) hasAsked = false
  })
  ipcMain.on(ASK_PORT, event => {
    if (!isOwnPage(event, webContents)) return log('port refused')
    hasAsked = true
    handPort()
  })
  return {
    engineDown: () => hasAsked && send({ lobule: 'engine_down' }),
    engineUp: () => hasAsked && handPort(),
    closing: () => send({ lobule: 'closing' }),
    command: command => send({ lobule: 'command', command }),
  }
}
