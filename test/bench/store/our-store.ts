import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { appendEntry, type NewAuditEntry, trailHead } from '#main/store/audit-trail.ts'
import { closeDatabase, inTransaction, type WritableDb } from '#main/store/connection.ts'
import { type FactVersion, insertFactVersion } from '#main/store/fact-repository.ts'
import { insertPatient } from '#main/store/patient-repository.ts'
import { createStore, openStore } from '#main/store/store.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { type Fact, FactSource } from '#shared/core/facts/fact.ts'
import { FactId, type PatientId } from '#shared/core/ids.ts'
import { AUTHOR, insertFirstRows, patientRecord, TEST_KDF } from '#test/support/store-rows.ts'
import type { BareFact } from './bare-store.ts'

/** A store of ours, open. The key derivation is cheap: no row measures it. */
export interface OurStore {
  readonly directory: string
  readonly db: WritableDb
  readonly key: StoreKey
}

/** A new encrypted store in `folder`, with one user and the given patients. */
export async function newOurStore(folder: string, patients: readonly PatientId[]): Promise<OurStore> {
  const directory = join(folder, 'store')
  const { db, key } = await createStore(directory, {
    storeId: 'store-1',
    at: '2026-11-14T00:30:00.000Z',
    first: { userId: AUTHOR, loginName: 'li.wei', password: 'not a secret', kdf: TEST_KDF },
    fill: insertFirstRows,
  })
  for (const id of patients) insertPatient(db, patientRecord({ id, screeningNumber: id }))
  return { directory, db, key }
}

/** One fact and its entry of the trail, in one transaction. */
export function save(db: WritableDb, fact: FactVersion): void {
  inTransaction(db, () => {
    insertFactVersion(db, fact)
    appendEntry(db, entryOf(fact))
  })
}

/** Opens, proves and reads, as an unlock does once the key is there; then closes again. */
export function reopen({ directory, key }: OurStore): unknown {
  const { db } = openStore(directory, key)
  const head = trailHead(db)
  closeDatabase(db)
  return head
}

/** The version of a synthetic fact under which it is saved. */
export function versionOf({ content, enteredAt }: Fact, patientId: PatientId, id: string): FactVersion {
  const source = FactSource.parse({ kind: 'typed' })
  return { id: FactId.parse(id), version: 1, patientId, enteredAt, authorId: AUTHOR, source, content }
}

/** The entry of a save. */
function entryOf({ id, patientId, content, source }: FactVersion): NewAuditEntry {
  return {
    at: '2026-11-14T00:30:00.000Z',
    offset: '+08:00',
    userId: AUTHOR,
    role: 'coordinator',
    action: 'fact.record',
    subject: { kind: 'patient', id: patientId },
    field: `facts.${id}`,
    newValue: { content, source },
  }
}

/** The same columns and the same text for the plain store. */
export function plainOf(fact: FactVersion, seq: number): BareFact {
  const content = canonicalize(fact.content) ?? ''
  const on = fact.content !== null && 'on' in fact.content ? fact.content.on : null
  return {
    fact: [
      fact.id,
      fact.version,
      fact.patientId,
      fact.content?.kind ?? '',
      on,
      fact.enteredAt,
      fact.authorId,
      canonicalize(fact.source) ?? '',
      content,
      null,
    ],
    entry: canonicalize({ ...entryOf(fact), seq }) ?? '',
  }
}
