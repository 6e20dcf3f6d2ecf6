import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { signedAndTaken } from '#test/support/exported.ts'
import { type Laboratory, laboratoryFile, withLaboratory } from '#test/support/laboratory-file.ts'
import { enableChen, signNow } from '#test/support/sign.ts'
import { upload } from '#test/support/upload.ts'

// Each test signs, and draws whole documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const PHOTO = readFileSync(new URL('../../../resources/samples/files/doppler-tr-102.jpg', import.meta.url))
const OWN = laboratoryFile('S-001,2026/11/17 07:40,白蛋白,33.40,g/L,40.0-55.0')
const MIXED = laboratoryFile(
  ...[
    'S-001,2026/11/18 07:40,白蛋白,33.10,g/L,40.0-55.0',
    'S-002,2026/11/18 07:40,白蛋白,41.20,g/L,40.0-55.0',
  ],
)

const TRIAL = ProtocolId.parse('NCT05106972')

let site: TestSite
let lab: Laboratory
let other: PatientId

beforeAll(async () => {
  site = await startSite()
  await enableChen(site)
  lab = await withLaboratory(site)
  const registered = await site.api.patients.register({
    ...{ screeningNumber: 'S-002', initials: '<b>', sex: 'female' },
  })
  other = registered.patient.id
  await lab.take(OWN)
  await lab.take(MIXED)
  const { id } = await upload(site, 'doppler.jpg', PHOTO)
  await site.api.certifiedCopies.certify({
    ...{ upload: id, patientId: lab.patientId, title: 'Doppler <b>report</b>', originalAt: 'ward file' },
    ...{ dated: CivilDate.parse('2026-11-20'), compared: true, facts: [] },
  })
  await site.api.deviations.add({
    ...{
      patientId: lab.patientId,
      protocolId: ProtocolId.parse('NCT05106972'),
      on: CivilDate.parse('2026-11-20'),
    },
    text: '=HYPERLINK("x") specimen lost',
    note: { class: 'not_important', reason: 'transport', told: [] },
  })
})
afterAll(() => site.dispose())

let job = 0
async function dossierOf(patients: PatientId[] | null, protocolId: ProtocolId | null = null) {
  const made = await site.api.exports.prepare({
    job: `2b5ad3f0-3f64-4d57-9c3e-${String(++job).padStart(12, '0')}`,
    request: { format: 'dossier', patients, protocolId, pseudonymised: false },
    ...{ why: 'inspection', language: 'bilingual' },
  })
  return signedAndTaken(site, made)
}
const hashes = (files: ReadonlyMap<string, Buffer>) =>
  [...files.values()].map(content => hash('sha256', content, 'hex'))

