import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Unavailable } from './cache.ts'
import { isRoot, run } from './run.ts'

/** Debian's packages by what is looked for; where a release renamed one, the newer name first. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  Xvfb: ['xvfb'],
  unzip: ['unzip'],
  'g++': ['g++'],
  chromium: ['chromium'],
  pdfsig: ['poppler-utils'],
  qpdf: ['qpdf'],
  certutil: ['libnss3-tools'],
  openssl: ['openssl'],
  libraries: ['libgtk-3-0t64|libgtk-3-0', 'libnss3', 'libasound2t64|libasound2', 'libgbm1'],
}

/** The full path of a program, if there is one. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return folders.map(folder => join(folder, name)).find(existsSync)
}

/** Sees to it that programs are there: installs them with apt as root, else says what to install. */
export async function ensurePrograms(...names: string[]): Promise<void> {
  const missing = names.filter(name => programPath(name) === undefined)
  if (missing.length > 0) await install(missing)
}

/** Sees to it that an executable finds the libraries that it is linked with. */
export async function ensureLibraries(executable: string): Promise<void> {
  if ((await missingLibraries(executable)).length === 0) return
  await install(['libraries'])
  const missing = await missingLibraries(executable)
  if (missing.length > 0) throw new Unavailable(`libraries are missing: ${missing.join(', ')}`)
}

async function missingLibraries(executable: string): Promise<string[]> {
  const linked = await run('list libraries', 'ldd', [executable])
  return [...linked.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? [])
}

async function install(wanted: readonly string[]): Promise<void> {
  const packages = wanted.flatMap(name => PACKAGES[name] ?? [])
  const names = packages.map(name => name.split('|').at(-1)).join(' ')
  if (!isRoot() || !programPath('apt-get')) {
    throw new Unavailable(`${wanted.join(', ')} missing: install with apt-get install ${names}`)
  }
  await run('update the list of packages', 'apt-get', ['update', '-qq'])
  const known = await Promise.all(packages.map(knownName))
  await run(`install ${names}`, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...known])
}

async function knownName(alternatives: string): Promise<string> {
  const names = alternatives.split('|')
  for (const name of names) {
    const found = await run('ask for a package', 'apt-cache', ['pkgnames', name])
    if (found.split('\n').includes(name)) return name
  }
  return names[0] ?? alternatives
}
