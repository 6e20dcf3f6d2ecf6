import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { failureReport } from '#main/engine/failure.ts'
import type { EngineOptions } from '#main/engine.ts'
import { createAccess } from './access.ts'
import { answer, ENTRANCE, type Parts, refuse } from './answer.ts'
import { refused } from './guard.ts'

/** What a server serves, and where it reports what went wrong in itself. */
export interface Served extends Pick<Parts, 'engine' | 'page' | 'streams'>, Pick<EngineOptions, 'report'> {}

/** A server that answers. */
export interface Running {
  /** Opens the application in a browser, once. */
  readonly link: string
  readonly port: number
  /** Ends every connection; what is being answered gets a second. */
  close(): Promise<void>
}

const SECOND = 1000

/** Serves an engine and its page on this computer alone. */
export async function startServer({ report, ...served }: Served): Promise<Running> {
  const server = createServer({
    ...{ headersTimeout: 10 * SECOND, requestTimeout: 30 * SECOND, connectionsCheckingInterval: 5 * SECOND },
    ...{ keepAliveTimeout: 5 * SECOND, maxHeaderSize: 16 * 1024 },
  })
  const port = await listen(server)
  const authority = `127.0.0.1:${port}`
  const access = createAccess(port)
  const parts = { ...served, access, authority }
  server.on('request', (request, response) => {
    answer(request, response, parts).catch((error: unknown) => {
      // A page that left in the middle is no failure.
      if (response.destroyed) return
      report(failureReport(error, 'loopback host', randomUUID()))
      if (response.headersSent) response.destroy()
      else refuse(response, refused(500, 'something went wrong; the terminal says where'))
    })
  })
  return {
    link: `http://${authority}${ENTRANCE}?ticket=${access.ticket}`,
    port,
    async close() {
      served.streams.end()
      const closed = once(server, 'close')
      server.close()
      setTimeout(() => server.closeAllConnections(), SECOND).unref()
      await closed
    },
  }
}

/** An own port every time: who does not know the link has to guess it as well. */
async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
