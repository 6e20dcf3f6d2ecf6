import { cpSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import type { Trial } from '../trial.ts'
import { lookAt, type Truth } from '../truth.ts'

/** A trial with what the store says while nothing is wrong. */
export interface Broken extends Trial {
  readonly truth: Truth
}

/** What each file of a store is missed as, where it is gone: a refusal, or a finding. */
const MISSED_AS: Readonly<Record<string, string>> = {
  'lobule.db': 'store_missing database',
  'keyring.json': 'store_missing keyring',
  'security.log': 'security_log_altered',
  'trail-anchor.json': 'trail_anchor_missing',
  'attempts.json': 'too_many_attempts',
}

/** Each file of the store, cut at any length. */
export async function truncatedFiles(trial: Broken): Promise<Tally> {
  const tally = tallyOf('files: cut short')
  for (let time = 0; time < Math.ceil(trial.count * 0.6); time += 1) {
    const draw = trial.draw(`cut ${time}`)
    const store = copyOf(trial)
    const name = draw.pick(Object.keys(MISSED_AS) as [string, ...string[]])
    const file = join(store, name)
    const length = draw.whole(0, statSync(file).size - 1)
    truncateSync(file, length)
    const { outcome, findings } = await lookAt(store, trial.truth)
    const unsaid = outcome.was === 'recovered' && findings.length === 0
    const seen: Outcome = unsaid ? { was: 'lost', what: 'nobody said so' } : outcome
    count(tally, seen, `seed ${trial.seed}, ${name} cut to ${length}`)
  }
  return tally
}

/** Each file of the store, gone: missed under its name, and none made in its place. */
export async function missingFiles(trial: Broken): Promise<Tally> {
  const tally = tallyOf('files: missing')
  for (const [name, missedAs] of Object.entries(MISSED_AS)) {
    const store = copyOf(trial)
    rmSync(join(store, name))
    const before = readdirSync(store).length
    const { outcome } = await lookAt(store, trial.truth)
    const said = outcome.was === 'lost' ? '' : (outcome.as ?? '')
    const isMade = missedAs.startsWith('store_missing') && readdirSync(store).includes(name)
    const isMissed = said.includes(missedAs) && !isMade
    const seen: Outcome = isMissed
      ? outcome
      : { was: 'lost', what: `${JSON.stringify(outcome)}, ${before} files` }
    count(tally, seen, `seed ${trial.seed}, ${name} missing`)
  }
  return tally
}

/** The closed store of the template, to be broken. */
export function copyOf({ folder, template }: Trial, name = 'store'): string {
  const store = join(folder, name)
  rmSync(store, { recursive: true, force: true })
  cpSync(template.closed, store, { recursive: true })
  return store
}
