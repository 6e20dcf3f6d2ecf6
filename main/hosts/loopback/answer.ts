import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine } from '#main/engine.ts'
import type { PageAssets } from '../page/assets.ts'
import { securityHeaders } from '../page/security-headers.ts'
import type { Access } from './access.ts'
import { readJson } from './body.ts'
import type { EventStreams } from './event-streams.ts'
import { type Refusal, refusalOf, refused } from './guard.ts'

/** What answers requests. */
export interface Parts {
  readonly engine: Pick<Engine, 'handle'>
  readonly page: PageAssets
  readonly streams: EventStreams
  readonly access: Access
  /** Host and port, as a `Host` header has them. */
  readonly authority: string
}

/** Where the printed link leads. */
export const ENTRANCE = '/enter'

/** Answers one request, or says why not. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1)
  const refusal = refusalOf(request, path, parts.authority)
  if (refusal) return refuse(response, refusal)
  if (path === ENTRANCE) return enter(request, response, parts)
  if (!parts.access.admits(request.headers.cookie)) {
    return refuse(response, refused(401, 'open the link that Lobule printed; it works once'))
  }
  if (path === '/api') return call(request, response, parts)
  if (path === '/events') return listenTo(response, parts)
  const { status, headers, body } = await parts.page.respond(path)
  response.writeHead(status, headers).end(body)
}

function enter(request: IncomingMessage, response: ServerResponse, { access }: Parts): void {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost')
  const cookie = access.redeem(searchParams.get('ticket') ?? '')
  const isInside = access.admits(request.headers.cookie)
  if (cookie === undefined && !isInside) {
    refuse(response, refused(403, 'this link was used before, or is not the one that Lobule printed'))
    return
  }
  const headers = { ...securityHeaders(), ...(cookie && { 'Set-Cookie': cookie }), Location: '/' }
  response.writeHead(303, headers).end()
}

async function call(request: IncomingMessage, response: ServerResponse, { engine }: Parts): Promise<void> {
  const body = await readJson(request)
  if ('refusal' in body) return refuse(response, body.refusal)
  const answered = JSON.stringify(await engine.handle(body.value))
  response.writeHead(200, { ...securityHeaders(), 'Content-Type': 'application/json' }).end(answered)
}

function listenTo(response: ServerResponse, { streams }: Parts): void {
  // The connection ends with the stream, so that nothing has to cut it off when the host ends.
  const headers = { ...securityHeaders(), 'Content-Type': 'text/event-stream', Connection: 'close' }
  response.writeHead(200, headers)
  streams.add(response)
}

/** Ends the connection as well: what else came over it is not read. */
export function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  const headers = { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }
  response.writeHead(status, headers).end(`Lobule: ${reason}\n`)
}
