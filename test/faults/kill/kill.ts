import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { grown, type Reading, readAll } from '../reading.ts'
import { payloadOf, siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE } from '../template.ts'
import type { Trial } from '../trial.ts'
import { momentOf, type Order } from './order.ts'
import { killAfter } from './victim.ts'
import type { Kept, KillWork, Place } from './work.ts'
import { works } from './works.ts'

/** What is added to a measured life, so that some die after they came to their end. */
const BEYOND = 1.1
/** Who dies at a call is let come there, but not for ever: there may be fewer. */
const LONGEST_MS = 6000

/** Kills the works that are named, `trial.count` times in all by their shares, and opens the store after each. */
export async function killWorks(trial: Trial, names = Object.keys(works)): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const name of names) {
    const work = works[name]
    if (work === undefined) throw new Error(`no such work: ${name}`)
    tallies.push(await killWork({ name, work, trial }))
  }
  return tallies
}

interface Killing {
  readonly name: string
  readonly work: KillWork
  readonly trial: Trial
}

/** What was acknowledged and read on one store so far. */
interface Series {
  kept: readonly Kept[]
  was: Reading
}

async function killWork(killing: Killing): Promise<Tally> {
  const { name, work, trial } = killing
  const tally = tallyOf(`kill -9: ${name}`)
  const points = Math.ceil((trial.count * work.share) / 100)
  const extent = await measure(killing)
  for (let point = 0; point < points; ) {
    const place = freshPlace(trial, name)
    await work.prepare(place, trial.template)
    const series: Series = { kept: [], was: {} }
    for (let round = 0; round < work.rounds && point < points; round += 1, point += 1) {
      const chosen = pointOf(killing, extent, point)
      const order = { ...orderOf(killing, place), round, diesAt: chosen.diesAt }
      const outcome = await killOnce({ work, order, series }, chosen.life)
      const when = chosen.diesAt === null ? `after ${chosen.life} ms` : `at call ${chosen.diesAt}`
      count(tally, outcome, `seed ${trial.seed}, ${name} ${point} ${when}`)
      if (outcome.was === 'lost') break
    }
  }
  rmSync(join(trial.folder, name), { recursive: true, force: true })
  return tally
}

/** How long the work takes and how many calls change a file, where it ends by itself. */
interface Extent {
  readonly life: number
  readonly steps: number | null
}

async function measure(killing: Killing): Promise<Extent> {
  const { name, work, trial } = killing
  if (work.life !== 'measured')
    return { life: work.life, steps: work.steps === 'measured' ? null : work.steps }
  const place = freshPlace(trial, name)
  await work.prepare(place, trial.template)
  const { ended, failed } = await killAfter({ ...orderOf(killing, place), round: 0, diesAt: null }, 'end')
  if (ended === undefined) throw new Error(`${name} did not end by itself: ${failed ?? 'too slow'}`)
  return { life: ended.milliseconds * BEYOND, steps: work.steps === 'measured' ? ended.steps : work.steps }
}

/** Every second point is at one of the calls that change a file, the others at any moment. */
function pointOf({ name, trial }: Killing, { life, steps }: Extent, point: number) {
  const draw = trial.draw(`kill ${name} ${point}`)
  if (steps !== null && point % 2 === 0) return { diesAt: draw.whole(1, steps + 1), life: LONGEST_MS }
  return { diesAt: null, life: draw.whole(0, Math.ceil(life)) }
}

function orderOf({ name, trial }: Killing, { store, stick }: Place): Omit<Order, 'round' | 'diesAt'> {
  return { work: name, store, stick, template: trial.template }
}

function freshPlace({ folder }: Trial, name: string): Place {
  const home = join(folder, name)
  // The same paths each time: a site knows where its backups go.
  rmSync(join(home, 'here'), { recursive: true, force: true })
  const place = { store: join(home, 'here', '站点 store'), stick: join(home, 'here', '备份 U盘') }
  mkdirSync(place.stick, { recursive: true })
  return { ...place, seed: join(home, 'seed') }
}

interface OneKill {
  readonly work: KillWork
  readonly order: Order
  readonly series: Series
}

/** Kills once and opens the store again: everything acknowledged is there, nothing is half there, the trail is whole. */
async function killOnce({ work, order, series }: OneKill, life: number): Promise<Outcome> {
  const death = await killAfter(order, life)
  if (death.failed !== undefined) return { was: 'lost', what: `did not work: ${death.failed}` }
  series.kept = [...series.kept, ...death.kept]
  const half = 1_800_000
  const site = siteOn(order.store, () => new Date(momentOf(order.round).getTime() + half))
  try {
    const opened = await site.api.session.unlock(PEOPLE[0])
    const strange = opened.findings.filter(finding => !work.findings.includes(finding))
    const now = await readAll(site.api)
    const { problems } = await site.api.audit.verify({})
    const wrong = [
      ...strange.map(finding => `said ${finding}`),
      ...(work.replaces === true ? [] : grown(series.was, now)),
      ...problems
        .filter(({ problem }) => !work.findings.includes(problem as never))
        .map(one => JSON.stringify(one)),
      ...(await work.check(site, { kept: series.kept, place: order, findings: opened.findings })),
      ...site.failures.map(failure => `internal: ${JSON.stringify(failure)}`),
    ]
    series.was = now
    if (wrong.length > 0) return { was: 'lost', what: wrong.slice(0, 4).join('; ') }
    return {
      was: 'recovered',
      as: death.ended === undefined ? 'killed in the middle' : 'killed after its end',
    }
  } catch (error) {
    return {
      was: 'lost',
      what: `does not open: ${JSON.stringify(payloadOf(error))} ${JSON.stringify(site.failures)}`,
    }
  } finally {
    await site.close()
  }
}
