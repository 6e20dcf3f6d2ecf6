import { once } from 'node:events'
import type { EngineOptions } from '#main/engine.ts'
import { type Asked, storeFolder } from '../data-folder.ts'
import {
  documentResources as documents,
  pageFolder,
  samplesFolder,
  shippedProtocols,
  version,
} from '../resources.ts'
import { ensureSampleStore } from '../sample-site.ts'
import { startLoopback } from './start-loopback.ts'

/** Where the loopback host says what it does: lines for people, and bugs for whoever repairs them. */
export interface Voice {
  readonly say: (line: string) => void
  readonly report: EngineOptions['report']
}

/** Serves the application from its sources until the process is told to stop; then locks the store. */
export async function serve({ data, sample }: Asked, { say, report }: Voice): Promise<void> {
  const directory = storeFolder({ data, sample })
  const protocols = await shippedProtocols()
  const app = { version, build: null, runtime: { node: process.versions.node }, sample }
  if (sample) {
    const onProgress = (step: string) => say(`Sample site: ${step} …`)
    const asDirect = { ...app, host: 'direct' } as const
    const told = { onProgress, report }
    await ensureSampleStore({ ...told, directory, protocols, samplesFolder, documents, app: asDirect })
  }
  const host = await startLoopback({ directory, protocols, app, report, assetsFolder: pageFolder })
  say(greeting(host.link, directory))
  await stopSignal()
  await host.close()
}

function greeting(link: string, directory: string): string {
  return [
    'Lobule is on this computer only. Open this link in a browser; it works once:',
    `\n  ${link}\n`,
    'It is as private as that browser: an extension can read what a page shows.',
    `Data: ${directory}`,
    'Stop with Ctrl+C.',
  ].join('\n')
}

function stopSignal(): Promise<unknown> {
  return Promise.race((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(signal => once(process, signal)))
}