describe('a dossier of one patient', () => {
  it('has their certified copies and the files that their values were imported from, byte by byte', async () => {
    const files = await dossierOf([lab.patientId])
    expect(hashes(files)).toContain(hash('sha256', PHOTO, 'hex'))
    expect(hashes(files)).toContain(hash('sha256', OWN, 'hex'))
    expect([...files.keys()].some(path => /^certified-copies\/S-001\/.*\.jpg$/.test(path))).toBe(true)
    expect([...files.keys()].some(path => /^imports\/.*\.csv$/.test(path))).toBe(true)
  })

  it('leaves out a copy that was withdrawn, and says so by its hash', async () => {
    const content = Buffer.concat([PHOTO, Buffer.from('another')])
    const { id } = await upload(site, 'wrong.jpg', content)
    const copy = await site.api.certifiedCopies.certify({
      ...{ upload: id, patientId: lab.patientId, title: 'Report of somebody else', originalAt: 'ward file' },
      ...{ dated: null, compared: true, facts: [] },
    })
    await site.api.certifiedCopies.withdraw({ id: copy.id, reason: 'of another patient' })
    const files = await dossierOf([lab.patientId])
    expect(hashes(files)).not.toContain(copy.file.sha256)
    const index = String(files.get('index.html'))
    expect(index).toContain(copy.file.sha256)
    expect(index).toContain('it was withdrawn')
    expect(index).not.toContain('Report of somebody else')
  })

  it('leaves out a file that has rows of another patient, and says so by its hash', async () => {
    const files = await dossierOf([lab.patientId])
    expect(hashes(files)).not.toContain(hash('sha256', MIXED, 'hex'))
    const index = String(files.get('index.html'))
    expect(index).toContain(hash('sha256', MIXED, 'hex'))
    expect(index).toContain('may name other patients')
    expect(
      [...files]
        .filter(([path]) => path.endsWith('.csv'))
        .map(([, text]) => String(text))
        .join(),
    ).not.toContain('S-002')
  })

  it('leaves out a file that repeats a value of another patient, which was here already', async () => {
    await lab.take(laboratoryFile('S-002,2026/11/19 07:40,白蛋白,40.60,g/L,40.0-55.0'))
    const repeating = laboratoryFile(
      ...[
        'S-001,2026/11/19 07:40,白蛋白,32.80,g/L,40.0-55.0',
        'S-002,2026/11/19 07:40,白蛋白,40.60,g/L,40.0-55.0',
      ],
    )
    await lab.take(repeating)
    const files = await dossierOf([lab.patientId])
    expect(hashes(files)).not.toContain(hash('sha256', repeating, 'hex'))
    expect(String(files.get('index.html'))).toContain(hash('sha256', repeating, 'hex'))
  })

  it('of nobody else has neither', async () => {
    const files = await dossierOf([other])
    expect(hashes(files)).not.toContain(hash('sha256', PHOTO, 'hex'))
    expect(hashes(files)).not.toContain(hash('sha256', OWN, 'hex'))
  })

  it('lists deviations with what the site says, as text that no spreadsheet runs', async () => {
    const text = String((await dossierOf([lab.patientId])).get('deviations.csv'))
    expect(text).toContain('"\'=HYPERLINK(""x"") specimen lost"')
    expect(text).toContain('transport')
  })

  it('has a trail to read: who did what, old and new, in both languages', async () => {
    const text = String((await dossierOf([lab.patientId])).get('audit-trail/S-001.csv'))
    expect(text).toContain('Charted,录入')
    expect(text).toContain('Chen Wei')
    expect(text).toContain('白蛋白')
  })

  it('shows names in its index as names, whatever they look like', async () => {
    const index = String((await dossierOf([lab.patientId])).get('index.html'))
    expect(index).toContain('Doppler &lt;b&gt;report&lt;/b&gt;')
    expect(index).not.toContain('<b>')
  })
})

describe('a dossier of one trial', () => {
  it('has its own trail and whoever is in it, and nobody else', async () => {
    const files = await dossierOf(null, ProtocolId.parse('NCT05106972'))
    const trails = [...files.keys()].filter(
      path => path.startsWith('audit-trail/') && path.endsWith('.jsonl'),
    )
    expect(trails).toEqual(['audit-trail/NCT05106972.jsonl', 'audit-trail/S-001.jsonl'])
  })

  it('has the signed list of its deviations, which a dossier of one patient has not', async () => {
    const list = await site.api.documents.create({
      request: { kind: 'deviation_list', patientId: null, protocolId: TRIAL },
      language: 'bilingual',
    })
    await signNow(site, { kind: 'document', document: list.id })
    const lists = async (patients: PatientId[] | null) =>
      [...(await dossierOf(patients, TRIAL)).keys()].filter(path => path.includes('deviation-list'))
    expect(await lists(null)).toHaveLength(1)
    expect(await lists([lab.patientId])).toEqual([])
  })
})

describe('two patients whose numbers differ in what no file name can have', () => {
  it('have files of their own, also on systems that know no capitals', async () => {
    const register = async (screeningNumber: string) =>
      (await site.api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })).patient.id
    const files = await dossierOf([await register('T/1'), await register('t-1')])
    const trails = [...files.keys()].filter(path => path.endsWith('.jsonl'))
    expect(trails).toEqual(['audit-trail/T-1.jsonl', 'audit-trail/t-1_2.jsonl'])
    const links = [...String(files.get('index.html')).matchAll(/href="(audit-trail[^"]*)"/g)]
    expect(links.map(([, path]) => path)).toEqual(['audit-trail/T-1.csv', 'audit-trail/t-1_2.csv'])
  })
})

describe('a dossier of the site', () => {
  it('has every original', async () => {
    const files = await dossierOf(null)
    expect(hashes(files)).toEqual(
      expect.arrayContaining([PHOTO, OWN, MIXED].map(content => hash('sha256', content, 'hex'))),
    )
  })
})
