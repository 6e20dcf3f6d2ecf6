import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draw } from '#test/bench/synthetic/draw.ts'
import { siteNow } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import type { Trial } from '../trial.ts'
import { lookAt, type Truth, truthOf } from '../truth.ts'
import { spoil } from './spoil.ts'

/** A file of the store, in which state of it, and how large its share of the trials is. */
const FILES = [
  { file: 'lobule.db', of: 'closed', share: 30 },
  { file: 'lobule.db', of: 'crashed', share: 10 },
  { file: 'lobule.db-wal', of: 'crashed', share: 15 },
  { file: 'keyring.json', of: 'closed', share: 15 },
  { file: 'security.log', of: 'closed', share: 10 },
  { file: 'trail-anchor.json', of: 'closed', share: 3 },
  { file: 'attempts.json', of: 'closed', share: 3 },
  { file: 'last-commit.json', of: 'crashed', share: 1 },
] as const
type Target = (typeof FILES)[number]

/** Longer than anybody has to wait after failed attempts. */
const WAITED_MS = 20 * 60_000
const WAY_BACK_EVERY = 20

/** Spoils bytes of the files of a store, one place a trial, and opens it; `count` trials over all files by their share. */
export async function spoilStores(trial: Trial): Promise<Tally[]> {
  const tallies: Tally[] = []
  const truths = {
    closed: await truthOf(trial.template.closed),
    crashed: await truthOf(trial.template.crashed),
  }
  for (const target of FILES) {
    const tally = tallyOf(`bytes: ${target.file}${target.of === 'crashed' ? ' after a crash' : ''}`)
    const times = Math.ceil((trial.count * target.share) / 100)
    for (let time = 0; time < times; time += 1) {
      const draw = trial.draw(`${target.file} ${target.of} ${time}`)
      const { outcome, how } = await spoilOnce(target, { ...trial, truth: truths[target.of] }, draw)
      count(tally, outcome, `seed ${trial.seed}, ${target.file} ${target.of} ${time}: ${how}`)
    }
    tallies.push(tally)
  }
  return tallies
}

async function spoilOnce(
  { file, of }: Target,
  { template, folder, truth }: Trial & { readonly truth: Truth },
  draw: Draw,
): Promise<{ outcome: Outcome; how: string }> {
  const store = join(folder, 'store')
  rmSync(store, { recursive: true, force: true })
  cpSync(template[of], store, { recursive: true })
  const path = join(store, file)
  const whole = readFileSync(path)
  const { bytes, how } = spoil(whole, draw)
  writeFileSync(path, bytes)
  const { outcome, findings } = await lookAt(store, truth)
  const judged = judge(file, outcome, findings)
  if (judged.was !== 'refused' || draw.whole(1, WAY_BACK_EVERY) > 1) return { outcome: judged, how }
  if (existsSync(path)) writeFileSync(path, whole)
  return { outcome: await wayBack(store, truth, judged), how }
}

/** What these two files are for is to be believed, or not: a changed one must be noticed. */
function judge(file: Target['file'], outcome: Outcome, findings: readonly string[]): Outcome {
  const noticed = {
    'security.log': 'security_log_altered',
    'trail-anchor.json': 'trail_does_not_match_anchor',
  }
  const wanted = file in noticed ? noticed[file as keyof typeof noticed] : undefined
  if (wanted === undefined || outcome.was !== 'recovered' || findings.includes(wanted)) return outcome
  return { was: 'lost', what: `nobody said ${wanted}` }
}

/** With the byte as it was, the store must open as if nothing had been: a refusal spoils nothing further. */
async function wayBack(store: string, truth: Truth, refused: Outcome & { was: 'refused' }): Promise<Outcome> {
  if (refused.as.startsWith('opened')) return refused
  const { outcome } = await lookAt(store, truth, () => siteNow(WAITED_MS))
  return outcome.was === 'recovered'
    ? refused
    : { was: 'lost', what: `${refused.as}, and no way back: ${JSON.stringify(outcome)}` }
}
