import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { failureReport } from '#main/engine/failure.ts'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine, type EngineOptions } from '#main/engine.ts'
import type { AppInfo } from '#shared/api/app.ts'
import { pageAssets } from '../page/assets.ts'
import { createAccess } from './access.ts'
import { answer, ENTRANCE, refuse } from './answer.ts'
import { createEventStreams } from './event-streams.ts'
import { refused } from './guard.ts'

/** What a loopback host serves. */
export interface LoopbackOptions extends Pick<EngineOptions, 'directory' | 'protocols' | 'report'> {
  readonly app: Omit<AppInfo, 'dataFolder' | 'host'>
  /** The folder of the page that was built. */
  readonly assetsFolder: string
  readonly now?: EngineOptions['now']
  readonly kdf?: EngineOptions['kdf']
}

/** A running host. */
export interface Loopback {
  /** Opens the application in a browser, once. */
  readonly link: string
  readonly port: number
  /** Locks the store and ends every connection. */
  close(): Promise<void>
}

const SECOND = 1000

/** Serves the application on this computer alone: the same engine and page as the window's, over HTTP. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { app, assetsFolder, now = () => new Date(), kdf = DEFAULT_KDF, ...engineOptions } = options
  const page = pageAssets(assetsFolder)
  const streams = createEventStreams()
  const engine = createEngine({
    ...{ ...engineOptions, now, kdf, newId: randomUUID, app: { ...app, host: 'loopback' } },
    onEvent: streams.announce,
  })
  const server = createServer({
    ...{ headersTimeout: 10 * SECOND, requestTimeout: 30 * SECOND, connectionsCheckingInterval: 5 * SECOND },
    ...{ keepAliveTimeout: 5 * SECOND, maxHeaderSize: 16 * 1024 },
  })
  const port = await listen(server)
  const authority = `127.0.0.1:${port}`
  const access = createAccess(port)
  const parts = { engine, page, streams, access, authority }
  server.on('request', (request, response) => {
    answer(request, response, parts).catch((error: unknown) => {
      // A page that left in the middle is no failure.
      if (response.destroyed) return
      options.report(failureReport(error, 'loopback host', randomUUID()))
      refuse(response, refused(500, 'something went wrong; the terminal says where'))
    })
  })
  return {
    link: `http://${authority}${ENTRANCE}?ticket=${access.ticket}`,
    port,
    async close() {
      engine.close()
      streams.end()
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
