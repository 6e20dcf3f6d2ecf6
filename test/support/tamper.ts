import type { Db } from '#main/store/driver.ts'
import type { TestSite } from './engine.ts'
import { withRawStore } from './kept-documents.ts'

/** What somebody with the key and their own tool does to the kept signatures while the store is closed. */
export function tamperSignatures(site: TestSite, change: (raw: Db) => void): Promise<void> {
  return withRawStore(site, raw => {
    raw.pragma('foreign_keys = OFF')
    const triggers = raw
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'signatures'")
      .all() as { name: string; sql: string }[]
    for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
    change(raw)
    for (const { sql } of triggers) raw.exec(sql)
  })
}
