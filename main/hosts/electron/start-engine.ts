import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DEFAULT_KDF, loadProtocols, shippedFonts } from '#main/engine/host-tools.ts'
import { createEngine, type Engine, type EngineOptions } from '#main/engine.ts'
import { ensureSampleStore } from '#main/hosts/sample-site.ts'
import { Preferences } from '#shared/api/preferences.ts'
import { ApiRequest } from '#shared/api/wire.ts'
import type { EngineStart } from './channels.ts'

interface Listeners extends Pick<EngineOptions, 'report' | 'onEvent'> {
  /** Told at the start and whenever a page reads or changes them, so that menu and window follow. */
  readonly onPreferences: (preferences: Preferences) => void
}

/** As the build lays them out beside the engine. */
const documents = {
  fonts: shippedFonts(join(import.meta.dirname, '../fonts')),
  verifierPage: join(import.meta.dirname, '../verifier/verifier.html'),
} as const

/** The engine of the window, on its data folder; the sample site is made there first where it is asked for. */
export async function startEngine(start: EngineStart, listeners: Listeners): Promise<Engine> {
  const { onPreferences, ...others } = listeners
  const protocols = await loadProtocols(join(start.resources, 'protocols'))
  const directory = start.dataFolder
  const samplesFolder = join(start.resources, 'samples')
  const app = appInfo(start)
  if (start.sample)
    await ensureSampleStore({ directory, protocols, samplesFolder, app, documents, report: others.report })
  const engine = createEngine({
    ...others,
    directory,
    now: () => new Date(),
    newId: randomUUID,
    kdf: DEFAULT_KDF,
    protocols,
    app,
    documents,
  })
  const overheard = overhearPreferences(engine, onPreferences)
  await overheard.handle({ area: 'preferences', method: 'get', input: {} })
  return overheard
}

function overhearPreferences(engine: Engine, told: (preferences: Preferences) => void): Engine {
  return {
    ...engine,
    async handle(request) {
      const response = await engine.handle(request)
      const asked = ApiRequest.safeParse(request)
      if (response.ok && asked.data?.area === 'preferences') told(Preferences.parse(response.value))
      return response
    },
  }
}

function appInfo({ version, build, sample }: EngineStart): EngineOptions['app'] {
  const { electron = '', chrome = '', node, v8 } = process.versions
  return { version, build, sample, host: 'electron', runtime: { electron, chrome, node, v8 } }
}
