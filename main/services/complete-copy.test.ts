import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PART_BYTES } from '#shared/api/imports.ts'
import {
  failureOf,
  PASSWORD,
  startEngine,
  startSite,
  type TestEngine,
  type TestSite,
} from '#test/support/engine.ts'
import { filesOf } from '#test/support/files-of.ts'
import { chartSample, enableChen, SIGNED_PROTOCOL, signNow, signReadings } from '#test/support/sign.ts'
import { zipped } from '#test/support/signed-export.ts'

// The site signs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const ID = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a001'
const OTHER_ID = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a002'

let site: TestSite
let copy: Buffer
let fresh: TestEngine

beforeAll(async () => {
  site = await startSite()
  await enableChen(site)
  await signReadings(site)
  const patientId = await chartSample(site, 'tr-001-eligible')
  await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
  copy = await takenCopy()
})
afterAll(() => site.dispose())
beforeEach(() => {
  fresh = startEngine()
})
afterEach(() => fresh.dispose())

async function takenCopy(): Promise<Buffer> {
  const { bytes, sha256 } = await site.api.exports.takeCopy({ job: ID, why: 'the computer is replaced' })
  const parts: Buffer[] = []
  for (let offset = 0; offset < bytes; offset += parts.at(-1)?.length ?? bytes) {
    const { part } = await site.api.exports.part({ sha256, offset })
    parts.push(Buffer.from(part, 'base64'))
  }
  return Buffer.concat(parts)
}

async function receive(bytes: Uint8Array, id = ID, engine = fresh) {
  const total = bytes.length
  let answer = { received: 0, copy: null } as Awaited<ReturnType<typeof engine.api.site.receiveCopy>>
  for (let offset = 0; offset < total; offset += PART_BYTES) {
    const part = Buffer.from(bytes.subarray(offset, offset + PART_BYTES)).toString('base64')
    answer = await engine.api.site.receiveCopy({ id, part, offset, total })
  }
  return answer.copy
}

async function wholeRecord({ api }: Pick<TestEngine, 'api'>) {
  const patients = await api.patients.list({})
  const facts = await Promise.all(patients.map(({ id }) => api.facts.list({ patientId: id })))
  const documents = await api.documents.list({})
  const signatures = await api.signatures.list({})
  const verified = await Promise.all(signatures.map(({ id }) => api.signatures.get({ id })))
  return { patients, facts, documents, signatures, verified }
}

