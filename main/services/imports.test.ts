import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import {
  type Laboratory,
  laboratoryFile,
  laboratoryMapping,
  withLaboratory,
} from '#test/support/laboratory-file.ts'

let site: TestSite
let lab: Laboratory
beforeEach(async () => {
  site = await startSite()
  lab = await withLaboratory(site)
})
afterEach(() => site.dispose())

const ALT = 'S-001,2026/11/17 07:40,谷丙转氨酶,38,U/L,9-50'
const ALBUMIN = 'S-001,2026/11/17 07:40,白蛋白,33.40,g/L,40.0-55.0'
const SENT_AGAIN = [laboratoryFile(ALT.replace(',38,', ',40,')), { reason: 'sent again' }] as const
const albumin = (changes: object = {}) =>
  FactContent.parse({
    ...{ kind: 'laboratory', on: '2026-11-17T07:40:00+08:00', loinc: '1751-7', value: '33.40', unit: 'g/L' },
    ...{ range: { low: '40.0', high: '55.0' }, laboratory: '检验科', ...changes },
  })
const chart = (content: FactContent) =>
  site.api.facts.record({ patientId: lab.patientId, facts: [{ content }] })
const outcomes = async (check: string) =>
  (await lab.rowsOf(check)).map(({ place, outcome, refusal }) =>
    [place.row, outcome, refusal?.code, refusal?.value].filter(part => part !== undefined).join(' '),
  )

