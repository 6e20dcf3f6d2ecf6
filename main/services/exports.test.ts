import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { RawEntry } from '#main/store/audit-trail.ts'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { ExportFormat } from '#shared/core/exports/request.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { filesIn, signedAndTaken, taken } from '#test/support/exported.ts'
import {
  chartSample,
  enableChen,
  OWN_PASSWORD,
  SIGNED_PROTOCOL,
  signNow,
  signReadings,
} from '#test/support/sign.ts'
import { verifiedZip } from '#test/support/signed-export.ts'

// Each test signs, and draws whole documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let site: TestSite
let first: PatientId
let second: PatientId
let job = 0

beforeAll(async () => {
  site = await startSite()
  await enableChen(site)
  await signReadings(site)
  first = await chartSample(site, 'tr-001-eligible')
  second = await chartSample(site, 'tr-027-alcohol-and-father')
  await signNow(site, { kind: 'eligibility', patientId: first, protocolId: SIGNED_PROTOCOL })
})
afterAll(() => site.dispose())

const nextJob = () => `2b5ad3f0-3f64-4d57-9c3e-${String(++job).padStart(12, '0')}`

function prepared(
  format: ExportFormat,
  patients: PatientId[] | null = null,
  pseudonymised = format !== 'dossier',
) {
  return site.api.exports.prepare({
    ...{ job: nextJob(), request: { format, patients, protocolId: null, pseudonymised } },
    ...{ why: 'asked for by the sponsor', language: 'bilingual' },
  })
}

/** What somebody with the ZIP and the site's fingerprint finds. */
async function strangerOn(zip: Buffer) {
  const authority = await site.api.signing.authority({})
  return verifiedZip(zip, { now: site.clock.now(), authority: authority?.sha256 })
}

describe('[C4] an export', () => {
  it('says beforehand whom and how much it would hold, and how many texts may name somebody', async () => {
    const preview = await site.api.exports.preview({
      ...{ format: 'odm', patients: [first], protocolId: null, pseudonymised: true },
    })
    const facts = await site.api.facts.list({ patientId: first })
    expect(preview).toMatchObject({ subjects: 1, facts: facts.length, documents: 0 })
    expect(preview.freeTexts).toBeGreaterThan(0)
  })

  it('counts the words in which the site told of a deviation where they go with it, and only there', async () => {
    const textsOf = async (format: ExportFormat) => {
      const request = { format, patients: [first], protocolId: null, pseudonymised: true }
      return (await site.api.exports.preview(request)).freeTexts
    }
    const [before, flat] = [await textsOf('sdtm'), await textsOf('csv')]
    await site.api.deviations.add({
      ...{ patientId: first, protocolId: SIGNED_PROTOCOL, on: CivilDate.parse('2026-11-20') },
      text: 'Wang Fang forgot the specimen',
      note: { class: 'not_important', reason: 'as told by her', action: 'taken again', told: [] },
    })
    expect(await textsOf('sdtm')).toBe(before + 3)
    expect(await textsOf('csv')).toBe(flat)
  })

  it('leaves only once its manifest is signed, in a ZIP whose files are those that the manifest lists', async () => {
    const made = await prepared('csv')
    expect(made).toMatchObject({ signed: false, atHand: true, taken: [], author: site.user.id })
    expect(await failureOf(site.api.exports.take({ id: made.id }))).toMatchObject({
      code: 'cannot_sign',
      blockers: [{ code: 'manifest_not_signed' }],
    })
    await signNow(site, { kind: 'document', document: made.manifest })
    const { outgoing, zip } = await taken(site, made.id)
    expect(hash('sha256', zip, 'hex')).toBe(outgoing.sha256)
    const files = await filesIn(zip)
    const manifest = ExportManifest.parse(JSON.parse(String(files.get('manifest.json'))))
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter(name => !name.startsWith('manifest.')).sort(),
    )
    for (const { path, sha256, bytes } of manifest.files) {
      expect(hash('sha256', files.get(path) ?? '', 'hex')).toBe(sha256)
      expect(files.get(path)?.length).toBe(bytes)
    }
    expect(String(files.get('manifest.pdf')?.subarray(0, 5))).toBe('%PDF-')
    expect([...files.keys()]).toContain('README.txt')
  })

  it('holds for a stranger who has the fingerprint from paper', async () => {
    const made = await prepared('csv', [first])
    await signNow(site, { kind: 'document', document: made.manifest })
    expect(await strangerOn((await taken(site, made.id)).zip)).toMatchObject({ verdict: 'holds' })
  })

  it('is told by the list with each time that it left, and by the trail with who, why, scope and hash', async () => {
    const made = await prepared('csv', [first])
    await signNow(site, { kind: 'document', document: made.manifest })
    const { outgoing } = await taken(site, made.id)
    const [summary] = (await site.api.exports.list({})).filter(({ id }) => id === made.id)
    expect(summary).toMatchObject({
      signed: true,
      taken: [{ sha256: outgoing.sha256, author: site.user.id }],
    })
    const trail = await site.api.audit.list({
      subject: { kind: 'patient', id: first },
      action: 'export.take',
    })
    expect(trail.slice(-1)).toMatchObject([
      {
        reason: 'asked for by the sponsor',
        newValue: {
          sha256: outgoing.sha256,
          bytes: outgoing.bytes,
          patients: ['TR-001'],
          pseudonymised: true,
        },
      },
    ])
  })

  it('goes with the session that made it, and says so', async () => {
    const made = await prepared('csv', [first])
    await signNow(site, { kind: 'document', document: made.manifest })
    await site.as('chen')
    expect(await failureOf(site.api.exports.take({ id: made.id }))).toMatchObject({ code: 'unavailable' })
  })

  it('[U2] is no business of who may not let data leave', async () => {
    await site.api.session.lock({})
    await site.api.session.unlock({ loginName: 'coordinator', password: OWN_PASSWORD })
    expect(await failureOf(prepared('csv'))).toMatchObject({ code: 'not_permitted', right: 'data.export' })
    await site.as('chen')
  })

  it('stops where it is told to, and leaves nothing behind', async () => {
    const before = await site.api.exports.list({})
    const id = nextJob()
    const work = site.api.exports.prepare({
      ...{ job: id, request: { format: 'csv', patients: null, protocolId: null, pseudonymised: true } },
      ...{ why: 'asked for', language: 'en' },
    })
    await vi.waitUntil(async () => (await site.api.jobs.cancel({ job: id })).running, { interval: 1 })
    expect(await failureOf(work)).toEqual({ code: 'cancelled' })
    expect(await site.api.exports.list({})).toEqual(before)
  })
})

