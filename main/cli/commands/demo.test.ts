import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { ErrorPayload } from '#shared/api/errors.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { jsonOf, lobule, sampleFiles, textOf } from '#test/support/command-line.ts'
import { TEST_APP, TEST_DOCUMENTS } from '#test/support/engine.ts'
import { spawnLobule } from '#test/support/spawn-lobule.ts'

const Demo = z.looseObject({
  training: z.literal(true),
  candidates: z.array(
    z.looseObject({
      screeningNumber: z.string(),
      answers: z.array(
        z.looseObject({
          protocol: z.looseObject({ id: z.string() }),
          verdict: z.string(),
          statement: z.object({ en: z.string(), 'zh-CN': z.string() }),
          eligible: z.array(z.looseObject({ from: z.string().nullable(), to: z.string().nullable() })),
          training: z.boolean(),
        }),
      ),
    }),
  ),
  withoutSiteCriteria: z.array(
    z.looseObject({ answers: z.array(z.looseObject({ statement: z.object({ en: z.string() }).loose() })) }),
  ),
  missing: z.array(z.looseObject({ settles: z.int() })),
  signed: z.object({
    fingerprint: z.string(),
    files: z.array(
      z.looseObject({
        screeningNumber: z.string(),
        verified: z.looseObject({ verdict: z.string(), printedAgain: z.string() }),
      }),
    ),
    tampered: z.looseObject({ verdict: z.string(), findings: z.array(z.looseObject({ code: z.string() })) }),
  }),
  data: z.looseObject({
    counts: z.looseObject({ new: z.int(), same: z.int(), changed: z.int(), refused: z.int() }),
    verified: z.looseObject({ verdict: z.string(), findings: z.array(z.looseObject({ code: z.string() })) }),
  }),
  backedUp: z.object({
    backup: z.looseObject({ fileName: z.string() }),
    drill: z.looseObject({ passed: z.boolean(), checks: z.array(z.looseObject({ result: z.string() })) }),
  }),
  trail: z.object({ entries: z.int(), head: z.string(), problems: z.array(z.unknown()) }),
  store: z.object({
    directory: z.string(),
    kept: z.boolean(),
    loginName: z.string(),
    password: z.string(),
    recoveryKey: z.string(),
  }),
})

const Verified = Demo.shape.trail.loose()
const Written = z.array(z.looseObject({ fileName: z.string(), kind: z.string() }))
const Refused = z.strictObject({ error: ErrorPayload })

