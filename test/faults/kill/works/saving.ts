import { cp } from 'node:fs/promises'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { SiteOn } from '../../site-on.ts'
import { PEOPLE } from '../../template.ts'
import type { KillWork } from '../work.ts'

/** Facts that are saved in one call. */
const GROUP = 3
const ON = CivilDate.parse('2026-11-20')

/** Charts facts in groups, each group in one call, and saves a draft between two. */
export const saving: KillWork = {
  share: 30,
  rounds: 30,
  life: 400,
  steps: 40,
  findings: [],
  prepare: ({ store }, template) => cp(template.closed, store, { recursive: true }),

  async act({ site: { api }, order, begin, keep }) {
    const { patientId } = order.template
    await api.session.unlock(PEOPLE[0])
    begin()
    for (let group = 0; ; group += 1) {
      const name = `${order.round}-${group}`
      const source = { kind: 'device', name } as const
      const facts = Array.from({ length: GROUP }, (_, each) => ({
        content: FactContent.parse({ kind: 'body_weight', on: ON, kg: `${50 + each}` }),
        source,
      }))
      await api.facts.record({ patientId, facts })
      keep(name)
      await api.drafts.save({ form: 'body-weight', patientId, content: { group: name } })
    }
  },

  async check({ api }, { kept }) {
    const groups = await groupsOf(api)
    const lost = kept.filter(({ what }) => !groups.has(what)).map(({ what }) => `group ${what} is lost`)
    const halves = [...groups]
      .filter(([, size]) => size !== GROUP)
      .map(([name]) => `group ${name} is half there`)
    return [...lost, ...halves]
  },
}

/** How many facts each group has. */
async function groupsOf(api: SiteOn['api']): Promise<Map<string, number>> {
  const groups = new Map<string, number>()
  for (const { id: patientId } of await api.patients.list({})) {
    for (const { source } of await api.facts.list({ patientId })) {
      if (source.kind === 'device') groups.set(source.name, (groups.get(source.name) ?? 0) + 1)
    }
  }
  return groups
}