describe('a dry run', () => {
  it('says of every row what would become of it, and writes nothing', async () => {
    await chart(albumin())
    const entries = (await site.api.audit.list({ limit: 1000 })).length
    const checked = await lab.check(
      laboratoryFile(
        ...[ALT, ALBUMIN, 'S-001,2026/11/17 07:40,总胆红素,35.5,μmol/L,5.1-19.0'],
        ...['S-009,2026/11/17 07:40,白蛋白,30,g/L,', 'S-001,2026/11/17 07:40,血糖,5.1,mmol/L,'],
        ...['S-001,2026/11/17 07:40,谷草转氨酶,40,U/L,', 'S-001,17.11.2026,白蛋白,31,g/L,'],
        ...['S-001,2026/11/30 07:40,白蛋白,31,g/L,', 'S-001,2026/11/16 07:40,白蛋白,见备注,g/L,'],
        ...['S-001,2026/11/15 07:40,谷丙转氨酶,31,g/L,'],
      ),
    )
    expect(checked.counts).toEqual({ new: 2, same: 1, changed: 0, refused: 6, ignored: 1, doubtful: 0 })
    expect(checked.patients).toBe(1)
    expect(checked.unknown).toEqual({
      tests: [{ printed: '谷草转氨酶', rows: 1 }],
      units: [],
      patients: [{ printed: 'S-009', rows: 1 }],
    })
    expect(await outcomes(checked.check)).toEqual([
      ...['2 new', '3 same', '4 new', '5 refused unknown_patient S-009', '6 ignored'],
      ...['7 refused unknown_test 谷草转氨酶', '8 refused unreadable_date 17.11.2026'],
      ...['9 refused date_in_future 2026-11-30T07:40', '10 refused unreadable_value 见备注'],
      ...['11 refused unit_of_other_quantity g/L'],
    ])
    expect((await site.api.audit.list({ limit: 1000 })).length).toBe(entries)
    expect(await lab.charted()).toEqual(['1751-7 33.40 v1 typed'])
  })

  it('knows what a laboratory gave under an earlier name', async () => {
    await lab.take(laboratoryFile(ALT))
    await site.api.laboratories.change({
      ...{ id: lab.laboratory, expectedVersion: 1, name: '检验医学中心', tests: [], reason: 'renamed' },
    })
    const { counts } = await lab.check(laboratoryFile(ALT, ALBUMIN))
    expect(counts).toMatchObject({ same: 1, new: 1 })
  })

  it('shows old and new side by side where a value on record would change', async () => {
    await chart(albumin({ value: '34.30' }))
    const { check } = await lab.check(laboratoryFile(ALBUMIN))
    const [row] = await lab.rowsOf(check)
    expect(row).toMatchObject({
      outcome: 'changed',
      patient: { id: lab.patientId, screeningNumber: 'S-001' },
      content: { value: '33.40', range: { low: '40.0', high: '55.0' } },
      before: { version: 1, content: { value: '34.30' } },
    })
  })

  it('gives rows a page at a time, of one outcome or those that are asked about', async () => {
    const { check } = await lab.check(laboratoryFile(ALT, ALBUMIN, 'S-001,2026/11/17 07:40,白蛋白,334,g/L,'))
    const { rows, total } = await site.api.imports.rows({ check, outcome: 'new', offset: 1, limit: 1 })
    expect([total, rows.map(({ place }) => place.row)]).toEqual([3, [3]])
    const doubtful = await site.api.imports.rows({ check, doubtful: true, offset: 0, limit: 9 })
    expect(doubtful.rows.map(({ place, doubts }) => [place.row, doubts.map(({ code }) => code)])).toEqual([
      [3, ['two_values']],
      [4, ['two_values', 'implausible']],
    ])
  })

  it('finds a patient by the number of which the site keeps the hash, however it is written', async () => {
    await site.api.patients.register({
      ...{ screeningNumber: 'S-002', initials: 'LH', sex: 'female', identifier: '110101 1970-0101 1234' },
    })
    const mapping = laboratoryMapping({ patientBy: 'identifier' })
    const row = (number: string) => `${number},2026/11/17 07:40,白蛋白,33.4,g/L,`
    const { check } = await lab.check(laboratoryFile(row('110101197001011234'), row('S-002')), mapping)
    const rows = await lab.rowsOf(check)
    expect(rows.map(({ patient, refusal }) => patient?.screeningNumber ?? refusal?.code)).toEqual([
      ...['S-002', 'unknown_patient'],
    ])
  })

  it('says that a file was taken before', async () => {
    const { id } = await lab.take(laboratoryFile(ALT))
    const { takenBefore, counts } = await lab.check(laboratoryFile(ALT))
    expect(takenBefore).toEqual([{ file: 0, import: id }])
    expect(counts).toMatchObject({ new: 0, same: 1 })
  })

  it('stops where somebody asks for that, and keeps nothing', async () => {
    const file = laboratoryFile(...Array.from({ length: 20_000 }, () => ALT))
    const { id } = await site.api.imports
      .upload({
        ...{ id: 'u', name: 'large.csv', part: file.toString('base64'), offset: 0, total: file.length },
      })
      .then(({ upload }) => upload ?? { id: '' })
    const job = lab.job()
    const call = site.api.imports.check({
      ...{ job, files: [id], laboratory: lab.laboratory, mapping: laboratoryMapping() },
    })
    await new Promise(resolve => setTimeout(resolve, 30))
    await site.api.jobs.cancel({ job })
    expect(await failureOf(call)).toEqual({ code: 'cancelled' })
    expect(site.events.some(event => event.event === 'progress' && event.stage === 'reading')).toBe(true)
  })

  it.each([
    [
      'a column that nobody said what it holds',
      { columns: laboratoryMapping().columns.slice(0, 5) },
      'invalid_file',
    ],
    ['a unit that is none', { units: [{ printed: 'U/L', ucum: 'Units' }] }, 'invalid_input'],
    ['a zone that is none', { dates: { format: 'YYYY/MM/DD', timeZone: 'Asia/Peking' } }, 'invalid_input'],
    [
      'a unit of another quantity for a test',
      { tests: [{ printed: '白蛋白', loinc: '1751-7', unit: 'mmol/L' }] },
      'invalid_input',
    ],
  ])('is not made with %s', async (_what, changes, code) => {
    expect(await failureOf(lab.check(laboratoryFile(ALT), laboratoryMapping(changes)))).toMatchObject({
      code,
    })
  })
})

