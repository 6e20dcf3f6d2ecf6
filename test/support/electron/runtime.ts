import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAddon } from './addon.ts'
import { cacheFolder, withLock } from './cache.ts'
import { isRoot } from './run.ts'
import { prepareStandIn } from './stand-in.ts'
import { ensureLibraries, ensurePrograms } from './system-packages.ts'

/** An Electron that can be started here. */
export interface ElectronRuntime {
  /** The folder of `electron`, as electron-builder takes it for `electronDist`. */
  readonly folder: string
  /** Starts it as a user without rights. */
  readonly executable: string
  /** The SQLite addon to put into the staged application; none where the one that ships is loaded. */
  readonly addon: string | undefined
}

/** Whom Electron is started as where the tests run as root: as root Chromium has no sandbox, and nothing is proven. */
export const UNPRIVILEGED = { uid: 65_534, gid: 65_534 } as const

const root = join(import.meta.dirname, '../../..')
const modules = join(root, 'node_modules')

/** Finds the official Electron or prepares the stand-in; throws `Unavailable` where neither can be had. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const cache = cacheFolder()
  return withLock(cache, async () => {
    const official = await findOfficial(cache)
    const folder = official ?? (await prepareStandIn(cache))
    if (process.platform === 'linux') {
      await ensurePrograms('Xvfb')
      await ensureLibraries(join(folder, 'electron'))
    }
    return {
      folder,
      executable: writeStarter(cache, join(folder, 'electron')),
      addon: official ? undefined : await buildAddon(cache, modules, join(folder, 'electron')),
    }
  })
}

/** The binary of the `electron` package, as installed or where its own variable says; copied to where others may read. */
async function findOfficial(cache: string): Promise<string | undefined> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(modules, 'electron/dist')
  const versionFile = join(folder, 'version')
  if (!existsSync(join(folder, 'electron')) || !existsSync(versionFile)) return undefined
  if (!isRoot()) return folder
  const copy = join(cache, `electron-${readFileSync(versionFile, 'utf8').trim()}-official`)
  if (!existsSync(copy)) await cp(folder, copy, { recursive: true })
  return copy
}

/** A script in place of the executable, as Playwright starts one file and no user. */
function writeStarter(cache: string, electron: string): string {
  const file = join(cache, 'start-electron')
  const { uid, gid } = UNPRIVILEGED
  const become = isRoot() ? `setpriv --reuid=${uid} --regid=${gid} --clear-groups ` : ''
  writeFileSync(file, `#!/bin/sh\nexec ${become}'${electron}' "$@"\n`)
  chmodSync(file, 0o755)
  return file
}
