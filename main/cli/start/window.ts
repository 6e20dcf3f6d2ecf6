import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What decides whether this computer can show a window. */
interface Computer {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Of the user; undefined where users have none. */
  readonly uid: number | undefined
}

/** Why Electron would not open a window here, before it is looked for or fetched. */
export function obstacleToWindow({ platform, env, uid }: Computer): string | undefined {
  if (platform !== 'linux') return
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display here'
  if (uid === 0) return 'Electron does not run as root, where it cannot lock the page into its sandbox'
  return
}

/** Electron's binary, where it was installed. Importing `electron` to ask would download it. */
export function findElectron(home: string, env: Computer['env']): string | undefined {
  const pathFile = join(home, 'path.txt')
  const elsewhere = env['ELECTRON_OVERRIDE_DIST_PATH']
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : elsewhere && 'electron'
  if (!name) return
  const binary = join(elsewhere ?? join(home, 'dist'), name)
  return existsSync(binary) ? binary : undefined
}