describe('taking files in', () => {
  it('[F2] [F4] charts what is new as printed, with file, hash and row', async () => {
    const made = await lab.take(laboratoryFile(ALT, ALBUMIN))
    const facts = await site.api.facts.list({ patientId: lab.patientId })
    expect(facts.map(({ content }) => content)).toContainEqual(albumin())
    expect(facts.map(({ source }) => source)).toEqual([
      { kind: 'file', name: '十一月.csv', sha256: made.files[0]?.sha256, row: 2 },
      { kind: 'file', name: '十一月.csv', sha256: made.files[0]?.sha256, row: 3 },
    ])
    expect(made.counts).toEqual({ new: 2, same: 0, changed: 0, refused: 0, ignored: 0, doubtful: 0, left: 0 })
    expect(await site.api.imports.list({})).toEqual([made])
  })

  it('[A1] writes one entry per fact and one for the import', async () => {
    const made = await lab.take(laboratoryFile(ALT, ALBUMIN))
    const entries = await site.api.audit.list({ limit: 1000 })
    expect(entries.slice(-3).map(({ action }) => action)).toEqual([
      'fact.record',
      'fact.record',
      'import.record',
    ])
    expect(entries.at(-1)).toMatchObject({
      subject: { kind: 'import', id: made.id },
      newValue: { format: 'text', laboratory: '检验科', new: 2, files: [{ name: '十一月.csv' }] },
    })
  })

  it('leaves what would change where no reason is given, and corrects it where one is', async () => {
    await chart(albumin({ value: '34.30' }))
    expect((await lab.take(laboratoryFile(ALT, ALBUMIN))).counts).toMatchObject({
      new: 1,
      changed: 0,
      left: 1,
    })
    expect(await lab.charted()).toContain('1751-7 34.30 v1 typed')
    const made = await lab.take(laboratoryFile(ALBUMIN), { reason: 'laboratory sent it again' })
    expect(made.counts).toMatchObject({ changed: 1, left: 0 })
    expect(await lab.charted()).toContain('1751-7 33.40 v2 十一月.csv:2')
    const [, correction] = (await site.api.audit.list({ limit: 1000 })).slice(-3)
    expect(correction).toMatchObject({ action: 'fact.correct', reason: 'laboratory sent it again' })
  })

  it('takes a doubtful value only where somebody says so, with the reason', async () => {
    const file = laboratoryFile(ALT, 'S-001,2026/11/10 07:40,白蛋白,3.34,g/L,')
    expect((await lab.take(file)).counts).toMatchObject({ new: 1, left: 1, doubtful: 1 })
    const place = { file: 0, row: 3, column: null }
    expect(await failureOf(lab.take(file, { taken: [place] }))).toMatchObject({
      issues: [{ path: 'doubtReason' }],
    })
    const confirmed = { taken: [place], doubtReason: 'printed so; the laboratory confirmed it' }
    expect((await lab.take(file, confirmed)).counts).toMatchObject({ new: 1, left: 0, same: 1 })
    const entry = (await site.api.audit.list({ limit: 1000 })).at(-2)
    expect(entry).toMatchObject({ action: 'fact.record', reason: 'printed so; the laboratory confirmed it' })
  })

  it('refuses an answer about a row of which nothing is asked', async () => {
    const call = lab.take(laboratoryFile(ALT), {
      ...{ taken: [{ file: 0, row: 2, column: null }], doubtReason: 'so' },
    })
    expect(await failureOf(call)).toMatchObject({ issues: [{ path: 'taken[0]' }] })
  })

  it('takes nothing where a chart changed since it was shown', async () => {
    const { check } = await lab.check(laboratoryFile(ALT, ALBUMIN))
    await chart(albumin({ value: '20' }))
    const call = site.api.imports.record({ job: lab.job(), check, taken: [] })
    expect(await failureOf(call)).toEqual({ code: 'changed_since_shown' })
    expect(await lab.charted()).toEqual(['1751-7 20 v1 typed'])
    expect(await site.api.imports.list({})).toEqual([])
  })

  it('refuses to take nothing', async () => {
    await lab.take(laboratoryFile(ALT))
    expect(await failureOf(lab.take(laboratoryFile(ALT)))).toMatchObject({ code: 'invalid_input' })
  })

  it('keeps the original, encrypted, and gives it back with an entry in the trail', async () => {
    const file = laboratoryFile(ALT)
    const made = await lab.take(file)
    const sha256 = made.files[0]?.sha256
    if (sha256 === undefined) throw new Error('no file')
    const original = await site.api.imports.original({ sha256, offset: 0 })
    expect(Buffer.from(original.part, 'base64').equals(file)).toBe(true)
    expect(original.name).toBe('十一月.csv')
    expect((await site.api.audit.list({ limit: 1000 })).at(-1)).toMatchObject({
      ...{ action: 'import.export_original', newValue: { name: '十一月.csv', sha256 } },
    })
  })

  it('marks a patient who was removed meanwhile as changed', async () => {
    const { check } = await lab.check(laboratoryFile(ALT))
    await site.api.patients.remove({ id: lab.patientId, expectedVersion: 1, reason: 'entered twice' })
    const call = site.api.imports.record({ job: lab.job(), check, taken: [] })
    expect(await failureOf(call)).toEqual({ code: 'changed_since_shown' })
  })
})

