import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { electronHost } from '#test/support/e2e/electron-host.ts'
import { startDisplay } from '#test/support/electron/display.ts'
import { isRoot } from '#test/support/electron/run.ts'
import { electronRuntime, UNPRIVILEGED } from '#test/support/electron/runtime.ts'
import { type Pair, quantile, ratioOf } from '../measure.ts'
import { tableOf } from '../table.ts'
import { makeLargeSite } from './large-site.ts'
import { timeSteps } from './steps.ts'
import { trendRows } from './trends/rows.ts'

/*
 * npm run bench:window [-- --quick] [-- --site folder] [-- --trends]
 * The window on a site of 5,000 synthetic candidates: how long it takes to begin, and how long each step keeps somebody
 * waiting. With --site the candidates stay in that folder for the next run. README.md in the folder above says what each
 * row means.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    site: { type: 'string' },
    trends: { type: 'boolean', default: false },
  },
})
const candidates = values.quick ? 500 : 5000
const rounds = values.quick ? 3 : 10

const folder = await mkdtemp(join(tmpdir(), 'lobule-bench-window-'))
// Electron runs as a user without rights, who has to reach the data.
await chmod(folder, 0o755)
const host = await electronHost()
const display = await startDisplay()
try {
  if (!values.trends) await candidateRows()
  await charts()
  process.stdout.write(`\nload of the machine ${loadavg()[0]?.toFixed(1)}\n`)
} finally {
  await display.dispose()
  await host.dispose()
  await rm(folder, { recursive: true, force: true })
}

/** The window on a site of many candidates. */
async function candidateRows(): Promise<void> {
  const data = join(folder, 'data')
  await cp(await siteFolder(), data, { recursive: true })
  const starts = await coldStarts(data)
  process.stdout.write(
    `${tableOf([{ work: 'cold start to the unlock screen', beside: 'an empty Electron window', ratio: ratioOf(starts), aim: 1.5 }])}\n\n`,
  )
  for (const [work, times] of await timeSteps({ host, data, candidates, rounds })) {
    const [half, most] = [0.5, 0.95].map(share => quantile(times, share).toFixed(0).padStart(6))
    process.stdout.write(`${work.padEnd(58)} p50 ${half} ms, p95 ${most} ms\n`)
  }
  process.stdout.write('\n')
  for (const line of await bundleSizes()) process.stdout.write(`${line}\n`)
}

/** The charts of one patient of ten years, and of a cohort. */
async function charts(): Promise<void> {
  const kept = values.site === undefined ? join(folder, 'trends') : `${values.site}-trends`
  const cohort = values.quick ? 100 : 500
  const { rows, cohort: opened } = await trendRows({
    ...{ host, folder, site: kept, cohort, rounds: values.quick ? 1 : 2 },
    openBare: page => startBare({ BENCH_PAGE: page }),
  })
  process.stdout.write(`${tableOf(rows)}\n`)
  for (const [index, time] of opened.entries()) {
    const which = index === 0 ? 'the first time' : 'again, in a page loaded anew'
    process.stdout.write(
      `${`cohort of ${cohort} opened, ${which}`.padEnd(58)} ${time.toFixed(0).padStart(10)} ms\n`,
    )
  }
}

async function siteFolder(): Promise<string> {
  const site = values.site ?? join(folder, 'site')
  if (existsSync(site)) return site
  process.stderr.write(`making a site of ${candidates} candidates …\n`)
  await makeLargeSite(storeFolder({ data: site, sample: true }), candidates)
  return site
}

async function coldStarts(data: string): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await timed(async () => {
      const running = await host.start(data, 'sample')
      return [running.electron, running.page]
    }, 'h1')
    const other = await timed(async () => {
      const running = await startBare()
      return [running, await running.firstWindow()]
    }, 'h1')
    // The first pair warms the disk's cache.
    if (round > 0) pairs.push({ ours, other })
  }
  return pairs
}

/** An Electron window of our own, on a screen of its own, with a page of the bench or an empty one. */
async function startBare(page: Readonly<Record<string, string>> = {}): Promise<ElectronApplication> {
  const { executable } = await electronRuntime()
  const [empty, home] = [join(folder, 'empty'), join(folder, 'home')]
  if (!existsSync(empty)) {
    await cp(join(import.meta.dirname, 'empty-window'), empty, { recursive: true })
    await mkdir(home)
    if (isRoot()) await chown(home, UNPRIVILEGED.uid, UNPRIVILEGED.gid)
  }
  const env = { HOME: home, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', DISPLAY: display.name, ...page }
  return await electron.launch({ executablePath: executable, args: [empty], env, chromiumSandbox: true })
}

async function timed(start: () => Promise<[ElectronApplication, Page]>, seen: string): Promise<number> {
  const begin = performance.now()
  const [running, page] = await start()
  await page.locator(seen).first().waitFor()
  const took = performance.now() - begin
  await running.close()
  return took
}

/** What the page is made of, as it lies on the disk and as it would cross a network. */
async function bundleSizes(): Promise<string[]> {
  const out = join(import.meta.dirname, '../../../out')
  const files = (await readdir(out, { recursive: true })).filter(name => /\.(?:js|cjs|css|woff2)$/.test(name))
  const sizes = await Promise.all(
    files.map(async name => ({
      name,
      size: (await stat(join(out, name))).size,
      zipped: gzipSync(readFileSync(join(out, name))).length,
    })),
  )
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  return sizes
    .filter(({ size }) => size > 20_000)
    .sort((a, b) => b.size - a.size)
    .map(({ name, size, zipped }) => `${name.padEnd(56)} ${kB(size)}, ${kB(zipped)} gzip`)
}
