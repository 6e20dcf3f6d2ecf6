import type { EngineOptions } from '#main/engine.ts'
import { orderlyClosing } from '../closing.ts'
import { type Asked, storeFolder } from '../data-folder.ts'
import {
  documentResources as documents,
  pageFolder,
  samplesFolder,
  shippedProtocols,
  version,
} from '../resources.ts'
import { ensureSampleStore } from '../sample-site.ts'
import { type Loopback, startLoopback } from './start-loopback.ts'

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
  await closed(host, say)
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

/** Waits until the process is told to stop, and for the store to close, with the backup that this may make. */
function closed(host: Loopback, say: Voice['say']): Promise<void> {
  return new Promise(resolve => {
    const closing = orderlyClosing({
      close: host.close,
      hurry() {
        host.breakOff()
        process.exit(0)
      },
      say: () => say('Backing up before Lobule closes … Ctrl+C once more closes it without.'),
      ended: resolve,
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, closing.ask)
  })
}
