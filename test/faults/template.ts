import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeFiles } from '#main/store/files.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, Sha256 } from '#shared/core/ids.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { taken } from '#test/support/exported.ts'
import { laboratoryFile, laboratoryMapping } from '#test/support/laboratory-file.ts'
import {
  chartSample,
  enableChen,
  OWN_PASSWORD,
  SIGNED_PROTOCOL,
  signNow,
  signReadings,
} from '#test/support/sign.ts'
import { upload } from '#test/support/upload.ts'

/** The invented site on which faults are tried, in a folder of its own. */
export interface Template {
  readonly home: string
  /** The store as it is after it was closed. */
  readonly closed: string
  /** The same as a crash leaves it: with entries that are in the WAL alone. */
  readonly crashed: string
  /** A signed export in one ZIP, and the fingerprint under which it holds. */
  readonly bundle: string
  readonly authority: Sha256
  readonly recoveryKey: string
  readonly patientId: PatientId
  readonly laboratory: string
}

/** Who can open the store of the template, and with what. */
export const PEOPLE = [
  { loginName: 'chen', password: PASSWORD },
  { loginName: 'coordinator', password: OWN_PASSWORD },
] as const

/** A site with charts, an import, signatures and their documents; made once and copied for each trial. */
export async function makeTemplate(): Promise<Template> {
  const home = mkdtempSync(join(tmpdir(), 'lobule-faults-'))
  const site = await startSite()
  const [closed, crashed] = [join(home, 'closed'), join(home, 'crashed')]
  try {
    const known = await fill(site)
    const exported = await exportBundle(site, join(home, 'bundle.zip'))
    await failToUnlock(site, 3)
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    await failToUnlock(site, 2)
    site.restart()
    cpSync(site.directory, closed, { recursive: true })
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    await leaveInWal(site, known.patientId)
    cpSync(site.directory, crashed, { recursive: true })
    rmSync(`${storeFiles(crashed).database}-shm`, { force: true })
    const template = { home, closed, crashed, recoveryKey: site.recoveryKey, ...known, ...exported }
    writeFileSync(join(home, 'template.json'), JSON.stringify(template))
    return template
  } finally {
    site.dispose()
  }
}

/** The template that another process made. */
export function readTemplate(home: string): Template {
  return JSON.parse(readFileSync(join(home, 'template.json'), 'utf8')) as Template
}

async function fill(site: TestSite) {
  await enableChen(site)
  await signReadings(site)
  const patientId = await chartSample(site, 'tr-001-eligible')
  await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
  const { id: laboratory } = await site.api.laboratories.add({ name: '检验科', tests: [] })
  await importResults(site, { laboratory, rows: resultRows('TR-001', 30) })
  await site.api.drafts.save({ form: 'laboratory-report', patientId, content: { comment: '未保存的草稿' } })
  return { patientId, laboratory }
}

async function exportBundle(site: TestSite, file: string) {
  const request = { format: 'csv' as const, patients: null, protocolId: null, pseudonymised: true }
  const job = randomUUID()
  const made = await site.api.exports.prepare({ job, request, why: 'data check', language: 'bilingual' })
  await signNow(site, { kind: 'document', document: made.manifest })
  writeFileSync(file, (await taken(site, made.id)).zip)
  const authority = await site.api.signing.authority({})
  return { bundle: file, authority: Sha256.parse(authority?.sha256) }
}

/** Rows of a laboratory's file about one candidate, each of a day of its own: `from` counts days. */
export function resultRows(screeningNumber: string, count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(FIRST_DAY + (from + index) * 86_400_000).toISOString().slice(0, 10)
    return `${screeningNumber},${day.replaceAll('-', '/')},谷丙转氨酶,${40 + (index % 50)},U/L,9-50`
  })
}

/** Long before anything else that is charted. */
const FIRST_DAY = Date.parse('1990-01-01')

/** Takes a file in as a person does: handed over, tried, taken. */
export async function importResults(
  site: Pick<TestSite, 'api'>,
  { laboratory, rows }: { readonly laboratory: string; readonly rows: readonly string[] },
) {
  const { api } = site
  const { id } = await upload(site, '十一月.csv', laboratoryFile(...rows))
  const mapping = laboratoryMapping()
  const { check } = await api.imports.check({ job: randomUUID(), files: [id], laboratory, mapping })
  return api.imports.record({ job: randomUUID(), check, taken: [] })
}

/** So that the log beside the store has lines that the trail knows, and such as it does not know yet. */
async function failToUnlock({ api }: Pick<TestSite, 'api'>, times: number) {
  await api.session.lock({})
  for (let time = 0; time < times; time += 1)
    await failureOf(api.session.unlock({ loginName: 'chen', password: 'not the password' }))
}

/** Small saves one after the other, none of which is in the database's own file yet. */
async function leaveInWal({ api }: Pick<TestSite, 'api'>, patientId: PatientId) {
  for (let day = 1; day <= 12; day += 1) {
    const on = `2026-11-${String(day).padStart(2, '0')}`
    const content = FactContent.parse({ kind: 'body_weight', on, kg: `${60 + day}` })
    await api.facts.record({ patientId, facts: [{ content }] })
  }
}
