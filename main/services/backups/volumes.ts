import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

/** A place on this computer where somebody may keep files. */
export interface Volume {
  readonly path: string
  readonly name: string
  /** A stick or another disk than the system's. */
  readonly isRemovable: boolean
}

/** Sticks and other disks first, then the own folder of whoever uses this computer. */
export function volumes(platform: NodeJS.Platform = process.platform): Volume[] {
  const home = homedir()
  const own = { path: home, name: basename(home) || home, isRemovable: false }
  return [...others(platform), own]
}

function others(platform: NodeJS.Platform): Volume[] {
  if (platform === 'win32') return drives()
  if (platform === 'darwin') return mountedAt(namesIn('/Volumes').map(name => join('/Volumes', name)))
  return mountedAt(mountPoints(readIfThere('/proc/self/mounts')))
}

/** Every letter but that of the system is another disk; which of them can be pulled out, Windows tells no script quickly. */
function drives(): Volume[] {
  const system = (process.env['SystemDrive'] ?? 'C:').toUpperCase()
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    .map(letter => `${letter}:`)
    .filter(drive => drive !== system && existsSync(`${drive}\\`))
    .map(drive => ({ path: `${drive}\\`, name: drive, isRemovable: true }))
}

function mountedAt(paths: readonly string[]): Volume[] {
  return paths
    .toSorted((a, b) => a.localeCompare(b))
    .map(path => ({ path, name: basename(path), isRemovable: true }))
}

/** Where desktops of Linux, and people, put what they plug in. */
const PLUGGED_IN = /^\/(?:media|run\/media|mnt)\/./

/** The mounts of a `/proc/self/mounts` that somebody plugged in. Spaces and the like are written as octal numbers there. */
export function mountPoints(mounts: string): string[] {
  const points = mounts
    .split('\n')
    .flatMap(line => line.split(' ').slice(1, 2))
    .map(point =>
      point.replace(/\\([0-7]{3})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 8))),
    )
    .filter(point => PLUGGED_IN.test(point))
  return [...new Set(points)]
}

function namesIn(folder: string): string[] {
  try {
    // The system's own disk stands there as a link to the root.
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? [entry.name] : [],
    )
  } catch {
    return []
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
