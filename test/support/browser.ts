import { once } from 'node:events'
import {
  request as ask,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http'
import { text } from 'node:stream/consumers'

/** One request as a browser, or somebody who pretends to be one, sends it. */
export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends one request on a connection of its own. The path goes out as it is, and no header is added but `Host`. */
export async function send(
  port: number,
  path: string,
  { method = 'GET', ...asked }: Asked,
): Promise<Answered> {
  const { headers = {}, body } = asked
  const request = ask({ host: '127.0.0.1', port, path, method, headers, agent: false })
  request.end(body)
  const response = await responseTo(request)
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

/** A host may answer before it has read everything, and close: what fails after the answer does not matter. */
function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => request.on('response', resolve).on('error', reject))
}

/** What a browser says where the user opens a link from the address bar. */
export const FROM_ADDRESS_BAR = {
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
} as const

/** A browser that opened the link of a loopback host: it keeps the cookie, and asks as the page does. */
export async function openInBrowser(link: string) {
  const { port: portText, origin, pathname, search } = new URL(link)
  const port = Number(portText)
  const entered = await send(port, pathname + search, { headers: FROM_ADDRESS_BAR })
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const fromPage = { 'sec-fetch-site': 'same-origin', cookie }
  const asJson = { ...fromPage, origin, 'content-type': 'application/json' }
  return {
    port,
    entered,
    get: (path: string, headers: OutgoingHttpHeaders = {}) =>
      send(port, path, { headers: { ...fromPage, ...headers } }),
    post: (path: string, body: string | Uint8Array, headers: OutgoingHttpHeaders = {}) =>
      send(port, path, { method: 'POST', headers: { ...asJson, ...headers }, body }),
    /** A call of the contract, as the page carries it. */
    async call(request: unknown): Promise<unknown> {
      const headers = { ...asJson }
      const { status, body } = await send(port, '/api', {
        method: 'POST',
        headers,
        body: JSON.stringify(request),
      })
      if (status !== 200) throw new Error(`${status} ${body}`)
      return JSON.parse(body)
    },
    /** The event stream, as text that comes in pieces. */
    async listen() {
      const headers = fromPage
      const request = ask({ host: '127.0.0.1', port, path: '/events', headers, agent: false })
      request.end()
      const response = await responseTo(request)
      response.setEncoding('utf8')
      return {
        headers: response.headers,
        next: async () => String((await once(response, 'data'))[0]),
        ended: () => once(response, 'end'),
        leave: () => request.destroy(),
      }
    },
  }
}
