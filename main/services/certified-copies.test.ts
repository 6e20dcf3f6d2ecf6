import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, type PatientId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { upload } from '#test/support/upload.ts'

const PHOTO = readFileSync(new URL('../../resources/samples/files/doppler-tr-102.jpg', import.meta.url))
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const PNG = Buffer.concat([
  Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  Buffer.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82),
])

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  patientId = (await register('S-001')).id
})
afterEach(() => site.dispose())

async function register(screeningNumber: string) {
  const { patient } = await site.api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })
  return patient
}

async function chart(of = patientId): Promise<FactId> {
  const content = FactContent.parse({
    ...{ kind: 'portal_vein', on: '2026-11-20', modality: 'ultrasound', diameterMm: '13.4' },
  })
  const { facts } = await site.api.facts.record({ patientId: of, facts: [{ content }] })
  return FactId.parse(facts[0]?.id)
}

async function certify(content: Uint8Array, name: string, changes: object = {}) {
  const { id } = await upload(site, name, content)
  return site.api.certifiedCopies.certify({
    ...{ upload: id, patientId, title: 'Doppler report', dated: CivilDate.parse('2026-11-20') },
    ...{ originalAt: 'ward file, volume 2', compared: true, facts: [], ...changes },
  })
}

describe('[C3] a certified copy', () => {
  it('keeps the photographed report with its hash, who compared it and when, and the facts read from it', async () => {
    const fact = await chart()
    const copy = await certify(PHOTO, 'doppler.jpg', { facts: [fact] })
    expect(copy).toMatchObject({
      ...{ patientId, title: 'Doppler report', dated: '2026-11-20', originalAt: 'ward file, volume 2' },
      file: { name: 'doppler.jpg', mediaType: 'image/jpeg', bytes: PHOTO.length },
      ...{ certifiedAt: '2026-11-22T10:00:00.000+08:00', certifiedBy: site.user.id },
      facts: [{ factId: fact, attachedBy: site.user.id }],
    })
    expect(copy.statement).toMatch(/Compared with the original.*\n.*与原件核对/)
    expect(await site.api.certifiedCopies.list({ patientId })).toEqual([copy])
  })

  it('shows the file as it was taken in', async () => {
    const copy = await certify(PHOTO, 'doppler.jpg')
    const { mediaType, bytes, part } = await site.api.certifiedCopies.content({ id: copy.id, offset: 0 })
    expect([mediaType, bytes]).toEqual(['image/jpeg', PHOTO.length])
    expect(Buffer.from(part, 'base64').equals(PHOTO)).toBe(true)
  })

  it('stands in the trail of the patient', async () => {
    const copy = await certify(PDF, 'report.pdf')
    const entries = await site.api.audit.list({ subject: { kind: 'patient', id: patientId } })
    expect(entries.at(-1)).toMatchObject({
      ...{ action: 'copy.certify', field: `copies.${copy.id}`, userId: site.user.id },
      newValue: { title: 'Doppler report', fileName: 'report.pdf', sha256: copy.file.sha256 },
    })
  })

  it('is attached to more facts later, each once', async () => {
    const [first, second] = [await chart(), await chart()]
    const copy = await certify(PNG, 'report.png', { facts: [first] })
    const attached = await site.api.certifiedCopies.attach({ id: copy.id, facts: [first, second] })
    expect(attached.facts.map(({ factId }) => factId)).toEqual([first, second])
    const again = site.api.certifiedCopies.attach({ id: copy.id, facts: [second] })
    expect(await failureOf(again)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'facts' }] })
  })

  it('is attached to no fact of another patient', async () => {
    const other = await chart((await register('S-002')).id)
    expect(await failureOf(certify(PDF, 'report.pdf', { facts: [other] }))).toMatchObject({
      code: 'not_found',
      entity: 'fact',
    })
    expect(await site.api.certifiedCopies.list({ patientId })).toEqual([])
  })

  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000'), 'is neither PDF, JPEG nor PNG'],
    ['a page of the web under the name of a report', Buffer.from('<html><script>'), 'is neither'],
    ['half a photograph', PHOTO.subarray(0, PHOTO.length / 2), 'ends before it is whole'],
    ['a PDF without its end', PDF.subarray(0, 20), 'ends before it is whole'],
    ['a PNG without its end', PNG.subarray(0, 12), 'ends before it is whole'],
  ])('is not made of %s', async (_what, content, message) => {
    const failure = await failureOf(certify(content, 'report.pdf'))
    expect(failure).toMatchObject({ code: 'invalid_file', file: 'report.pdf' })
    expect(JSON.stringify(failure)).toContain(message)
  })

  it('is made only by who compared it, of a day that has been', async () => {
    expect(await failureOf(certify(PDF, 'a.pdf', { compared: false }))).toMatchObject({
      issues: [{ path: 'compared', message: 'compare the copy with its original, then confirm it' }],
    })
    expect(await failureOf(certify(PDF, 'a.pdf', { dated: '2026-11-23' }))).toMatchObject({
      issues: [{ path: 'dated' }],
    })
  })

  it('is withdrawn with a reason where it was attached in error: it stays, marked, and takes no more', async () => {
    const fact = await chart()
    const copy = await certify(PNG, 'report.png', { facts: [fact] })
    const withdrawn = await site.api.certifiedCopies.withdraw({ id: copy.id, reason: 'of another patient' })
    const why = { by: site.user.id, reason: 'of another patient' }
    expect(withdrawn).toMatchObject({ ...copy, withdrawn: why })
    expect(await site.api.certifiedCopies.list({ patientId })).toEqual([withdrawn])
    const { part } = await site.api.certifiedCopies.content({ id: copy.id, offset: 0 })
    expect(Buffer.from(part, 'base64').equals(PNG)).toBe(true)
    const entries = await site.api.audit.list({ subject: { kind: 'patient', id: patientId } })
    expect(entries.at(-1)).toMatchObject({ action: 'copy.withdraw', reason: 'of another patient' })
    const late = await chart()
    for (const call of [
      site.api.certifiedCopies.attach({ id: copy.id, facts: [late] }),
      site.api.certifiedCopies.withdraw({ id: copy.id, reason: 'again' }),
    ])
      expect(await failureOf(call)).toMatchObject({
        issues: [{ path: 'id', message: 'this copy was withdrawn' }],
      })
  })

  it('is read by a monitor, who makes none', async () => {
    const copy = await certify(PDF, 'report.pdf')
    await site.addUser('monitor')
    await site.as('monitor')
    expect(await site.api.certifiedCopies.list({ patientId })).toEqual([copy])
    const denied = site.api.certifiedCopies.attach({ id: copy.id, facts: [FactId.parse('f')] })
    expect(await failureOf(denied)).toMatchObject({ code: 'not_permitted', right: 'facts.write' })
  })
})
