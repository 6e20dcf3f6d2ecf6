import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { upload } from '#test/support/upload.ts'
import { collect, type Pair, ratioOf } from '../measure.ts'
import { type BareFact, BareStore, openPlain } from '../store/bare-store.ts'
import { plainOf } from '../store/our-store.ts'
import type { Row } from '../table.ts'
import {
  monthMapping,
  monthOfFacts,
  monthOfResults,
  ROWS_OF_A_PATIENT,
  screeningNumber,
} from './month-of-results.ts'

const LABORATORY = 'Central laboratory'

/** A file of results, from its bytes to facts with their trail, beside the bare inserts of the same rows. */
export async function importRows(patients: number, rounds: number): Promise<Row[]> {
  const file = monthOfResults(patients)
  const bare = monthOfFacts(patients, LABORATORY).map((fact, index) => plainOf(fact, index + 1))
  const pairs: Pair[] = []
  let held = 0
  for (let round = 0; round < rounds; round += 1) {
    const { milliseconds, megabytes } = await importOnce(file, patients)
    held = Math.max(held, megabytes)
    pairs.push({ ours: milliseconds, other: insertOnce(bare) })
  }
  const rows = (patients * ROWS_OF_A_PATIENT).toLocaleString('en')
  const work = `import ${rows} laboratory rows: read, check, record, at most ${Math.round(held)} MB held`
  const beside = 'the same two inserts and SHA-256, plain, in one transaction'
  return [{ work, beside, ratio: ratioOf(pairs), aim: 4 }]
}

/** Its time, and the megabytes that the dry run holds until it is answered. */
async function importOnce(
  file: Buffer,
  patients: number,
): Promise<{ milliseconds: number; megabytes: number }> {
  const site = await startSite()
  try {
    const laboratory = await preparedSite(site, patients)
    const { id } = await upload(site, 'month.csv', file)
    const before = heldMegabytes()
    const started = performance.now()
    const asked = { files: [id], laboratory, mapping: monthMapping }
    const { check } = await site.api.imports.check({ job: randomUUID(), ...asked })
    const checked = performance.now()
    const megabytes = heldMegabytes() - before
    const again = performance.now()
    await site.api.imports.record({ job: randomUUID(), check, taken: [] })
    return { milliseconds: checked - started + performance.now() - again, megabytes }
  } finally {
    site.dispose()
  }
}

function heldMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

async function preparedSite({ api }: TestSite, patients: number): Promise<string> {
  for (let patient = 0; patient < patients; patient += 1)
    await api.patients.register({ screeningNumber: screeningNumber(patient), initials: 'AB', sex: 'male' })
  const { id } = await api.laboratories.add({ name: LABORATORY, tests: [] })
  return id
}

function insertOnce(facts: readonly BareFact[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  const store = new BareStore(openPlain(join(folder, 'plain.sqlite')))
  try {
    const started = performance.now()
    store.saveAll(facts)
    return performance.now() - started
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
