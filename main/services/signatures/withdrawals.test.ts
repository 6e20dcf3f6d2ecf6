import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SignatureId } from '#shared/core/ids.ts'
import { addSigner, type DecidedSite, sign, startDecidedSite } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD } from '#test/support/engine.ts'
import { verified } from '#test/support/signed-document.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

it('[E2] of two withdrawals under one document neither hides the other, and the file holds', async () => {
  const { id: document } = await site.api.documents.create({
    ...{ request: { kind: 'screening_log' }, language: 'en' },
  })
  const withdraw = (of: SignatureId, loginName: string) =>
    sign(site, { kind: 'withdrawal', of, reason: 'another log was meant' }, { loginName })
  const own = await sign(site, { kind: 'document', document })
  await addSigner(site)
  const by = { loginName: 'sub_investigator', meaning: 'review' } as const
  const reviewed = await sign(site, { kind: 'document', document }, by)
  await withdraw(reviewed.id, 'sub_investigator')
  await site.as('chen')
  await withdraw(own.id, 'chen')
  const { file } = await site.api.documents.get({ id: document })
  const pdf = Buffer.from(file.pdf, 'base64')
  const rects = [...pdf.toString('latin1').matchAll(/\/Rect \[ ([\d. ]+) \]/g)].map(([, rect = '']) => rect)
  expect(rects).toHaveLength(4)
  const [first = [], second = []] = rects.slice(2).map(rect => rect.split(' ').map(Number))
  expect(second[3]).toBeLessThanOrEqual(first[1] ?? 0)
  const authority = (await site.api.signing.authority({}))?.sha256
  expect((await verified(pdf, { authority, now: site.clock.now() })).verdict).toBe('holds')
})

it('[U2] two that add to one document in one sitting are refused, and the trail has it', async () => {
  const { id: document } = await site.api.documents.create({
    ...{ request: { kind: 'screening_log' }, language: 'en' },
  })
  const own = await sign(site, { kind: 'document', document })
  await addSigner(site)
  const by = { loginName: 'sub_investigator', meaning: 'review' } as const
  const reviewed = await sign(site, { kind: 'document', document }, by)
  await site.as('chen')
  const asked = [own.id, reviewed.id].map(async of => {
    const request = { kind: 'withdrawal' as const, of, reason: 'another log was meant' }
    const { sha256 } = await site.api.signatures.review({ request })
    if (sha256 === null) throw new Error('nothing to sign')
    return { request, meaning: 'withdrawal' as const, reviewed: sha256 }
  })
  const items = await Promise.all(asked)
  const call = site.api.signatures.sign({ loginName: 'chen', password: PASSWORD, language: 'en', items })
  expect(await failureOf(call)).toMatchObject({ code: 'invalid_input' })
  const [refused] = await site.api.audit.list({ newestFirst: true, limit: 1 })
  expect(refused).toMatchObject({ action: 'signature.refused', newValue: { code: 'invalid_input' } })
})
