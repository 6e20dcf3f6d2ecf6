import { hash } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { PASSWORD } from '#test/support/engine.ts'
import { sampleChart } from '#test/support/sample-file.ts'
import { SIGNED_PROTOCOL } from '#test/support/sign.ts'
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
      const patientId = await chartCandidate(api, `K-${order.round}-${number}`)
      const request = { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL } as const
      const { sha256, meanings } = await api.signatures.review({ request })
      const [meaning] = meanings
      if (sha256 === null || meaning === undefined) throw new Error('cannot be signed')
      const items = [{ request, meaning, reviewed: sha256 }]
      const person = { loginName: 'chen', password: PASSWORD, language: 'bilingual' as const }
      const [signed] = await api.signatures.sign({ ...person, items })
      keep(signed?.id ?? '', signed?.document ?? '')
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

async function chartCandidate(api: SiteOn['api'], screeningNumber: string) {
  const { candidate, facts } = sampleChart('tr-001-eligible')
  const { patient } = await api.patients.register({ ...candidate, screeningNumber })
  const own = facts.map(({ content }) => ({
    content: content.kind === 'judgement' ? { ...content, judgedBy: 'Chen Wei' } : content,
  }))
  await api.facts.record({ patientId: patient.id, facts: own })
  return patient.id
}