const home = mkdtempSync(join(tmpdir(), 'lobule-demo-test-'))
const directory = join(home, 'kept')
const documents = join(home, 'documents')
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('a demonstration that is kept', () => {
  let demo: z.infer<typeof Demo>

  beforeAll(async () => {
    const { code, out, err } = await lobule([
      'demo',
      '--json',
      '--store',
      directory,
      '--documents',
      documents,
    ])
    expect([code, err]).toEqual([0, ''])
    demo = Demo.parse(jsonOf(out))
  }, 400_000)

  it('screens every sample candidate against both protocols, all marked as training data', () => {
    const folder = join(sampleFiles.candidate('x'), '..')
    const files = [folder, join(folder, '../patients')].flatMap(one => readdirSync(one))
    expect(demo.candidates).toHaveLength(files.length)
    for (const { answers } of demo.candidates) {
      expect(answers.map(({ protocol }) => protocol.id)).toEqual(['NCT05106972', 'NCT07413549'])
      expect(answers.every(({ training }) => training)).toBe(true)
    }
    const verdicts = demo.candidates.map(({ answers }) => answers[0]?.verdict)
    expect(new Set(verdicts)).toEqual(new Set(['eligible', 'ineligible', 'undetermined']))
  })

  it('finds the dates of the example', () => {
    const example = demo.candidates.find(({ screeningNumber }) => screeningNumber === 'TR-002')
    expect(example?.answers[0]?.eligible).toMatchObject([{ from: '2026-12-06', to: '2027-03-13' }])
  })

  it('cannot determine NCT07413549 before criteria are entered, and can afterwards', () => {
    for (const { answers } of demo.withoutSiteCriteria) {
      expect(answers[1]?.statement.en).toMatch(/^cannot be determined: criteria not published/)
    }
    const after = demo.candidates.map(({ answers }) => answers[1]?.verdict)
    expect(after).toContain('eligible')
    expect(after).toContain('ineligible')
  })

  it('signs two decisions, a review of trends and a causality whose files hold, and refuses a changed copy', () => {
    const { files, tampered } = demo.signed
    expect(files.map(({ screeningNumber }) => screeningNumber)).toEqual([
      'TR-001',
      'TR-002',
      'TR-101',
      'TR-105',
    ])
    expect(files.map(({ verified }) => [verified.verdict, verified.printedAgain])).toEqual([
      ['holds', 'same'],
      ['holds', 'same'],
      ['holds', 'same'],
      ['holds', 'same'],
    ])
    expect(tampered).toMatchObject({ verdict: 'fails', findings: [{ code: 'changed' }, {}] })
    const kept = readdirSync(documents)
    expect(kept.filter(name => name.endsWith('.pdf'))).toHaveLength(5)
    expect(kept).toContain('lobule-verifier.html')
  })

  it('takes in a month of results, leaving what nobody answered, and hands over a dossier that holds', () => {
    const { counts, verified } = demo.data
    expect(counts).toMatchObject({ new: 75, same: 19, changed: 0, refused: 4 })
    expect(verified.verdict).toBe('holds')
    expect(verified.findings.length).toBeGreaterThan(3)
    expect(readdirSync(documents).filter(name => name.endsWith('.zip'))).toHaveLength(1)
  })

  it('[B1] backs the site up and practises a restore, in which nothing differs', () => {
    const { backup, drill } = demo.backedUp
    expect(readdirSync(documents)).toContain(backup.fileName)
    expect(drill.passed).toBe(true)
    expect(drill.checks.length).toBeGreaterThan(8)
    expect(drill.checks.map(({ result }) => result)).not.toContain('differs')
  })

  it('ranks what to find out, and ends with a trail that is whole', () => {
    const settles = demo.missing.map(item => item.settles)
    expect(settles).toEqual(settles.toSorted((a, b) => b - a))
    expect(demo.trail.problems).toEqual([])
    expect(demo.trail.entries).toBeGreaterThan(demo.candidates.length)
  })

  it('[S1] leaves no word about a candidate readable in any file of the store', () => {
    for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1')
      expect(bytes.includes('TR-002'), file.name).toBe(false)
      expect(bytes.includes('albumin_infusion'), file.name).toBe(false)
    }
  })

  it('[F3] keeps when each fact happened and when it was entered apart, as the sample has them', async () => {
    const chart = Chart.parse(jsonOf(textOf(sampleFiles.candidate('tr-002-albumin-and-birthday'))))
    const { loginName, password } = demo.store
    const report = () => undefined
    const now = () => new Date('2026-11-21T08:00:00Z')
    const engine = createEngine({
      ...{ directory, now, newId: randomUUID, kdf: DEFAULT_KDF, protocols: [], report },
      ...{ app: TEST_APP, documents: TEST_DOCUMENTS },
    })
    const client = directClient(engine)
    await client.session.unlock({ loginName, password })
    const patient = (await client.patients.list({})).find(one => one.screeningNumber === 'TR-002')
    const facts = patient ? await client.facts.list({ patientId: patient.id }) : []
    await engine.close()
    const times = (list: typeof facts) =>
      list.map(fact => `${fact.content.kind} ${Date.parse(fact.enteredAt)}`).sort()
    expect(times(facts)).toEqual(times(chart.facts))
  })

  it('refuses a folder that holds a store, and leaves it as it is', async () => {
    const { code, out, err } = await lobule(['demo', '--store', directory])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('already a store')
    expect(readdirSync(directory)).toContain('keyring.json')
  })

  it('can be verified by its password from a file descriptor, in a process of its own', async () => {
    const { loginName, password } = demo.store
    const args = [
      'audit',
      'verify',
      '--store',
      directory,
      '--user',
      loginName,
      '--password-fd',
      '3',
      '--json',
    ]
    const { code, out } = await spawnLobule(args, { 3: `${password}\n` })
    expect(code).toBe(0)
    const report = Verified.parse(jsonOf(out))
    expect(report.problems).toEqual([])
    expect(report.entries).toBeGreaterThan(demo.trail.entries)
  })

  it('[A5] [C4] gives its trail and its documents out on the command line, and writes over nothing', async () => {
    const opening = ['--store', directory, '--user', 'demo', '--password-fd', '3', '--json']
    const asDemo = (...args: string[]) => spawnLobule([...args, ...opening], { 3: demo.store.password })
    const to = join(home, 'taken')
    const taken = await asDemo('documents', '--to', to)
    expect([taken.code, taken.err]).toEqual([0, ''])
    const written = Written.parse(jsonOf(taken.out))
    expect(written.map(({ kind }) => kind).sort()).toEqual([
      ...['causality', 'chart_review', 'configuration', 'eligibility', 'eligibility', 'export_manifest'],
    ])
    expect(readdirSync(to).sort()).toEqual(
      ['lobule-verifier.html', ...written.map(({ fileName }) => fileName)].sort(),
    )
    const pdfs = written.map(({ fileName }) => join(to, fileName))
    const checked = await lobule(['verify', ...pdfs, '--fingerprint', demo.signed.fingerprint])
    expect(checked.code).toBe(0)
    expect(await asDemo('documents', '--to', to)).toMatchObject({ code: 2 })

    const file = join(home, 'trail.jsonl')
    const exported = await asDemo('audit', 'export', '--to', file)
    expect([exported.code, exported.err]).toEqual([0, ''])
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.filter(line => line.includes('document.export')).length).toBeGreaterThanOrEqual(3)
    expect(lines.length).toBe(z.looseObject({ entries: z.int() }).parse(jsonOf(exported.out)).entries)
  }, 120_000)

  it('[S2] tells a wrong password in words and by its code', async () => {
    const args = ['audit', 'verify', '--store', directory, '--user', 'demo', '--password-fd', '3', '--json']
    const { code, out, err } = await spawnLobule(args, { 3: 'not the password' })
    expect(code).toBe(1)
    expect(Refused.parse(jsonOf(out)).error.code).toBe('wrong_password')
    expect(err).toContain('do not open the store')
    expect(out + err).not.toContain('not the password')
  })
})

