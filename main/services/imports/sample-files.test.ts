import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { upload } from '#test/support/upload.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../../../resources/samples/files/${name}`, import.meta.url))

let site: TestSite
let laboratory: string
beforeEach(async () => {
  site = await startSite()
  for (const screeningNumber of [
    'TR-101',
    'TR-102',
    'TR-103',
    'TR-104',
    'TR-105',
    'TR-106',
    'TR-107',
    'TR-108',
  ])
    await site.api.patients.register({ screeningNumber, initials: 'TR', sex: 'male' })
  laboratory = (await site.api.laboratories.add({ name: '检验科', tests: [] })).id
  site.clock.set('2026-11-30T02:00:00.000Z')
})
afterEach(() => site.dispose())

/** What a person does who agrees with every suggestion. */
async function suggested(name: string, about: 'laboratory' | 'portal_vein') {
  const { id } = await upload(site, name, sample(name))
  const looked = await site.api.imports.look({ file: id, about })
  return { id, looked }
}

async function checked(id: string, mapping: Mapping) {
  const asked = { files: [id], ...(mapping.about === 'laboratory' ? { laboratory } : {}), mapping }
  const { check, counts } = await site.api.imports.check({ job: randomUUID(), ...asked })
  const { rows } = await site.api.imports.rows({ check, offset: 0, limit: 500 })
  return { counts, rows }
}

it('a month of results in GB18030 is read by what is suggested for it', async () => {
  const { id, looked } = await suggested('lis-2026-11.csv', 'laboratory')
  expect(looked).toMatchObject({ format: 'text', table: { encoding: 'gb18030', delimiter: ',' } })
  expect([looked.undecided, looked.unknown]).toEqual([[], { tests: ['HbA1c'], units: [] }])
  const { counts, rows } = await checked(id, Mapping.parse(looked.suggested))
  expect(counts).toEqual({ new: 97, same: 0, changed: 0, refused: 4, ignored: 0, doubtful: 2 })
  const refused = rows.flatMap(({ refusal }) => (refusal ? [`${refusal.code} ${refusal.value}`] : []))
  expect(refused).toEqual([
    ...['unknown_patient TR-999', 'unknown_test HbA1c', 'unreadable_value 溶血，未测'],
    'unreadable_date 2026/11/31 08:28',
  ])
  const asked = rows.flatMap(({ place, doubts }) =>
    doubts.map(({ code, against }) => `${place.row} ${code} ${against}`),
  )
  expect(asked).toEqual([
    ...['67 implausible 5–3000 µmol/L', '67 thousandfold 57–97 µmol/L', '79 implausible 90–200 mmol/L'],
  ])
})

it('a sheet of Doppler examinations is read by what is suggested, once somebody says how they were made', async () => {
  const { id, looked } = await suggested('doppler-2026-11.csv', 'portal_vein')
  const mapping = Mapping.parse(looked.suggested)
  expect(await failureOf(checked(id, mapping))).toMatchObject({ code: 'invalid_file' })
  const fixed = [{ field: 'modality', value: 'ultrasound' }]
  const { counts, rows } = await checked(id, Mapping.parse({ ...mapping, fixed }))
  expect(counts).toMatchObject({ new: 4, refused: 0, doubtful: 0 })
  expect(rows[0]).toMatchObject({
    patient: { screeningNumber: 'TR-101' },
    content: {
      ...{
        kind: 'portal_vein',
        on: '2026-11-24',
        modality: 'ultrasound',
        breathing: 'quiet',
        fasting: 'yes',
      },
      ...{ diameterMm: '12.9', meanVelocityCmPerS: '13.4', flowMlPerMin: '1050' },
    },
  })
})
