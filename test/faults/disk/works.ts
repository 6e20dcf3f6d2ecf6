import { randomUUID } from 'node:crypto'
import { backUp, chartNamed } from '../kill/works/seed.ts'
import { signNew } from '../sign-new.ts'
import type { SiteOn } from '../site-on.ts'
import { importResults, PEOPLE, resultRows, type Template } from '../template.ts'

/** What somebody does while the disk fills; each throws as the engine refuses. */
export interface DiskWork {
  /** The session is open when it begins; else it opens one or needs none. */
  readonly isUnlocked: boolean
  readonly run: (site: SiteOn, template: Template) => Promise<void>
  /** Another store than the template's closed one. */
  readonly store?: 'old'
}

/** Every kind of work that writes. */
export const diskWorks: Readonly<Record<string, DiskWork>> = {
  unlocking: {
    isUnlocked: false,
    run: async ({ api }) => void (await api.session.unlock(PEOPLE[0])),
  },
  saving: {
    isUnlocked: true,
    async run(site, template) {
      for (let time = 0; time < 10; time += 1) await chartNamed(site, template, `disk ${time}`)
    },
  },
  signing: { isUnlocked: true, run: async ({ api }) => void (await signNew(api, 'D-1')) },
  importing: {
    isUnlocked: true,
    run: async (site, { laboratory }) =>
      void (await importResults(site, { laboratory, rows: resultRows('TR-001', 100, 700) })),
  },
  'backing up': { isUnlocked: true, run: async site => void (await backUp(site)) },
  'giving another key': {
    isUnlocked: true,
    async run({ api }) {
      const { id } = await api.rekeying.begin({})
      await api.rekeying.run({ job: randomUUID(), id, people: [...PEOPLE], reason: 'somebody left' })
    },
  },
  restoring: {
    isUnlocked: false,
    async run({ api }) {
      const [offer] = (await api.restoring.offers({})).offers
      if (offer === undefined) throw new Error('no backup is offered')
      const proof = { by: 'password' as const, ...PEOPLE[0] }
      const { id } = await api.restoring.prepare({ source: { kind: 'found', id: offer.id }, proof })
      await api.restoring.perform({ id })
    },
  },
  migrating: {
    isUnlocked: false,
    store: 'old',
    run: async ({ api }) => void (await api.session.unlock(PEOPLE[0])),
  },
}