describe('a dossier', () => {
  it('cannot be pseudonymised: signed documents stay as they are', async () => {
    const request = { format: 'dossier', patients: null, protocolId: null, pseudonymised: true } as const
    expect(await failureOf(site.api.exports.preview(request))).toMatchObject({ code: 'invalid_input' })
  })

  it('of one patient holds their signed documents and what those rest on, their trail and an index, of nobody else', async () => {
    const made = await prepared('dossier', [first])
    const files = await signedAndTaken(site, made)
    const names = [...files.keys()]
    expect(names.filter(name => name.includes('eligibility'))).toHaveLength(1)
    expect(names.filter(name => name.includes('configuration'))).toHaveLength(1)
    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'deviations.csv', 'audit-trail/TR-001.jsonl']),
    )
    const lines = String(files.get('audit-trail/TR-001.jsonl')).trim().split('\n')
    for (const line of lines) {
      const { entry, previousHash, hash: own } = JSON.parse(line) as RawEntry
      expect(hash('sha256', `${previousHash}\n${entry}`, 'hex')).toBe(own)
    }
    const all = [...files.values()].map(String).join('\n')
    expect(all).not.toContain('TR-027')
    expect(all).not.toContain(second)
  })

  it('of the site holds the whole trail', async () => {
    const made = await prepared('dossier')
    const files = await signedAndTaken(site, made)
    const lines = String(files.get('audit-trail.jsonl')).trim().split('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ seq: 1 })
    expect(lines.length).toBeGreaterThan(50)
  })

  it('of the site holds for a stranger, document by document and entry by entry of its trail', async () => {
    const made = await prepared('dossier')
    await signNow(site, { kind: 'document', document: made.manifest })
    const { verdict, findings } = await strangerOn((await taken(site, made.id)).zip)
    expect(verdict).toBe('holds')
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['files_complete', 'documents_hold', 'trail_holds']),
    )
  })
})

const BORN = PartialDate.parse('1971-03-29')

describe('whatever is exported', () => {
  /** The texts of an export, without what is the same in each: there it is said that nothing is known of any allocation. */
  async function textsOf(format: ExportFormat, pseudonymised: boolean): Promise<string> {
    const made = await prepared(format, null, pseudonymised)
    const files = await signedAndTaken(site, made)
    const own = [...files].filter(
      ([path]) => !/^(?:manifest|README|lobule-verifier|define|codebook)|\.pdf$/.test(path),
    )
    expect(own.length).toBeGreaterThan(0)
    return own.map(([, content]) => content.toString()).join('\n')
  }

  beforeAll(async () => {
    const { patient } = await site.api.patients.register({
      ...{ screeningNumber: 'TR-900', initials: 'QXZ', sex: 'male', birthDate: BORN },
      ...{ contact: '13800138000', fullName: '甄士隐', identifier: '110101197103290011' },
    })
    const content = { kind: 'body_weight', on: PartialDate.parse('2026-11-20'), kg: '63.5' } as const
    // Not met, so that the data sets quote the judgement, and who judged.
    const judgement = {
      ...{ kind: 'judgement', protocol: SIGNED_PROTOCOL, question: 'inappropriate-to-participate' },
      ...{ on: '2026-11-20', answer: 'yes', ground: 'lives too far away', judgedBy: 'Chen Wei' },
    }
    await site.api.facts.record({
      patientId: patient.id,
      facts: [content, judgement].map(each => ({ content: FactContent.parse(each) })),
    })
  })

  it.each(['odm', 'sdtm', 'fhir', 'csv'] as const)(
    'names nobody where it is pseudonymised: no initials, day of birth, or person of the site (%s)',
    async format => {
      const texts = await textsOf(format, true)
      expect(texts).toContain('TR-900')
      for (const word of ['QXZ', '13800138000', '甄士隐', BORN, BORN.replaceAll('-', ''), 'Chen Wei'])
        expect(texts.includes(word), word).toBe(false)
    },
  )

  it('names the people of the site where it is not pseudonymised, and nobody in full without the right to', async () => {
    const texts = await textsOf('odm', false)
    expect(texts).toContain('Chen Wei')
    expect(texts).not.toContain('甄士隐')
  })

  it.each(['odm', 'sdtm', 'fhir', 'csv', 'dossier'] as const)(
    '[K1] says nothing of any allocation (%s)',
    async format => {
      const texts = await textsOf(format, format !== 'dossier')
      expect(
        texts.match(/allocat|randomi[sz]|\bARM(?:CD)?\b|ACTARM|treatment group|治疗分组|随机号/gi) ?? [],
      ).toEqual([])
    },
  )
})
