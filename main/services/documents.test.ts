import { hash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderDocument } from '#main/documents/render.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import {
  chart,
  type DecidedSite,
  eligibleContents,
  sign,
  startDecidedSite,
} from '#test/support/decided-site.ts'
import { failureOf, TEST_DOCUMENTS } from '#test/support/engine.ts'
import { keptPayload } from '#test/support/kept-documents.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

const bytesOf = (pdf: string) => Buffer.from(pdf, 'base64')

const payloadOf = (id: string) => keptPayload(site, id)

describe('a signed document', () => {
  it('[E5] is what its payload prints again, with the signature after it', async () => {
    const signed = await sign(site, site.request)
    if (signed.document === null) throw new Error('no document')
    const { file } = await site.api.documents.get({ id: signed.document })
    const payload = await payloadOf(signed.document)
    const { record } = await site.api.signatures.get({ id: signed.id })
    expect(payload.content).toMatchObject({ kind: 'eligibility', subject: record?.subject })
    const { pdf } = await renderDocument(payload, { fonts: TEST_DOCUMENTS.fonts })
    const kept = bytesOf(file.pdf)
    expect(kept.length).toBeGreaterThan(pdf.length)
    expect(kept.subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true)
  })

  it('keeps every revision: a withdrawal is added, the signed one stays', async () => {
    const signed = await sign(site, site.request)
    if (signed.document === null) throw new Error('no document')
    const id = signed.document
    const before = await site.api.documents.get({ id })
    await sign(site, { kind: 'withdrawal', of: signed.id, reason: 'signed too early' })
    const after = await site.api.documents.get({ id })
    expect(after.summary.revisions.map(({ revision }) => revision)).toEqual([1, 2])
    expect((await site.api.documents.get({ id, revision: 1 })).file.sha256).toBe(before.file.sha256)
    const [first, second] = [bytesOf(before.file.pdf), bytesOf(after.file.pdf)]
    expect(second.subarray(0, first.length).equals(first)).toBe(true)
  })

  it('is printed in another language as a copy, to be signed on its own', async () => {
    const signed = await sign(site, site.request)
    const request = { kind: 'signed', signature: signed.id } as const
    const copy = await site.api.documents.create({ request, language: 'zh-CN' })
    expect(copy).toMatchObject({ kind: 'eligibility', language: 'zh-CN', revisions: [{ signature: null }] })
    await sign(site, { kind: 'document', document: copy.id }, { meaning: 'review' })
    const { summary } = await site.api.documents.get({ id: copy.id })
    expect(summary.revisions).toHaveLength(2)
  })
})

describe('documents of the site file', () => {
  it('[C4] leave only by an export that is in the trail, with the SHA-256 of what left', async () => {
    const signed = await sign(site, site.request)
    if (signed.document === null) throw new Error('no document')
    await site.addUser('monitor')
    await site.as('monitor')
    const { file } = await site.api.documents.get({ id: signed.document })
    expect(await site.api.audit.list({ action: 'document.export' })).toEqual([])
    const exported = await site.api.documents.export({ id: signed.document, how: 'file' })
    await site.api.documents.export({ id: signed.document, how: 'print' })
    expect(exported).toEqual(file)
    expect(hash('sha256', bytesOf(exported.pdf))).toBe(exported.sha256)
    const entries = await site.api.audit.list({
      subject: { kind: 'patient', id: site.patientId },
      field: 'documents.',
    })
    expect(entries.map(({ action, newValue }) => [action, newValue])).toMatchObject([
      ['document.export', { sha256: exported.sha256, fileName: exported.fileName }],
      ['document.print', { sha256: exported.sha256 }],
    ])
    expect(exported.fileName).toMatch(/^01_S-\d{3}_eligibility_NCT05106972_20261122_[0-9a-f]{8}_r1\.pdf$/)
  })

  it('are previewed without being kept', async () => {
    const { pdf } = await site.api.documents.preview({
      request: { kind: 'signature', request: site.request },
      language: 'bilingual',
    })
    expect(bytesOf(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await site.api.documents.list({ patientId: site.patientId })).toEqual([])
  })

  it('say of the log what was decided, and print the site’s certificate', async () => {
    const signed = await sign(site, site.request)
    const log = await site.api.documents.create({ request: { kind: 'screening_log' }, language: 'en' })
    const { content } = await payloadOf(log.id)
    if (content.kind !== 'screening_log') throw new Error('another kind')
    expect(content.candidates[0]?.answers[0]?.decision).toMatchObject({
      ...{ signature: signed.id, verdict: 'eligible', signer: 'Chen Wei', status: 'current' },
    })
    const page = await site.api.documents.create({ request: { kind: 'site_certificate' }, language: 'zh-CN' })
    const { content: printed } = await payloadOf(page.id)
    expect(printed.kind === 'site_certificate' && printed.subject).toContain('CN=')
  })

  it('[A5] print the trail of a patient for a monitor, without any full name, and for nobody who may not read it', async () => {
    await site.api.users.grantIdentity({ userId: site.user.id, granted: true, reason: 'runs the site' })
    await site.api.patients.amend({
      ...{ id: site.patientId, expectedVersion: 1, reason: 'told' },
      changes: { fullName: '王小明' },
    })
    const request = { kind: 'trail_extract', patientId: site.patientId } as const
    const made = await site.api.documents.create({ request, language: 'en' })
    const payload = await payloadOf(made.id)
    expect(JSON.stringify(payload)).not.toContain('王小明')
    if (payload.content.kind !== 'trail_extract') throw new Error('another kind')
    expect(payload.content.verification.problems).toEqual([])
    expect(payload.content.entries.find(({ field }) => field === 'fullName')).toMatchObject({
      ...{ hash: null, newValue: null },
    })
    await site.as('coordinator')
    const denied = { code: 'not_permitted', right: 'audit.read' }
    expect(await failureOf(site.api.documents.create({ request, language: 'en' }))).toEqual(denied)
    expect(await failureOf(site.api.documents.get({ id: made.id }))).toEqual(denied)
    expect(await site.api.documents.list({ patientId: site.patientId })).toEqual([])
  })

  it('[A5] leave in the trail that it was looked at as an extract, by whom and of when', async () => {
    await site.addUser('monitor')
    await site.as('monitor')
    const { id: userId } = (await site.api.session.current({})).user ?? {}
    const { patientId } = site
    const request = { kind: 'trail_extract', patientId, from: CivilDate.parse('2026-11-20') } as const
    await site.api.documents.preview({ request, language: 'en' })
    await site.api.documents.preview({ request: { kind: 'trail_extract', patientId: null }, language: 'en' })
    expect(await site.api.audit.list({ action: 'audit.preview' })).toMatchObject([
      { userId, subject: { kind: 'patient', id: patientId }, newValue: { from: '2026-11-20', to: null } },
      { userId, subject: { kind: 'trail' }, newValue: { from: null, to: null } },
    ])
    await site.as('coordinator')
    expect(await failureOf(site.api.documents.preview({ request, language: 'en' }))).toMatchObject({
      code: 'not_permitted',
    })
    await site.as('chen')
    await site.api.documents.preview({ request: { kind: 'screening_log' }, language: 'en' })
    expect(await site.api.audit.list({ action: 'audit.preview' })).toHaveLength(2)
  })

  it('cannot be made of a decision by themselves', async () => {
    const call = site.api.documents.create({
      request: {
        kind: 'signature',
        request: { ...site.request, patientId: await chart(site, eligibleContents()) },
      },
      language: 'en',
    })
    expect(await failureOf(call)).toMatchObject({ code: 'invalid_input' })
  })
})
