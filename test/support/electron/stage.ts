import { cpSync, mkdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache.ts'
import type { ElectronRuntime } from './runtime.ts'

const root = join(import.meta.dirname, '../../..')
const DRIVER = 'node_modules/better-sqlite3-multiple-ciphers'

/** A copy of the built application, for one run of tests. */
export interface StagedApplication {
  readonly folder: string
  dispose(): Promise<void>
}

/** Copies what was built to where an unprivileged user can read it, with the driver that the runtime can load. */
export async function stageApplication({
  addon,
}: Pick<ElectronRuntime, 'addon'>): Promise<StagedApplication> {
  const folder = await mkdtemp(join(cacheFolder(), 'application-'))
  await chmod(folder, 0o755)
  for (const path of ['out', 'package.json', 'resources', `${DRIVER}/package.json`, `${DRIVER}/lib`]) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  const prebuild = `${DRIVER}/prebuilds/${process.platform}-${process.arch}.node`
  mkdirSync(join(folder, DRIVER, 'prebuilds'))
  cpSync(addon ?? join(root, prebuild), join(folder, prebuild))
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) }
}