describe('taking an import back', () => {
  it('retracts what it brought, puts back what it changed, and leaves what was corrected since', async () => {
    await chart(albumin({ value: '34.30' }))
    const made = await lab.take(
      laboratoryFile(ALT, ALBUMIN, 'S-001,2026/11/17 07:40,总胆红素,35.5,μmol/L,5.1-19.0'),
      { reason: 'sent again' },
    )
    const bilirubin = (await site.api.facts.list({ patientId: lab.patientId })).find(
      ({ content }) => content.kind === 'laboratory' && content.loinc === '14631-6',
    )
    if (bilirubin?.content.kind !== 'laboratory') throw new Error('not charted')
    await site.api.facts.correct({
      ...{
        factId: bilirubin.id,
        expectedVersion: 1,
        content: { ...bilirubin.content, value: '36.5' } as FactContent,
      },
      reason: 'misread',
    })
    const undone = await site.api.imports.undo({ id: made.id, reason: 'another hospital’s file' })
    expect(undone.undone).toMatchObject({
      ...{ reason: 'another hospital’s file', author: site.user.id, retracted: 1, restored: 1, left: 1 },
    })
    expect((await lab.charted()).toSorted()).toEqual(['14631-6 36.5 v2 typed', '1751-7 34.30 v3 typed'])
    const actions = (await site.api.audit.list({ limit: 1000 })).slice(-3).map(({ action }) => action)
    expect(actions.toSorted()).toEqual(['fact.correct', 'fact.retract', 'import.undo'])
    expect(await site.api.imports.list({})).toEqual([undone])
  })

  it('takes back what it brought where a later import was taken back before it', async () => {
    const [first, second] = [await lab.take(laboratoryFile(ALT)), await lab.take(...SENT_AGAIN)]
    await site.api.imports.undo({ id: second.id, reason: 'r' })
    expect(await lab.charted()).toEqual(['1742-6 38 v3 十一月.csv:2'])
    const { undone } = await site.api.imports.undo({ id: first.id, reason: 'r' })
    expect([undone, await lab.charted()]).toMatchObject([{ retracted: 1, left: 0 }, []])
  })

  it('puts nothing back that another import brought which was taken back', async () => {
    const [first, second] = [await lab.take(laboratoryFile(ALT)), await lab.take(...SENT_AGAIN)]
    const { undone } = await site.api.imports.undo({ id: first.id, reason: 'r' })
    expect([undone, await lab.charted()]).toMatchObject([{ left: 1 }, ['1742-6 40 v2 十一月.csv:2']])
    await site.api.imports.undo({ id: second.id, reason: 'r' })
    expect(await lab.charted()).toEqual([])
  })

  it('puts back what was taken in again from a file that was once taken back', async () => {
    await chart(albumin({ value: '34.30' }))
    const again = { reason: 'sent again' }
    const first = await lab.take(laboratoryFile(ALBUMIN), again)
    await site.api.imports.undo({ id: first.id, reason: 'r' })
    await lab.take(laboratoryFile(ALBUMIN), again)
    const third = await lab.take(laboratoryFile(ALBUMIN.replace('33.40', '33.50')), again)
    await site.api.imports.undo({ id: third.id, reason: 'r' })
    expect(await lab.charted()).toEqual(['1751-7 33.40 v6 十一月.csv:2'])
  })

  it('is done once, and the file can be taken in again', async () => {
    const made = await lab.take(laboratoryFile(ALT))
    await site.api.imports.undo({ id: made.id, reason: 'wrong mapping' })
    const again = site.api.imports.undo({ id: made.id, reason: 'wrong mapping' })
    expect(await failureOf(again)).toMatchObject({ issues: [{ path: 'id' }] })
    const { counts, takenBefore } = await lab.check(laboratoryFile(ALT))
    expect([counts.new, takenBefore]).toEqual([1, []])
    expect(await failureOf(site.api.imports.undo({ id: 'none', reason: 'r' }))).toMatchObject({
      ...{ code: 'not_found', entity: 'import' },
    })
  })
})

describe('who may', () => {
  it('monitors see imports, and take nothing in', async () => {
    const made = await lab.take(laboratoryFile(ALT))
    await site.addUser('monitor')
    await site.as('monitor')
    expect(await site.api.imports.list({})).toEqual([made])
    expect(await failureOf(site.api.imports.undo({ id: made.id, reason: 'r' }))).toMatchObject({
      ...{ code: 'not_permitted', right: 'facts.write' },
    })
  })
})
