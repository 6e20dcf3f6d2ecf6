import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mountSmallDisk } from '../disk/mount.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { lookAt, truthOf } from '../truth.ts'
import type { Broken } from './gone.ts'
import { lookApart, NOBODY } from './look-apart.ts'

/** What is taken from whom: of a file, or of the folder. */
interface Taken {
  readonly path: string
  readonly mode: number
}

const TAKEN: readonly [Taken, ...Taken[]] = [
  { path: 'lobule.db', mode: 0o000 },
  { path: 'lobule.db', mode: 0o400 },
  { path: 'keyring.json', mode: 0o000 },
  { path: 'keyring.json', mode: 0o400 },
  { path: 'security.log', mode: 0o000 },
  { path: 'security.log', mode: 0o400 },
  { path: 'attempts.json', mode: 0o000 },
  { path: 'trail-anchor.json', mode: 0o000 },
  { path: '.', mode: 0o500 },
  { path: '.', mode: 0o000 },
]

const SHARE = 0.1

/** Files and folders that the user of the computer may not read, or not write: said as such, nothing changed. */
export async function withoutRights({ template, truth, seed, count: wanted, draw }: Broken): Promise<Tally> {
  const tally = tallyOf('files: rights taken')
  const isRoot = process.getuid?.() === 0
  for (let time = 0; time < Math.ceil(wanted * SHARE); time += 1) {
    const { path, mode } = draw(`rights ${time}`).pick(TAKEN)
    const home = mkdtempSync(join(tmpdir(), 'lobule 权限 '))
    const store = join(home, 'store')
    cpSync(template.closed, store, { recursive: true })
    if (isRoot)
      for (const each of [home, store, ...readdirSync(store).map(name => join(store, name))])
        chownSync(each, NOBODY, NOBODY)
    chmodSync(join(store, path), mode)
    const looked = await lookApart({ store, truth }, isRoot ? NOBODY : undefined)
    chmodSync(join(store, path), 0o700)
    if (looked === undefined) tally.untried.push('taken rights: another user may not read the sources')
    else count(tally, looked.outcome, `seed ${seed}, ${path} ${mode.toString(8)}`)
    rmSync(home, { recursive: true, force: true })
  }
  return tally
}

/** The whole disk of the store takes nothing: a stick with its switch on, a disk that the system gave up. */
export async function readOnlyDisks({ folder, template, truth: closed, seed }: Broken): Promise<Tally> {
  const tally = tallyOf('files: a read-only disk')
  const disk = mountSmallDisk(join(folder, '只读 盘'), 16)
  if (disk === undefined) {
    tally.untried.push('a read-only disk: this user may not mount one')
    return tally
  }
  const truths = { closed, crashed: await truthOf(template.crashed) }
  for (const state of ['closed', 'crashed'] as const) {
    const truth = truths[state]
    const store = join(disk.folder, state)
    cpSync(template[state], store, { recursive: true })
    execFileSync('mount', ['-o', 'remount,ro', disk.folder])
    const { outcome } = await lookAt(store, truth)
    execFileSync('mount', ['-o', 'remount,rw', disk.folder])
    const after = await lookAt(store, truth)
    const isBack = after.outcome.was === 'recovered'
    const seen: Outcome = isBack
      ? outcome
      : { was: 'lost', what: `afterwards: ${JSON.stringify(after.outcome)}` }
    count(tally, seen, `seed ${seed}, read-only, ${state}`)
  }
  disk.unmount()
  return tally
}
