import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addSigner, sign } from '#test/support/decided-site.ts'
import { type JudgedSite, judgementOf, record, startJudgedSite } from '#test/support/judged-site.ts'

// Documents are drawn and signed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: JudgedSite
beforeEach(async () => {
  site = await startJudgedSite()
})
afterEach(() => site.dispose())

it('[E3] shows beside the last judgement the signature of who judged so, and nobody else’s', async () => {
  const shown = async () => {
    const { events } = await site.api.adverseEvents.list({ patientId: site.patientId })
    return events.map(({ causality, signature }) => [causality?.content.product, signature?.signer])
  }
  await sign(site, site.causality)
  expect(await shown()).toEqual([['related', 'Chen Wei']])
  await addSigner(site)
  site.clock.advance(60)
  const other = { ...judgementOf(site.event), product: 'not_related' }
  const [own] = await record(site, site.patientId, other)
  expect(await shown()).toEqual([['not_related', undefined]])
  const { signer } = await sign(site, site.causality, { loginName: 'sub_investigator' })
  expect(await shown()).toEqual([['not_related', signer.fullName]])
  const before = own ?? expect.fail()
  await site.api.facts.retract({ factId: before, expectedVersion: 1, reason: 'hasty' })
  expect(await shown()).toEqual([['related', 'Chen Wei']])
})
