import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { lookAt } from '../truth.ts'
import { type Broken, copyOf } from './gone.ts'

const ACTOR = join(import.meta.dirname, '../kill/actor.ts')
const SHARE = 0.05

/** While one process works, another is refused and nothing changes; when the first is killed, the store opens. */
export async function twoProcesses(trial: Broken): Promise<Tally> {
  const tally = tallyOf('files: two processes on one store')
  for (let time = 0; time < Math.ceil(trial.count * SHARE); time += 1) {
    const store = copyOf(trial)
    const order = { work: 'saving', store, stick: '', template: trial.template, round: 0, diesAt: null }
    const first = spawn(process.execPath, [ACTOR], { stdio: ['pipe', 'pipe', 'inherit'] })
    first.stdin.end(JSON.stringify(order))
    await once(first.stdout, 'data')
    const { outcome } = await lookAt(store, trial.truth)
    first.kill('SIGKILL')
    await once(first, 'close')
    count(tally, await judged(outcome, store), `seed ${trial.seed}, two processes ${time}`)
  }

  async function judged(outcome: Outcome, store: string): Promise<Outcome> {
    if (outcome.was !== 'refused' || outcome.as !== 'store_in_use')
      return { was: 'lost', what: `the second was answered ${JSON.stringify(outcome)}` }
    // Later than whatever the first one wrote.
    const after = await lookAt(store, trial.truth, () => new Date('2026-11-25T02:00:00Z'))
    // The first one charted: the trail up to where it began is what must be the same.
    return after.outcome.was === 'lost' && !after.outcome.what.includes('facts')
      ? { was: 'lost', what: `afterwards: ${after.outcome.what}` }
      : outcome
  }
  return tally
}