describe('[C1] a complete copy', () => {
  it('says what it is, and opens on a fresh computer with the same counts, values, hashes and signatures', async () => {
    const summary = await receive(copy)
    expect(summary).toMatchObject({ site: { name: 'Training hospital', number: '01', training: false } })
    expect(summary?.tables).toMatchObject({ patients: 1 })
    expect(await fresh.api.site.status({})).toEqual({ state: 'none' })
    expect(await fresh.api.site.openCopy({ id: ID })).toEqual({ state: 'locked' })
    const { findings } = await fresh.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(findings).toEqual([])
    const record = await wholeRecord(fresh)
    expect(record).toEqual(await wholeRecord(site))
    expect(record.verified.every(({ verification }) => verification.holds)).toBe(true)
    expect((await fresh.api.audit.verify({})).problems).toEqual([])
  })

  it('keeps the trail as it was, entry by entry, and notes that it was opened', async () => {
    await receive(copy)
    await fresh.api.site.openCopy({ id: ID })
    await fresh.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    const [there, here] = [await site.api.audit.list({}), await fresh.api.audit.list({})]
    const copied = there.findIndex(({ action }) => action === 'export.take_copy')
    expect(here.slice(0, copied)).toEqual(there.slice(0, copied))
    expect(here.map(({ action }) => action)).toContain('security.copy_opened')
    expect(there[copied]).toMatchObject({ reason: 'the computer is replaced' })
  })

  it('shows nothing of any patient to who has no password', () => {
    for (const word of ['TR-001', 'Chen Wei', 'eligibility', 'hepatitis']) {
      expect(copy.includes(Buffer.from(word)), word).toBe(false)
    }
  })

  it('[U2] is for the principal investigator alone', async () => {
    await site.api.session.lock({})
    await site.api.session.unlock({ loginName: 'coordinator', password: 'a password of their own' })
    expect(await failureOf(takenCopy())).toMatchObject({ code: 'not_permitted', right: 'data.copy' })
    await site.as('chen')
  })

  it('leaves nothing beside the store once the session ends', async () => {
    await takenCopy()
    expect([...filesOf(site.directory).keys()].some(file => file.includes('outgoing'))).toBe(true)
    await site.as('chen')
    expect([...filesOf(site.directory).keys()].some(file => file.includes('outgoing'))).toBe(false)
  })

  it('is not taken while a store is open', async () => {
    expect(await failureOf(receive(copy, ID, site))).toMatchObject({ code: 'store_exists' })
  })

  it('is not put over a folder that holds anything', async () => {
    mkdirSync(fresh.directory)
    writeFileSync(join(fresh.directory, 'notes.txt'), 'x')
    await receive(copy)
    expect(await failureOf(fresh.api.site.openCopy({ id: ID }))).toMatchObject({ code: 'store_exists' })
    expect(readFileSync(join(fresh.directory, 'notes.txt'), 'utf8')).toBe('x')
  })

  it('takes its parts in order only', async () => {
    const part = copy.subarray(0, 100).toString('base64')
    const later = fresh.api.site.receiveCopy({ id: ID, part, offset: 100, total: copy.length })
    expect(await failureOf(later)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'offset' }] })
  })

  it('can be put aside, and another be taken', async () => {
    await receive(copy)
    await fresh.api.site.discardCopy({ id: ID })
    expect(await failureOf(fresh.api.site.openCopy({ id: ID }))).toMatchObject({ code: 'not_found' })
    await receive(copy, OTHER_ID)
    expect(await fresh.api.site.openCopy({ id: OTHER_ID })).toEqual({ state: 'locked' })
  })

  it('leaves what lies beside the store alone, but for copies that were never opened', async () => {
    const own = `${fresh.directory}.before the move.copy`
    mkdirSync(own)
    writeFileSync(join(own, 'lobule.db'), 'the only one')
    await receive(copy)
    await receive(copy, OTHER_ID)
    expect(readFileSync(join(own, 'lobule.db'), 'utf8')).toBe('the only one')
    expect(existsSync(`${fresh.directory}.${ID}.copy`)).toBe(false)
  })

  it('torn or altered anywhere is refused, or is what it was; nothing is opened', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(copy.length - 2),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, mask, isTorn) => {
          const hostile = isTorn ? copy.subarray(0, at + 1) : Buffer.from(copy)
          if (!isTorn) hostile[at] = (hostile[at] ?? 0) ^ mask
          const outcome = await receive(hostile).catch((error: { payload: unknown }) => error.payload)
          if (isTorn) expect(outcome).toMatchObject({ code: 'invalid_file', file: 'copy' })
          else
            expect(outcome).toSatisfy(
              (found: object) => 'tables' in found || ('code' in found && found.code === 'invalid_file'),
            )
          expect(await fresh.api.site.status({})).toEqual({ state: 'none' })
        },
      ),
      { numRuns: 60 },
    )
    expect(fresh.failures).toEqual([])
  })

  it.each([
    ['a file that is no part of one', { 'copy.json': '{}', 'evil.sh': 'rm' }],
    ['nothing but words', { 'copy.json': '{}' }],
    ['no word about itself', { 'lobule.db': 'x' }],
  ])('with %s is refused', async (_what, files) => {
    expect(await failureOf(receive(await zipped(files)))).toMatchObject({ code: 'invalid_file' })
    expect([...filesOf(join(fresh.directory, '..'))]).toEqual([])
  })

  it('whose parts were exchanged after it was received is not opened', async () => {
    await receive(copy)
    const database = join(`${fresh.directory}.${ID}.copy`, 'store', 'lobule.db')
    const bytes = readFileSync(database)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(database, bytes)
    expect(await failureOf(fresh.api.site.openCopy({ id: ID }))).toMatchObject({ code: 'invalid_file' })
    expect(await fresh.api.site.status({})).toEqual({ state: 'none' })
  })
})
