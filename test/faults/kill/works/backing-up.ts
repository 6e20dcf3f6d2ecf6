import { hash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteOn } from '../../site-on.ts'
import { PEOPLE } from '../../template.ts'
import type { KillWork } from '../work.ts'
import { backUp, chartNamed, fromSeed } from './seed.ts'

/** Backs up over and over, with something new in each; older ones rotate away meanwhile. */
export const backingUp: KillWork = {
  share: 12,
  rounds: 8,
  life: 900,
  steps: 80,
  findings: [],
  prepare: (place, template) => fromSeed(place, template, async site => void (await backUp(site))),

  async act({ site, order, begin, keep }) {
    await site.api.session.unlock(PEOPLE[0])
    begin()
    for (;;) {
      await chartNamed(site, order.template)
      keep((await backUp(site)).fileName)
    }
  },

  async check(site, { kept, place: { stick } }) {
    const listed = await site.api.backups.list({})
    const newest = kept.at(-1)?.what
    const unlisted = kept.filter(({ what }) => !listed.some(({ fileName }) => fileName === what))
    const files = readdirSync(stick).filter(name => name.endsWith('.lobule'))
    const torn = files.filter(name => {
      const of = listed.find(({ fileName }) => fileName === name)
      return of !== undefined && of.sha256 !== hash('sha256', readFileSync(join(stick, name)))
    })
    return [
      ...unlisted.map(({ what }) => `backup ${what} is not on record`),
      ...torn.map(name => `backup ${name} is not what was recorded`),
      ...(newest === undefined || existsSync(join(stick, newest)) ? [] : [`backup ${newest} is gone`]),
      ...(await practised(site)),
    ]
  },
}

/** The last good one must restore, whatever came in the middle of the next. */
async function practised({ api }: SiteOn): Promise<string[]> {
  const last = (await api.backups.list({})).find(({ state }) => state === 'there')
  if (last === undefined) return ['no backup is there']
  const drill = await api.backups.drill({ job: randomUUID(), id: last.id, password: PEOPLE[0].password })
  const differs = drill.checks.filter(({ result }) => result === 'differs').map(({ check }) => check)
  return drill.passed ? [] : [`the drill of ${last.fileName} fails: ${differs.join()}`]
}
