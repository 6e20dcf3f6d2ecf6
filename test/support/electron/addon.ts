/*
 * The SQLite driver for the stand-in. The prebuilt one wants a newer Node-API than Electron 33 has; the sources beside
 * it do not. Built for a staged copy of the application only: what ships is the prebuilt one.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Unavailable } from './cache.ts'
import { run } from './run.ts'
import { STAND_IN_VERSION } from './stand-in.ts'
import { ensurePrograms } from './system-packages.ts'

/** The declarations of Node-API as of Electron 33's Node; `node-api-20.h` adds what is left out of them. */
const HEADERS = 'node-api-headers@1.3.0'

const MACROS = [
  'NDEBUG',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
].map(macro => `-D${macro}`)

const COMPILE = ['-c', '-O2', '-fPIC', '-w']
const LINK = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']

/** Builds the driver's addon for `electron` once in `cache`, and sees it work; answers its file. */
export async function buildAddon(cache: string, modules: string, electron: string): Promise<string> {
  const driver = join(modules, 'better-sqlite3-multiple-ciphers')
  const { version } = JSON.parse(readFileSync(join(driver, 'package.json'), 'utf8')) as { version: string }
  const built = join(cache, `better_sqlite3-${version}-electron-${STAND_IN_VERSION}.node`)
  if (existsSync(built)) return built
  await ensurePrograms('g++')
  const work = await mkdtemp(join(cache, 'work-'))
  try {
    const include = await headers(work)
    const sqlite = join(driver, 'deps/sqlite3')
    await Promise.all([
      run(
        'compile SQLite',
        'gcc',
        [...COMPILE, '-std=gnu99', ...sqliteMacros(driver), join(sqlite, 'sqlite3.c')],
        work,
      ),
      run(
        'compile the SQLite driver',
        'g++',
        [
          ...[...COMPILE, '-std=c++20', '-fvisibility=hidden', ...MACROS],
          ...['-include', join(import.meta.dirname, 'node-api-20.h')],
          ...[`-I${include}`, `-I${join(modules, 'node-addon-api')}`, `-I${sqlite}`],
          join(driver, 'src/better_sqlite3.cpp'),
        ],
        work,
      ),
    ])
    const objects = ['better_sqlite3.o', 'sqlite3.o']
    await run(
      'link the SQLite driver',
      'g++',
      [...LINK, ...objects, '-ldl', '-lpthread', '-lm', '-o', 'addon.node'],
      work,
    )
    await check(work, driver, electron)
    renameSync(join(work, 'addon.node'), built)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return built
}

async function headers(work: string): Promise<string> {
  await run(`get ${HEADERS} from the registry`, 'npm', ['pack', HEADERS, '--silent'], work)
  const tarball = readdirSync(work).find(name => name.endsWith('.tgz'))
  if (!tarball) throw new Unavailable(`${HEADERS} brought no tarball`)
  await run('unpack it', 'tar', ['xzf', tarball], work)
  return join(work, 'package/include')
}

async function check(work: string, driver: string, electron: string): Promise<void> {
  for (const part of ['lib', 'package.json'])
    cpSync(join(driver, part), join(work, part), { recursive: true })
  cpSync(join(work, 'addon.node'), join(work, `prebuilds/${process.platform}-${process.arch}.node`))
  const script = `const db = new (require(${JSON.stringify(work)}))(':memory:')
    for (let times = 0; times < 20_000; times += 1) db.prepare('SELECT 1').get()`
  await run('load the SQLite driver in Electron', electron, ['-e', script], work, {
    ELECTRON_RUN_AS_NODE: '1',
  })
}

/** How the driver configures SQLite, from its own build file. */
function sqliteMacros(driver: string): string[] {
  const text = readFileSync(join(driver, 'deps/defines.gypi'), 'utf8')
  return [...text.matchAll(/'([A-Z_0-9]+(?:=[^']*)?)',/g)].map(([, macro]) => `-D${macro}`)
}
