/** The scheme and host that our own page comes from; nothing else is ever loaded. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://lobule'
export const APP_URL = `${APP_ORIGIN}/`

/** Kept in memory only: nothing that Chromium stores for a page reaches the disk. */
export const PAGE_PARTITION = 'lobule'

/** What the page's window may do: show pixels, and post messages to its preload. */
export const PAGE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  // It would fetch dictionaries, and learn words that were typed.
  spellcheck: false,
  autoplayPolicy: 'document-user-activation-required',
} as const

/** Standard, so that it has an origin; secure, so that the page is treated like one over TLS. No fetch, no bypass of the CSP. */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, codeCache: false } as const

export const SMALLEST_WINDOW = { width: 1024, height: 680 } as const

/** Where something comes from, as `scheme://host`; Node says `null` for the origin of a scheme it does not know. */
export function originOf(url: string): string | undefined {
  const parsed = parse(url)
  return parsed && `${parsed.protocol}//${parsed.host}`
}

/** A file of our own page. */
export function isAppUrl(url: string): boolean {
  const parsed = parse(url)
  return originOf(url) === APP_ORIGIN && parsed?.username === '' && parsed.password === ''
}

/** Something that our own page made in memory, such as a recovery key to save. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${APP_ORIGIN}/`)
}

/** Where a page may go: nowhere. Our own page may load itself again, which is a reload. */
export function mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean {
  return isMainFrame && isAppUrl(url) && parse(url)?.pathname === '/'
}

/** What a session may fetch. Data that stand in their own URL come from nowhere; developer tools only while developing. */
export function mayRequest(url: string, isPackaged: boolean): boolean {
  if (isAppUrl(url) || isOwnBlob(url) || url.startsWith('data:')) return true
  return !isPackaged && url.startsWith('devtools:')
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
