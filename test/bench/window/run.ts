import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { electronHost } from '#test/support/e2e/electron-host.ts'
import { unlock } from '#test/support/e2e/steps.ts'
import { startDisplay } from '#test/support/electron/display.ts'
import { electronRuntime } from '#test/support/electron/runtime.ts'
import { type Pair, quantile, ratioOf } from '../measure.ts'
import { tableOf } from '../table.ts'
import { untilPainted } from './in-page.ts'
import { LONG_CHART, makeLargeSite } from './large-site.ts'

/*
 * npm run bench:window [-- --quick]
 * The window on a site of 5,000 synthetic candidates: how long it takes to begin, and how long each step keeps somebody
 * waiting. README.md in the folder above says what each row means.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const candidates = values.quick ? 300 : 5000
const rounds = values.quick ? 3 : 10

const folder = await mkdtemp(join(tmpdir(), 'lobule-bench-window-'))
const host = await electronHost()
try {
  const data = join(folder, 'data')
  process.stderr.write(`making a site of ${candidates} candidates …\n`)
  await makeLargeSite(storeFolder({ data, sample: true }), candidates)
  const starts = await coldStarts(data)
  process.stdout.write(
    `${tableOf([{ work: 'cold start to the unlock screen', beside: 'an empty Electron window', ratio: ratioOf(starts), aim: 1.5 }])}\n\n`,
  )
  for (const [work, times] of await steps(data)) {
    const shown = [0.5, 0.95].map(share => `${quantile(times, share).toFixed(0)} ms`)
    process.stdout.write(`${work.padEnd(56)} p50 ${shown[0]}, p95 ${shown[1]}\n`)
  }
  for (const line of await bundleSizes()) process.stdout.write(`${line}\n`)
} finally {
  await host.dispose()
  await rm(folder, { recursive: true, force: true })
}

async function coldStarts(data: string): Promise<Pair[]> {
  const { executable } = await electronRuntime()
  const display = await startDisplay()
  const env = { HOME: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', DISPLAY: display.name }
  const empty = join(folder, 'empty')
  await cp(join(import.meta.dirname, 'empty-window'), empty, { recursive: true })
  const pairs: Pair[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await timed(async () => {
      const running = await host.start(data, 'sample')
      return [running.electron, running.page]
    }, 'h1')
    const other = await timed(async () => {
      const running = await electron.launch({
        executablePath: executable,
        args: [empty],
        env,
        chromiumSandbox: true,
      })
      return [running, await running.firstWindow()]
    }, 'h1')
    // The first pair warms the disk's cache.
    if (round > 0) pairs.push({ ours, other })
  }
  await display.dispose()
  return pairs
}

async function timed(start: () => Promise<[ElectronApplication, Page]>, seen: string): Promise<number> {
  const begin = performance.now()
  const [running, page] = await start()
  await page.locator(seen).first().waitFor()
  const took = performance.now() - begin
  await running.close()
  return took
}

/** Every step that an investigator waits for, each ten times. */
async function steps(data: string): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>()
  const note = (work: string, time: number) => times.set(work, [...(times.get(work) ?? []), time])
  const { page, close } = await host.start(data, 'sample')
  const begin = performance.now()
  await unlock(page)
  await page.getByRole('row').nth(20).waitFor()
  note('unlock to a usable log (key derivation included)', performance.now() - begin)
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 600_000 })
  note(`every verdict of ${candidates} candidates on screen, from unlock`, performance.now() - begin)
  const search = page.getByLabel('Number, initials or name')
  for (let round = 0; round < rounds; round += 1) {
    await search.fill('')
    await search.focus()
    note(
      'log: one letter typed into the search, filtered',
      await untilPainted(page, () => page.keyboard.type('9'), '[role=row]'),
    )
    await search.fill('')
    await page
      .getByRole('row')
      .nth(3)
      .focus()
      .catch(() => undefined)
    note(
      'log: scrolled by a page',
      await untilPainted(page, () => page.keyboard.press('PageDown'), '[role=row]'),
    )
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByLabel('Candidate or command').fill(LONG_CHART)
    await page.getByRole('dialog').getByRole('button', { name: LONG_CHART }).waitFor()
    note(
      'candidate with 500 facts: screening',
      await untilPainted(
        page,
        () => page.keyboard.press('Enter'),
        'h1[data-candidate], [aria-label="Verdicts"]',
      ),
    )
    await page.getByRole('link', { name: 'Chart', exact: true }).focus()
    note(
      'candidate with 500 facts: chart',
      await untilPainted(page, () => page.keyboard.press('Enter'), 'table'),
    )
    await page.keyboard.press('Control+1')
    await page.getByRole('row').nth(20).waitFor()
  }
  await close()
  return times
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
