// `electron PATH` loads the application at PATH, as Electron's own default application does.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron/main'

const path = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (path === undefined) {
  console.error('no application given')
  process.exit(1)
}
const root = resolve(path)
const { name, productName, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setVersion(version)
app.name = productName ?? name
app.setAppPath(root)
await import(pathToFileURL(join(root, main)).href)
