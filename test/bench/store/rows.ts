import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendEntry, GENESIS, linkHash } from '#main/store/audit-trail.ts'
import { closeDatabase, inTransaction, select } from '#main/store/connection.ts'
import { currentFacts, type FactVersion } from '#main/store/fact-repository.ts'
import { verifyTrail } from '#main/store/verify-trail.ts'
import { PatientId } from '#shared/core/ids.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { compare, compareEach } from '../measure.ts'
import { syntheticCharts } from '../synthetic/charts.ts'
import type { Row } from '../table.ts'
import { BareStore, openCheckRead, openEncrypted, openPlain } from './bare-store.ts'
import { newOurStore, type OurStore, plainOf, reopen, save, versionOf } from './our-store.ts'

/** How much the store's rows measure. */
export interface StoreSize {
  readonly rounds: number
  readonly savesPerRound: number
  readonly entries: number
}

/** The encrypted store beside plain better-sqlite3 with the same data. */
export async function storeRows(size: StoreSize): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  try {
    const facts = factsFor(size.rounds * size.savesPerRound)
    const ours = await newOurStore(folder, [...new Set(facts.map(({ patientId }) => patientId))])
    const file = join(folder, 'plain.sqlite')
    const plain = new BareStore(openPlain(file))
    const saving = await saveRows(facts, ours, plain, size)
    const layers = await layersRow(folder, size)
    const reading = await readRow(facts, ours, plain, size.rounds)
    closeDatabase(ours.db)
    plain.close()
    const opening = await openRow(ours, file, size.rounds)
    return [...saving, layers, reading, opening]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function factsFor(count: number): FactVersion[] {
  const versions = syntheticCharts(Math.ceil(count / 30)).flatMap(({ candidate, facts }) => {
    const patientId = PatientId.parse(candidate.screeningNumber)
    return facts.map(fact => versionOf(fact, patientId, `${patientId}-${fact.id}`))
  })
  return versions.slice(0, count)
}

async function saveRows(
  facts: readonly FactVersion[],
  ours: OurStore,
  plain: BareStore,
  { rounds, savesPerRound }: StoreSize,
): Promise<Row[]> {
  const pairs = facts.map((fact, index) => ({ fact, bare: plainOf(fact, index + 1) }))
  const { p50, p95 } = await compareEach(
    pairs,
    { ours: ({ fact }) => save(ours.db, fact), other: ({ bare }) => plain.save(bare) },
    { rounds, each: savesPerRound },
  )
  const beside = 'the same two inserts and SHA-256, plain'
  return [
    { work: 'save a fact with its audit entry, p50', beside, ratio: p50, aim: 1.5 },
    { work: 'save a fact with its audit entry, p95', beside, ratio: p95, aim: 1.5 },
  ]
}

/** What is ours beside the cipher alone: two fresh stores, both encrypted. */
async function layersRow(folder: string, { rounds, savesPerRound }: StoreSize): Promise<Row> {
  const facts = factsFor(rounds * savesPerRound)
  const ours = await newOurStore(join(folder, 'second'), [
    ...new Set(facts.map(({ patientId }) => patientId)),
  ])
  const bare = new BareStore(openEncrypted(join(folder, 'encrypted.sqlite')))
  const pairs = facts.map((fact, index) => ({ fact, bare: plainOf(fact, index + 1) }))
  const { p50 } = await compareEach(
    pairs,
    { ours: ({ fact }) => save(ours.db, fact), other: item => bare.save(item.bare) },
    { rounds, each: savesPerRound },
  )
  closeDatabase(ours.db)
  bare.close()
  return { work: 'save a fact with its audit entry, p50', beside: 'the same, encrypted alike', ratio: p50 }
}

async function readRow(
  facts: readonly FactVersion[],
  { db }: OurStore,
  plain: BareStore,
  rounds: number,
): Promise<Row> {
  const patients = [...new Set(facts.map(({ patientId }) => patientId))].slice(0, 40)
  const ratio = await compare(
    () => patients.map(id => currentFacts(db, id).length),
    () => patients.map(id => plain.facts(id).length),
    rounds,
  )
  return {
    work: `read the facts of ${patients.length} patients`,
    beside: 'plain, parsed the same way',
    ratio,
    aim: 1.5,
  }
}

async function openRow(ours: OurStore, file: string, rounds: number): Promise<Row> {
  const ratio = await compare(
    () => reopen(ours),
    () => openCheckRead(file),
    rounds,
  )
  return {
    work: 'unlock without the key derivation',
    beside: 'open, quick_check and first read, plain',
    ratio,
    aim: 1.5,
  }
}

/** Verifying a long trail beside hashing the same bytes, held in memory. */
export async function verifyRow(entries: number, rounds: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  try {
    const { db } = await newOurStore(folder, [])
    inTransaction(db, () => {
      for (let number = 0; number < entries; number += 1) {
        appendEntry(db, auditEntry({ newValue: { value: String(number), unit: 'umol/L', loinc: '14631-6' } }))
      }
    })
    const texts = select(db, 'SELECT entry FROM audit_entries ORDER BY seq').pluck().all().map(String)
    const hashAll = () => texts.reduce<string>(linkHash, GENESIS)
    const ratio = await compare(() => verifyTrail(db), hashAll, rounds)
    closeDatabase(db)
    const work = `audit verify, ${entries.toLocaleString('en')} entries`
    return { work, beside: 'SHA-256 over the same bytes, in memory', ratio }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
