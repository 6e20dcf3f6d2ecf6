import type { IncomingMessage } from 'node:http'

/** Why a request gets no answer. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405 | 413 | 415 | 421 | 500
  readonly reason: string
}

type Request = Pick<IncomingMessage, 'method' | 'headers'>

/**
 * What a request from anywhere must get past: `Host` names this computer by number (a rebound name does not), it comes
 * from the page itself or from the address bar, and only a call changes anything.
 */
export function refusalOf(request: Request, path: string, authority: string): Refusal | undefined {
  const { method, headers } = request
  if (headers.host !== authority) return refused(421, 'this is not the host that was asked for')
  const wanted = path === '/api' ? 'POST' : 'GET'
  if (method !== wanted) return refused(405, `only ${wanted} is answered here`)
  if (!comesFromPage(headers) && !(method === 'GET' && comesFromAddressBar(headers))) {
    return refused(403, 'copy the link into the address bar of a current browser')
  }
  const mayLackOrigin = method === 'GET' && headers.origin === undefined
  if (!mayLackOrigin && headers.origin !== `http://${authority}`) {
    return refused(403, 'this page may not ask')
  }
  if (method === 'POST' && !isJson(headers['content-type'])) return refused(415, 'only JSON is read')
  return
}

/** A refusal, to be answered. */
export function refused(status: Refusal['status'], reason: string): Refusal {
  return { status, reason }
}

function comesFromPage(headers: IncomingMessage['headers']): boolean {
  return headers['sec-fetch-site'] === 'same-origin'
}

function comesFromAddressBar(headers: IncomingMessage['headers']): boolean {
  return (
    headers['sec-fetch-site'] === 'none' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  )
}

/** A form cannot send this type, and a script of another origin not without being asked for leave. */
function isJson(contentType = ''): boolean {
  return /^application\/json(?:; ?charset=utf-8)?$/i.test(contentType)
}
