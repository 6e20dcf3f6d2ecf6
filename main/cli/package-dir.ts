import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The folder of an unpacked Electron that is at hand: where Electron's own variable says, or as its package has it. */
export function electronDist(
  environment: NodeJS.ProcessEnv,
  modules = join(root, 'node_modules'),
): string | undefined {
  const places = [environment['ELECTRON_OVERRIDE_DIST_PATH'], join(modules, 'electron/dist')]
  return places.find(place => place !== undefined && existsSync(join(place, 'version')))
}

/** Packs the built application without an installer; left to itself, electron-builder downloads an Electron first. */
function packageDir(args: readonly string[]): number {
  const dist = electronDist(process.env)
  if (!dist)
    console.error(
      'No Electron is at hand (ELECTRON_OVERRIDE_DIST_PATH, node_modules/electron/dist): asking for one …',
    )
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const options = ['--dir', ...(dist ? [`-c.electronDist=${dist}`] : []), ...args]
  return spawnSync(process.execPath, [cli, ...options], { cwd: root, stdio: 'inherit' }).status ?? 1
}

if (import.meta.main) process.exitCode = packageDir(process.argv.slice(2))
