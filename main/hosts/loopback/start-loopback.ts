import { randomUUID } from 'node:crypto'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine, type EngineOptions } from '#main/engine.ts'
import type { AppInfo } from '#shared/api/app.ts'
import { BACKUP_WITHIN } from '../closing.ts'
import { pageAssets } from '../page/assets.ts'
import { documentResources as documents } from '../resources.ts'
import { createEventStreams } from './event-streams.ts'
import { type Running, startServer } from './server.ts'

/** What a loopback host serves. */
export interface LoopbackOptions extends Pick<EngineOptions, 'directory' | 'protocols' | 'report'> {
  readonly app: Omit<AppInfo, 'dataFolder' | 'host'>
  /** The folder of the page that was built. */
  readonly assetsFolder: string
  readonly now?: EngineOptions['now']
  readonly kdf?: EngineOptions['kdf']
}

/** A loopback host that answers. */
export interface Loopback extends Running {
  /** Closes the store now, and gives up a backup that is under way. */
  breakOff(): void
}

/** Starts the same engine and page as the window's, over HTTP. Closing it locks the store. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { app, assetsFolder, now = () => new Date(), kdf = DEFAULT_KDF, ...others } = options
  const page = pageAssets(assetsFolder)
  const streams = createEventStreams()
  const engine = createEngine({
    ...{ ...others, now, kdf, documents, newId: randomUUID, app: { ...app, host: 'loopback' } },
    onEvent: streams.announce,
  })
  const server = await startServer({ engine, page, streams, report: others.report })
  return {
    ...server,
    breakOff: () => void engine.close(),
    async close() {
      await engine.close(BACKUP_WITHIN)
      await server.close()
    },
  }
}
