import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { securityHeaders } from './security-headers.ts'

/** A response of the page's own files, for any host to send. */
interface PageResponse {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Serves a page that was built; it does not watch for a newer one. */
export interface PageAssets {
  /** Answers for the path of a URL as it came: without query, not decoded. */
  respond(path: string): Promise<PageResponse>
}

/** Where the build leaves room for the nonce (`html.cspNonce` of the Vite configuration). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

const INDEX = '/index.html'
const HTML = 'text/html; charset=utf-8'

/** The only kinds of file that a page is made of; any other is not served. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', HTML],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
])

/**
 * The files below a folder, listed once: a path that is not in the list is not found, so that no spelling of one,
 * encoded or not, leads out of the folder. The page routes by hash, so only `/` stands for the index.
 */
export function pageAssets(folder: string): PageAssets {
  const files = new Map(pathsIn(folder).map(path => [path, join(folder, path)]))
  return {
    async respond(path) {
      const asked = path === '/' ? INDEX : path
      const file = files.get(asked)
      const type = TYPES.get(extname(asked))
      if (file === undefined || type === undefined) return notFound()
      return asked === INDEX ? index(file) : found(type, new Uint8Array(await readFile(file)))
    },
  }
}

/** Paths as a URL has them. */
function pathsIn(folder: string, base = ''): string[] {
  return readdirSync(join(folder, base), { withFileTypes: true }).flatMap(entry => {
    const path = `${base}/${entry.name}`
    if (entry.isDirectory()) return pathsIn(folder, path)
    return entry.isFile() ? [path] : []
  })
}

async function index(file: string): Promise<PageResponse> {
  const nonce = randomBytes(18).toString('base64')
  const html = await readFile(file, 'utf8')
  const body = new TextEncoder().encode(html.replaceAll(NONCE_PLACEHOLDER, nonce))
  return found(HTML, body, nonce)
}

function found(type: string, body: PageResponse['body'], nonce?: string): PageResponse {
  return { status: 200, headers: { ...securityHeaders(nonce), 'Content-Type': type }, body }
}

function notFound(): PageResponse {
  const headers = { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8' }
  return { status: 404, headers, body: new TextEncoder().encode('not found') }
}
