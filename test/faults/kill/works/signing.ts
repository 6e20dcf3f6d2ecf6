import { hash } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { signNew } from '../../sign-new.ts'
import type { SiteOn } from '../../site-on.ts'
import { PEOPLE } from '../../template.ts'
import type { KillWork } from '../work.ts'

/** Charts candidates and signs for each of them: record, signature, PDF. */
export const signing: KillWork = {
  share: 12,
  rounds: 12,
  life: 1500,
  steps: 60,
  findings: [],
  prepare: ({ store }, template) => cp(template.closed, store, { recursive: true }),

  async act({ site: { api }, order, begin, keep }) {
    await api.session.unlock(PEOPLE[0])
    begin()
    for (let number = 0; ; number += 1) {
      const signed = await signNew(api, `K-${order.round}-${number}`)
      keep(signed)
    }
  },

  async check({ api }, { kept }) {
    const signed = await api.signatures.list({})
    const lost = kept
      .filter(({ what }) => !signed.some(({ id }) => id === what))
      .map(({ what }) => `signature ${what}`)
    const broken = await Promise.all(signed.map(({ id, document }) => brokenSignature(api, id, document)))
    return [...lost.map(what => `${what} is lost`), ...broken.flat()]
  },
}

type Id = Awaited<ReturnType<SiteOn['api']['signatures']['list']>>[number]

/** A signature is there with its document, or not at all. */
async function brokenSignature(
  api: SiteOn['api'],
  id: Id['id'],
  document: Id['document'],
): Promise<string[]> {
  const { verification } = await api.signatures.get({ id })
  if (!verification.holds) return [`signature ${id} does not hold`]
  if (document === null) return []
  const { summary, file } = await api.documents.get({ id: document })
  const isWhole = hash('sha256', Buffer.from(file.pdf, 'base64')) === file.sha256
  return isWhole && summary.revisions.some(({ signature }) => signature === id)
    ? []
    : [`signature ${id} has no document`]
}
