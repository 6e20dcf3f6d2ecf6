/*
 * `electron PATH` loads the application at PATH, as Electron's own default application does. Runs in the stand-in
 * alone, with its types taken off.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron/main'

interface Manifest {
  readonly name: string
  readonly productName: string
  readonly version: string
  readonly main: string
}

/** What only a default application calls, and Electron's types leave out. */
interface Shell {
  setAppPath(path: string): void
  setVersion(version: string): void
}

const path = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (path === undefined) throw new Error('no application given')
const root = resolve(path)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setName(manifest.productName)
const shell = app as unknown as Shell
shell.setAppPath(root)
shell.setVersion(manifest.version)
await import(pathToFileURL(join(root, manifest.main)).href)