describe('audit verify', () => {
  it('[S2] creates nothing where there is no store, or only half of one, and asks for no password', async () => {
    const empty = join(home, 'empty')
    const none = await lobule(['audit', 'verify', '--store', empty, '--user', 'chen'])
    expect(none.code).toBe(1)
    expect(none.err).toContain('No such store')
    expect(existsSync(empty)).toBe(false)
    mkdirSync(empty)
    writeFileSync(join(empty, 'keyring.json'), '{}')
    const half = await lobule(['audit', 'verify', '--store', empty, '--user', 'chen'])
    expect(half.code).toBe(1)
    expect(half.err).toContain('The database of the store is missing')
    expect(readdirSync(empty)).toEqual(['keyring.json'])
  })
})

describe('a demonstration that is not kept', () => {
  it('shows a table marked as training data, in Chinese too, and removes its store', async () => {
    const { code, out } = await lobule(['demo', '--lang', 'zh-CN'])
    expect(code).toBe(0)
    expect(out).toContain('培训数据')
    expect(out).toMatch(/TR-002 +不符合 E7/)
    expect(out).toContain('2026-12-06 – 2027-03-13')
    expect(out).toMatch(/稽查轨迹已核验：条目 \d+/)
    const [folder] = /\S*lobule-demo-\S+store/.exec(out) ?? []
    expect(folder && existsSync(folder)).toBe(false)
  }, 400_000)
})
