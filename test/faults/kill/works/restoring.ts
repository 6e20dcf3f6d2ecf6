import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { siteOn } from '../../site-on.ts'
import { PEOPLE, type Template } from '../../template.ts'
import type { Checked, KillWork } from '../work.ts'
import { backUp, chartNamed, fromSeed, hasNamed } from './seed.ts'

/** Brings a backup back over a store that has gone on since. */
export const restoring: KillWork = {
  share: 12,
  rounds: 1,
  life: 'measured',
  steps: 'measured',
  findings: ['store_restored'],
  replaces: true,
  prepare: (place, template) =>
    fromSeed(place, template, async site => {
      await chartNamed(site, template, 'before')
      await backUp(site)
      await chartNamed(site, template, 'after')
    }),

  async act({ site: { api }, begin, keep }) {
    begin()
    const [offer] = (await api.restoring.offers({})).offers
    if (offer === undefined) throw new Error('no backup is offered')
    const proof = { by: 'password' as const, ...PEOPLE[0] }
    const { id } = await api.restoring.prepare({ source: { kind: 'found', id: offer.id }, proof })
    await api.restoring.perform({ id })
    keep('restored')
  },

  async check(site, { kept, place, findings }) {
    const { template } = place
    const [before, after] = [
      await hasNamed(site, template, 'before'),
      await hasNamed(site, template, 'after'),
    ]
    const isSaid = findings.includes('store_restored')
    const wrong = [
      ...(before ? [] : ['neither the store nor the backup']),
      ...(after === isSaid
        ? [`${after ? 'the store' : 'the backup'}, but ${isSaid ? '' : 'not '}said as restored`]
        : []),
      ...(kept.length > 0 && after ? ['acknowledged, and not restored'] : []),
    ]
    return [...wrong, ...(after ? [] : await asideProblems(place, template))]
  },
}

/** The store that was replaced lies beside, whole. */
async function asideProblems({ store }: Checked['place'], template: Template): Promise<string[]> {
  const home = dirname(store)
  const [aside] = readdirSync(home).filter(name => name.startsWith(`${basename(store)}.replaced-`))
  if (aside === undefined) return ['the replaced store is gone']
  const site = siteOn(join(home, aside))
  try {
    await site.api.session.unlock(PEOPLE[0])
    return (await hasNamed(site, template, 'after')) ? [] : ['the replaced store lacks what it had']
  } finally {
    await site.close()
  }
}
