import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { type DecidedSite, PROTOCOL, sign, startDecidedSite } from '#test/support/decided-site.ts'
import { laboratoryFile, laboratoryMapping } from '#test/support/laboratory-file.ts'
import { upload } from '#test/support/upload.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

/** Takes one result of the decided patient in. */
async function take(result: string) {
  const { screeningNumber } = await site.api.patients.get({ id: site.patientId })
  const { id: laboratory } = await site.api.laboratories.add({ name: '检验科', tests: [] })
  const { id } = await upload(site, 'a.csv', laboratoryFile(`${screeningNumber},${result}`))
  const { columns } = laboratoryMapping()
  const control = { column: '参考区间', occurrence: 1, role: { as: 'control' } }
  const mapping = laboratoryMapping({
    columns: columns.map(one => (one.column === control.column ? control : one)),
    tests: [{ printed: '凝血酶原时间', loinc: '5902-2' }],
    units: [{ printed: '秒', ucum: 's' }],
  })
  const { check } = await site.api.imports.check({ job: randomUUID(), files: [id], laboratory, mapping })
  return site.api.imports.record({ job: randomUUID(), check, taken: [] })
}

it('[E6] a decision that would have used what an import brought is marked, in the same transaction', async () => {
  const { id } = await sign(site, site.request)
  site.clock.advance(3600)
  const made = await take('2026/11/22 08:00,凝血酶原时间,19.0,秒,12.5')
  const { summary } = await site.api.signatures.get({ id })
  expect(summary.status).toBe('not_current')
  const actions = (await site.api.audit.list({ limit: 1000 })).slice(-3).map(({ action }) => action)
  expect(actions).toEqual(['fact.record', 'signature.not_current', 'import.record'])
  expect(made.counts.new).toBe(1)
})

it('charts of patients who take part are written and taken back like the others', async () => {
  const visit = FactContent.parse({
    ...{ kind: 'visit', protocol: PROTOCOL, visit: 'unscheduled', from: '2026-11-20', status: 'done' },
  })
  await site.api.facts.record({ patientId: site.patientId, facts: [{ content: visit }] })
  const before = await site.api.facts.list({ patientId: site.patientId })
  const made = await take('2026/11/22 08:00,凝血酶原时间,19.0,秒,12.5')
  expect(await site.api.facts.list({ patientId: site.patientId })).toHaveLength(before.length + 1)
  await site.api.imports.undo({ id: made.id, reason: 'another hospital’s file' })
  expect(await site.api.facts.list({ patientId: site.patientId })).toEqual(before)
})
