import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')

/** What the About page shows; made by `node main/cli/licences.ts`, and a test says when it is out of date. */
export const LICENCES_FILE = join(ROOT, 'renderer/features/about/licences.json')

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z
    .union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)])
    .default('see text'),
  dependencies: z.record(z.string(), z.string()).default({}),
})

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Position in `texts`, or null where the package brings none. */
  readonly text: number | null
}

interface Licences {
  readonly packages: readonly Package[]
  /** Each once: many packages bring the same words. */
  readonly texts: readonly string[]
}

/** Of Electron the binary is shipped, with its own notices beside it, and not what its package needs to fetch it. */
const WITHOUT_DEPENDENCIES = ['electron']

/** Shipped as files that the build copies, so that no source imports them. */
const COPIED = ['noto-sans-sc', 'noto-sans', 'noto-sans-symbols-2'].map(font => `@expo-google-fonts/${font}`)

/** The licences of the packages that the shipped sources import, and of all that those depend on. */
export function collectLicences(): Licences {
  const folders = new Map<string, string>()
  for (const name of [...importedPackages(), ...COPIED]) addWithDependencies(name, ROOT, folders)
  const texts: string[] = []
  const packages = [...folders.values()].map(folder => {
    const { name, version, license } = manifestIn(folder)
    const text = licenceText(folder)
    if (text !== undefined && !texts.includes(text)) texts.push(text)
    return { name, version, licence: license, text: text === undefined ? null : texts.indexOf(text) }
  })
  return { packages: packages.sort((a, b) => a.name.localeCompare(b.name, 'en')), texts }
}

/** Bare names that shipped sources import for more than a type. */
function importedPackages(): string[] {
  const files = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
    file => !/\.test\.tsx?$/.test(file) && !file.startsWith(join('main', 'cli')),
  )
  const names = files.flatMap(file => {
    const source = readFileSync(join(ROOT, file), 'utf8')
    const from = source.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^'.#][^']*)'/gm)
    const bare = source.matchAll(/^import '([^'.#][^']*)'|\bimport\('([^'.#][^']*)'\)/gm)
    return [...from, ...bare].map(([, one, other]) => one ?? other ?? '')
  })
  const packages = names.map(name =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  )
  return [...new Set(packages)].filter(name => name !== '' && !isBuiltin(name)).sort()
}

function addWithDependencies(name: string, from: string, folders: Map<string, string>): void {
  const folder = folderOf(name, from)
  const { version, dependencies } = manifestIn(folder)
  const id = `${name}@${version}`
  if (folders.has(id)) return
  folders.set(id, folder)
  if (WITHOUT_DEPENDENCIES.includes(name)) return
  for (const dependency of Object.keys(dependencies)) addWithDependencies(dependency, folder, folders)
}

/** Where Node would find a package for a module in `from`. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (globSync(join(folder, 'package.json')).length > 0) return folder
    if (at === dirname(at)) throw new Error(`${name} is not installed; run npm ci`)
  }
}

function manifestIn(folder: string) {
  return Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
}

function licenceText(folder: string): string | undefined {
  const names = readdirSync(folder).filter(name =>
    /^(?:licen[cs]e|copying|notice|third[_-]party)/i.test(name),
  )
  const texts = names
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  return texts.length === 0 ? undefined : texts.join('\n\n')
}

if (import.meta.main) writeFileSync(LICENCES_FILE, `${JSON.stringify(collectLicences(), null, 2)}\n`)
