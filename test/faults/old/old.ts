import { randomUUID } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draw } from '#test/bench/synthetic/draw.ts'
import { backUp, chartNamed, fromSeed } from '../kill/works/seed.ts'
import { differences, readAll } from '../reading.ts'
import { payloadOf, siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE } from '../template.ts'
import type { Trial } from '../trial.ts'
import { type Truth, truthOf } from '../truth.ts'

const PAGE = 4096

/** A store at two times, the later one with a backup of it: what was put back is the earlier one or parts of it. */
interface Two {
  readonly store: string
  readonly stick: string
  readonly earlier: string
  readonly later: string
  /** What the later one says. */
  readonly truth: Truth
}

/** Puts old pages, an old database and an old whole store in place of newer ones: valid under the key, and found. */
export async function putBackOlder(trial: Trial): Promise<Tally[]> {
  const two = await twoStates(trial)
  const [pages, database, store] = [
    tallyOf('old: single pages put back'),
    tallyOf('old: the database put back'),
    tallyOf('old: the whole store put back'),
  ]
  for (let time = 0; time < trial.count; time += 1) {
    const where = `seed ${trial.seed}, old ${time}`
    fresh(two.later, two.store)
    const page = putBackPage(two, trial.draw(`old page ${time}`))
    count(pages, await openedAs(two, 'page'), `${where}, page ${page}`)
    if (time % 4 > 0) continue
    fresh(two.later, two.store)
    cpSync(join(two.earlier, 'lobule.db'), join(two.store, 'lobule.db'))
    count(database, await openedAs(two, 'trail_does_not_match_anchor'), where)
    fresh(two.earlier, two.store)
    count(store, await openedAs(two, 'backup_is_ahead'), where)
  }
  return [pages, database, store]
}

async function twoStates(trial: Trial): Promise<Two> {
  const home = join(trial.folder, 'old')
  const place = { store: join(home, 'store'), stick: join(home, '备份'), seed: join(home, 'seed') }
  await fromSeed(place, trial.template, async site => void (await backUp(site)))
  const two = { ...place, earlier: join(home, 'earlier'), later: join(home, 'later') }
  cpSync(place.store, two.earlier, { recursive: true })
  const site = siteOn(place.store)
  await site.api.session.unlock(PEOPLE[0])
  for (let fact = 0; fact < 20; fact += 1) await chartNamed(site, trial.template, randomUUID())
  await backUp(site)
  await site.close()
  cpSync(place.store, two.later, { recursive: true })
  return { ...two, truth: await truthOf(two.later) }
}

function fresh(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}

/** One page that differs between the two, as it was earlier: its authentication code is right. */
function putBackPage({ store, earlier }: Two, draw: Draw): number {
  const file = join(store, 'lobule.db')
  const [now, before] = [readFileSync(file), readFileSync(join(earlier, 'lobule.db'))]
  const both = Math.min(now.length, before.length) / PAGE
  const differing = Array.from({ length: both }, (_, page) => page).filter(
    page => !pageOf(now, page).equals(pageOf(before, page)),
  )
  const page = draw.pick(differing as [number, ...number[]])
  pageOf(before, page).copy(now, page * PAGE)
  writeFileSync(file, now)
  return page + 1
}

function pageOf(bytes: Buffer, page: number): Buffer {
  return bytes.subarray(page * PAGE, (page + 1) * PAGE)
}

/**
 * A page that is older than the rest is a damaged store, or a trail that does not hold; an older database is what the
 * anchor finds, an older store with its anchor what the backups find.
 */
async function openedAs({ store, truth }: Two, wanted: string): Promise<Outcome> {
  const site = siteOn(store)
  try {
    const opened = await site.api.session.unlock(PEOPLE[0])
    const { problems } = await site.api.audit.verify({})
    const said = [...opened.findings, ...problems.map(({ problem }) => problem)]
    if (site.failures.length > 0)
      return { was: 'lost', what: `internal: ${JSON.stringify(site.failures[0])}` }
    const isFound = wanted === 'page' ? said.length > 0 : said.includes(wanted)
    const wrong = differences(truth.reading, await readAll(site.api, truth.entries))
    if (wrong.length === 0) return { was: 'recovered', as: 'a page that nobody reads' }
    if (isFound) return { was: 'refused', as: `opened, said: ${[...new Set(said)].join(' ')}` }
    return { was: 'lost', what: `not found; said ${said.join(' ')}: ${wrong.slice(0, 3).join('; ')}` }
  } catch (error) {
    const payload = payloadOf(error)
    if (payload.code === 'internal')
      return { was: 'lost', what: `internal: ${JSON.stringify(site.failures)}` }
    return { was: 'refused', as: payload.code }
  } finally {
    await site.close()
  }
}
