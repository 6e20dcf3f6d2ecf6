import { cp } from 'node:fs/promises'
import type { SiteOn } from '../../site-on.ts'
import { importResults, PEOPLE, resultRows } from '../../template.ts'
import type { KillWork } from '../work.ts'

const ROWS = 60

/** Takes laboratory files in: the file itself, its rows as facts, and the trail of each. */
export const importing: KillWork = {
  share: 12,
  rounds: 12,
  life: 800,
  steps: 40,
  findings: [],
  prepare: ({ store }, template) => cp(template.closed, store, { recursive: true }),

  async act({ site, order, begin, keep }) {
    await site.api.session.unlock(PEOPLE[0])
    begin()
    for (let number = 1; ; number += 1) {
      const rows = resultRows('TR-001', ROWS, (order.round + 1) * 1000 + (number % 10) * 100)
      const { id, counts } = await importResults(site, { laboratory: order.template.laboratory, rows })
      keep(id, `${counts.new}`)
    }
  },

  async check({ api }, { kept }) {
    const made = await api.imports.list({})
    const lost = kept.filter(
      ({ what, detail }) => !made.some(one => one.id === what && `${one.counts.new}` === detail),
    )
    const rows = await factsByFile(api)
    const wanted = made.reduce((sum, { counts }) => sum + counts.new, 0)
    return [
      ...lost.map(({ what }) => `import ${what} is lost`),
      ...(rows === wanted ? [] : [`imports took ${wanted} rows, ${rows} are charted`]),
    ]
  },
}

/** How many facts came from files. */
async function factsByFile(api: SiteOn['api']): Promise<number> {
  const lists = await Promise.all(
    (await api.patients.list({})).map(({ id }) => api.facts.list({ patientId: id })),
  )
  return lists.flat().filter(({ source }) => source.kind === 'file').length
}
