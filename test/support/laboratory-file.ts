import iconv from 'iconv-lite'
import { Mapping } from '#shared/core/imports/mapping.ts'
import type { TestSite } from './engine.ts'
import { upload } from './upload.ts'

const HEADER = '筛选号,采样时间,项目名称,结果,单位,参考区间'

/** What a person confirmed of such tables. */
export const laboratoryMapping = (changes: object = {}): Mapping =>
  Mapping.parse({
    ...{ schema: 'lobule.mapping/1', about: 'laboratory', table: {}, decimal: '.' },
    ...{ dates: { format: 'YYYY/MM/DD' }, patientBy: 'screening_number' },
    columns: [
      { column: '筛选号', role: { as: 'patient' } },
      { column: '采样时间', role: { as: 'date' } },
      { column: '项目名称', role: { as: 'test_name' } },
      { column: '结果', role: { as: 'value' } },
      { column: '单位', role: { as: 'unit' } },
      { column: '参考区间', role: { as: 'range' } },
    ],
    tests: [
      { printed: '谷丙转氨酶', loinc: '1742-6' },
      { printed: '白蛋白', loinc: '1751-7' },
      { printed: '总胆红素', loinc: '14631-6' },
      { printed: '血糖', loinc: null },
    ],
    units: [
      { printed: 'U/L', ucum: 'U/L' },
      { printed: 'g/L', ucum: 'g/L' },
      { printed: 'μmol/L', ucum: 'umol/L' },
    ],
    ...changes,
  })

/** A laboratory's export as Chinese systems write it: GB18030, one result a row. */
export function laboratoryFile(...rows: readonly string[]): Buffer {
  return iconv.encode([HEADER, ...rows, ''].join('\r\n'), 'gb18030')
}

/** A site with one candidate and one laboratory, and the ways in which it takes files in. */
export async function withLaboratory(site: TestSite) {
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' },
  })
  const { id: laboratory } = await site.api.laboratories.add({ name: '检验科', tests: [] })
  let jobs = 0
  const job = () => `00000000-0000-4000-9000-${String(++jobs).padStart(12, '0')}`
  const check = async (file: Uint8Array, mapping = laboratoryMapping(), name = '十一月.csv') => {
    const { id } = await upload(site, name, file)
    return site.api.imports.check({ job: job(), files: [id], laboratory, mapping })
  }
  return {
    patientId: patient.id,
    laboratory,
    job,
    check,
    rowsOf: async (checked: string) =>
      (await site.api.imports.rows({ check: checked, offset: 0, limit: 500 })).rows,
    /** The whole way in, of what needs no answers. */
    async take(file: Uint8Array, answers: object = {}) {
      const checked = await check(file)
      return site.api.imports.record({ job: job(), check: checked.check, taken: [], ...answers })
    },
    /** What is charted, in short. */
    async charted() {
      const facts = await site.api.facts.list({ patientId: patient.id })
      return facts.map(({ content, version, source }) => {
        if (content.kind !== 'laboratory') return content.kind
        const row = source.kind === 'file' ? `${source.name}:${source.row}` : source.kind
        return `${content.loinc} ${content.comparator ?? ''}${content.value} v${version} ${row}`
      })
    },
  }
}
export type Laboratory = Awaited<ReturnType<typeof withLaboratory>>
