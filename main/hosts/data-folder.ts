import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/** What a host was asked to open. */
export interface Asked {
  /** A folder to use in place of the usual one, as typed. */
  readonly data?: string | undefined
  /** The invented sample site instead of the real one. */
  readonly sample: boolean
}

/** What a computer says of where programs keep their data. */
interface System {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The folder of everything that Lobule keeps: the same for every host, and Electron's for a product of this name. */
export function dataFolder(data: string | undefined, system = thisSystem()): string {
  return data === undefined ? join(configurationFolder(system), 'Lobule') : resolve(data)
}

/** The folder of the store. The sample site lies beside the real one, so that neither is taken for the other. */
export function storeFolder({ data, sample }: Asked, system = thisSystem()): string {
  return join(dataFolder(data, system), sample ? 'sample' : 'site')
}

function thisSystem(): System {
  return { platform: process.platform, env: process.env, home: homedir() }
}

function configurationFolder({ platform, env, home }: System): string {
  if (platform === 'darwin') return join(home, 'Library/Application Support')
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData/Roaming')
  const xdg = env['XDG_CONFIG_HOME']
  // A relative one counts as unset (XDG Base Directory Specification).
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.config')
}
