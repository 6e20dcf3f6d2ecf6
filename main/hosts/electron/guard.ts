import { app, type Session, type WebContents } from 'electron'
import type { Log } from '#main/hosts/log-file.ts'
import { isOwnBlob, mayNavigate, mayRequest } from './policy.ts'

/** Denies everything that a page or a session may ask for beyond showing our own page. Call before `ready`. */
export function guardEverything(log: Log): void {
  // Nothing is ever looked up, not even by Chromium on its own account.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('session-created', session => guardSession(session, log))
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log))
}

function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log('permission refused', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !mayRequest(url, app.isPackaged)
    if (cancel) log('request refused', { scheme: schemeOf(url) })
    answer({ cancel })
  })
  session.on('will-download', (event, item) => {
    // The save dialog asks where to: nothing is written to a folder that nobody chose.
    if (!isOwnBlob(item.getURL())) event.preventDefault()
  })
}

function guardContents(contents: WebContents, log: Log): void {
  contents.on('will-frame-navigate', details => {
    if (mayNavigate(details)) return
    details.preventDefault()
    log('navigation refused', { scheme: schemeOf(details.url) })
  })
  contents.on('will-redirect', details => details.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    log('window refused', { scheme: schemeOf(url) })
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** All that a log may keep of an address. */
function schemeOf(url: string): string {
  return /^[a-z]{1,20}:/.exec(url)?.[0] ?? 'unknown'
}
