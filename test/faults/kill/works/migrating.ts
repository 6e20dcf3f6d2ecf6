import { rm } from 'node:fs/promises'
import { makeOldStore } from '#test/support/old-store.ts'
import { PEOPLE } from '../../template.ts'
import type { KillWork } from '../work.ts'

/** Opens a store of an older version: a verified backup, then every step of the schema, then the session. */
export const migrating: KillWork = {
  share: 10,
  rounds: 1,
  life: 'measured',
  steps: 'measured',
  findings: ['trail_anchor_missing', 'store_migrated'],

  async prepare({ store }) {
    await rm(store, { recursive: true, force: true })
    await makeOldStore(store, ['coordinator', 'monitor'])
  },

  async act({ site: { api }, begin, keep }) {
    begin()
    await api.session.unlock(PEOPLE[0])
    keep('opened')
  },

  async check({ api }) {
    const people = (await api.users.list({})).map(({ loginName }) => loginName).sort()
    const added = await api.audit.list({ action: 'user.add', limit: 10 })
    const isWhole = people.join() === 'chen,coordinator,monitor' && added.length === people.length
    return isWhole ? [] : [`people ${people.join()}, ${added.length} entries of them`]
  },
}
