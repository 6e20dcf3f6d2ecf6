import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Draw } from '#test/bench/synthetic/draw.ts'
import { makeOldStore } from '#test/support/old-store.ts'
import { backUp } from '../kill/works/seed.ts'
import { grown, type Reading, readAll } from '../reading.ts'
import { siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE, type Template } from '../template.ts'
import type { Trial } from '../trial.ts'
import { mountSmallDisk, type SmallDisk } from './mount.ts'
import { type DiskWork, diskWorks } from './works.ts'

const DISK_MB = 64
/** From nothing at all to more than any of the works writes. */
const MOST_FREE = 6 * 1024 * 1024

/** Lets the disk fill up in the middle of each kind of work, and opens the store when there is room again. */
export async function fillDisks(trial: Trial): Promise<Tally[]> {
  const tallies: Tally[] = []
  const names = Object.keys(diskWorks)
  const times = Math.max(1, Math.ceil(trial.count / names.length))
  for (const name of names) {
    const tally = tallyOf(`disk full: ${name}`)
    const disk = mountSmallDisk(join(trial.folder, '小 U盘'), DISK_MB)
    if (disk === undefined) {
      tally.untried.push('a full disk: this user may not mount a small one')
    } else {
      await fillOften({ name, tally, disk, times }, trial)
      disk.unmount()
    }
    tallies.push(tally)
  }
  return tallies
}

interface Filling {
  readonly name: string
  readonly tally: Tally
  readonly disk: SmallDisk
  readonly times: number
}

async function fillOften(
  { name, tally, disk, times }: Filling,
  { template, draw, seed }: Trial,
): Promise<void> {
  const work = diskWorks[name]
  if (work === undefined) throw new Error(`no such work: ${name}`)
  const seedStore = join(disk.folder, 'seed')
  await plantSeed(work, seedStore, { disk, template })
  const [stick, seedStick] = [stickOn(disk), join(disk.folder, 'seed stick')]
  if (existsSync(stick)) cpSync(stick, seedStick, { recursive: true })
  for (let time = 0; time < times; time += 1) {
    const chance = draw(`disk ${name} ${time}`)
    const store = join(disk.folder, '站点 store')
    rmSync(store, { recursive: true, force: true })
    cpSync(seedStore, store, { recursive: true })
    // A backup of the time before would rightly say that this store is an older one.
    rmSync(stick, { recursive: true, force: true })
    if (existsSync(seedStick)) cpSync(seedStick, stick, { recursive: true })
    const free = freeBytes(chance)
    const outcome = await fillOnce(work, { store, disk, template, free })
    count(tally, outcome, `seed ${seed}, ${name} ${time}, ${free} bytes free`)
    disk.free()
    for (const left of [`${store}.replaced`]) rmSync(left, { recursive: true, force: true })
  }
}

/** Small amounts as likely as large ones: most works write little. */
function freeBytes(chance: Draw): number {
  return chance.whole(0, 2 ** chance.whole(10, Math.floor(Math.log2(MOST_FREE))))
}

function stickOn({ folder }: SmallDisk): string {
  return join(folder, '备份')
}

interface Planting {
  readonly disk: SmallDisk
  readonly template: Template
}

/** A store whose backups go to the same disk, one of them made. */
async function plantSeed(
  { store: kind }: DiskWork,
  store: string,
  { disk, template }: Planting,
): Promise<void> {
  if (kind === 'old') {
    await makeOldStore(store, ['coordinator'])
    return
  }
  cpSync(template.closed, store, { recursive: true })
  const stick = stickOn(disk)
  mkdirSync(stick, { recursive: true })
  const site = siteOn(store)
  await site.api.session.unlock(PEOPLE[0])
  const keep = { days: 7, weeks: 4, months: 6 }
  const settings = { folder: stick, everyHours: null, onClosing: false, keep }
  await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'the same disk' })
  await backUp(site)
  await site.close()
}

interface Filled extends Planting {
  readonly store: string
  readonly free: number
}

/** What came of the work, and whether the store says afterwards what it said before. */
async function fillOnce(work: DiskWork, filled: Filled): Promise<Outcome> {
  const { store, disk, template, free } = filled
  const site = siteOn(store)
  let was: Reading = {}
  let refused: string | undefined
  try {
    if (work.isUnlocked) {
      await site.api.session.unlock(PEOPLE[0])
      was = await readAll(site.api)
    }
    disk.leave(free)
    refused = await work.run(site, template).then(
      () => undefined,
      (error: unknown) => wordOf(error),
    )
  } finally {
    // A full disk keeps nobody from locking.
    await site.close()
  }
  disk.free()
  const bug = site.failures[0]
  if (bug !== undefined) return { was: 'lost', what: `internal: ${JSON.stringify(bug)}` }
  return (
    (await afterwards(store, was)) ??
    (refused === undefined ? { was: 'recovered' } : { was: 'refused', as: refused })
  )
}

/** A loss, where the store does not open when there is room again, or lacks what it had. */
async function afterwards(store: string, was: Reading): Promise<Outcome | undefined> {
  const site = siteOn(store)
  try {
    await site.api.session.unlock(PEOPLE[0])
    const lost = grown(was, await readAll(site.api))
    const { problems } = await site.api.audit.verify({})
    const bad = problems.filter(({ problem }) => problem !== 'trail_anchor_missing')
    if (lost.length + bad.length === 0) return undefined
    return { was: 'lost', what: `${lost.slice(0, 3).join('; ')} ${JSON.stringify(bad)}` }
  } catch (error) {
    return { was: 'lost', what: `does not open again: ${wordOf(error)} ${JSON.stringify(site.failures)}` }
  } finally {
    await site.close()
  }
}

function wordOf(error: unknown): string {
  if (error instanceof Error && 'payload' in error) {
    const payload = error.payload as { code: string; trouble?: string }
    return payload.trouble === undefined ? payload.code : `${payload.code} ${payload.trouble}`
  }
  return error instanceof Error ? error.message : String(error)
}
