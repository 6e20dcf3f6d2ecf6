// @ts-expect-error -- TS7016: the plain driver has no types; those of the encrypted one fit, for both are one code
import untyped from 'better-sqlite3'
import { GENESIS, linkHash } from '#main/store/audit-trail.ts'
import { Database as Encrypted } from '#main/store/driver.ts'
import { Fact } from '#shared/core/facts/fact.ts'
import type Driver from '../../../node_modules/better-sqlite3-multiple-ciphers/index.d.ts'

const Plain = untyped as typeof Driver

/** The texts and columns of one fact and its audit entry, made before the clock starts. */
export interface BareFact {
  readonly fact: readonly (string | number | null)[]
  readonly entry: string
}

/** The same tables, inserts and hashes without triggers, references, checks or layers. */
export class BareStore {
  readonly #db: Driver.Database
  readonly #begin: Driver.Statement
  readonly #commit: Driver.Statement
  readonly #insertFact: Driver.Statement
  readonly #insertEntry: Driver.Statement
  readonly #readFacts: Driver.Statement
  #seq = 0
  #head: string = GENESIS

  constructor(db: Driver.Database) {
    this.#db = db
    this.#db.exec(SCHEMA)
    this.#begin = this.#db.prepare('BEGIN IMMEDIATE')
    this.#commit = this.#db.prepare('COMMIT')
    this.#insertFact = this.#db.prepare('INSERT INTO fact_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    this.#insertEntry = this.#db.prepare('INSERT INTO audit_entries VALUES (?, ?, ?, ?)')
    this.#readFacts = this.#db.prepare(
      `SELECT fact_id AS id, version, entered_at AS enteredAt, author_id AS author, source, content
       FROM fact_versions WHERE patient_id = ? ORDER BY fact_id`,
    )
  }

  /** The two inserts of one save in one transaction, the hash of the chain included. */
  save(fact: BareFact): void {
    this.saveAll([fact])
  }

  /** The same for many, in one transaction. */
  saveAll(facts: readonly BareFact[]): void {
    this.#begin.run()
    for (const { fact, entry } of facts) {
      const previous = this.#head
      this.#seq += 1
      this.#insertFact.run(...fact)
      this.#head = linkHash(previous, entry)
      this.#insertEntry.run(this.#seq, entry, previous, this.#head)
    }
    this.#commit.run()
  }

  /** A patient's facts, parsed as ours are. */
  facts(patientId: string): Fact[] {
    return this.#readFacts.all(patientId).map(row => {
      const { source, content, ...rest } = row as { source: string; content: string }
      return Fact.parse({ ...rest, source: parsed(source), content: parsed(content) })
    })
  }

  close(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
    this.#db.close()
  }
}

/** Opens, checks every page and reads the trail's last entry: what an unlock does once the key is there. */
export function openCheckRead(file: string): unknown {
  const proof = new Plain(file, { readonly: true })
  const found = proof.pragma('quick_check(1)', { simple: true })
  proof.close()
  const db = openPlain(file)
  const head = db.prepare('SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1').get()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return [found, head]
}

function parsed(text: string): unknown {
  return JSON.parse(text)
}

/** Plain better-sqlite3, as careful of the disk as ours. */
export function openPlain(file: string): Driver.Database {
  return carefully(new Plain(file))
}

/** The encrypted driver with our cipher and nothing of ours above it: what the cipher alone costs. */
export function openEncrypted(file: string): Driver.Database {
  const db = new Encrypted(file)
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.key(Buffer.from(`x'${'5a'.repeat(32)}'`))
  return carefully(db)
}

function carefully(db: Driver.Database): Driver.Database {
  db.pragma('temp_store = MEMORY')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  return db
}

/** The tables and indexes of our migrations, for an index costs pages; without checks, references and triggers. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS fact_versions (
  fact_id TEXT NOT NULL, version INTEGER NOT NULL, patient_id TEXT NOT NULL, kind TEXT NOT NULL, event_time TEXT,
  entered_at TEXT NOT NULL, author_id TEXT NOT NULL, source TEXT NOT NULL, content TEXT, reason TEXT,
  PRIMARY KEY (patient_id, fact_id, version), UNIQUE (fact_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS audit_entries (
  seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
  action TEXT GENERATED ALWAYS AS (entry ->> '$.action') VIRTUAL,
  subject_kind TEXT GENERATED ALWAYS AS (entry ->> '$.subject.kind') VIRTUAL,
  subject_id TEXT GENERATED ALWAYS AS (entry ->> '$.subject.id') VIRTUAL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_entries_by_subject ON audit_entries (subject_kind, subject_id);
CREATE INDEX IF NOT EXISTS audit_entries_by_action ON audit_entries (action);`
