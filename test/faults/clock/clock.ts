import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chartNamed, hasNamed } from '../kill/works/seed.ts'
import { payloadOf, siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE } from '../template.ts'
import type { Trial } from '../trial.ts'

const HOUR = 3_600_000
/** After the last entry of the template. */
const LATER = Date.parse('2026-11-24T02:00:00Z')

/** Moves the clock back and forward between sessions and in the middle of one: kept, said, and in the order it was. */
export async function moveClocks(trial: Trial): Promise<Tally[]> {
  const tally = tallyOf('clock moved back and forward')
  for (let time = 0; time < trial.count; time += 1) {
    const draw = trial.draw(`clock ${time}`)
    const hours = draw.whole(1, 24 * 400) * draw.pick([1, -1])
    const store = join(trial.folder, 'clock')
    rmSync(store, { recursive: true, force: true })
    cpSync(trial.template.closed, store, { recursive: true })
    const outcome = await moveOnce(store, { trial, hours, inSession: draw.chance(0.5) })
    count(tally, outcome, `seed ${trial.seed}, clock ${time}: ${hours} h`)
  }
  return [tally]
}

interface Move {
  readonly trial: Trial
  readonly hours: number
  readonly inSession: boolean
}

async function moveOnce(store: string, { trial: { template }, hours, inSession }: Move): Promise<Outcome> {
  let moved = 0
  const site = siteOn(store, () => new Date(LATER + moved))
  try {
    await site.api.session.unlock(PEOPLE[0])
    await chartNamed(site, template, 'before')
    if (!inSession) await site.api.session.lock({})
    moved = hours * HOUR
    const opened = inSession ? undefined : await site.api.session.unlock(PEOPLE[0])
    await chartNamed(site, template, 'after')
    const { problems, clockFindings } = await site.api.audit.verify({})
    const wrong = [
      ...problems.map(problem => JSON.stringify(problem)),
      ...((await hasNamed(site, template, 'before')) && (await hasNamed(site, template, 'after'))
        ? []
        : ['a fact is gone']),
      ...(hours < 0 && clockFindings === 0 ? ['the trail does not say that the clock went back'] : []),
      ...(hours < 0 && opened?.findings.includes('clock_moved_back') === false
        ? ['opening does not say so']
        : []),
      ...site.failures.map(failure => JSON.stringify(failure)),
    ]
    if (wrong.length > 0) return { was: 'lost', what: wrong.join('; ') }
    return { was: 'recovered', as: hours < 0 ? 'kept, said: clock_moved_back' : 'kept' }
  } catch (error) {
    const payload = payloadOf(error)
    return payload.code === 'internal'
      ? { was: 'lost', what: `internal: ${JSON.stringify(site.failures)}` }
      : { was: 'refused', as: payload.code }
  } finally {
    await site.close()
  }
}
