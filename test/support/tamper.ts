import type { Db } from '#main/store/driver.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { PASSWORD, type TestSite } from './engine.ts'
import { openRaw } from './new-store.ts'

/** What somebody with the key and their own tool does to the kept signatures while the store is closed. */
export async function tamperSignatures(site: TestSite, change: (raw: Db) => void): Promise<void> {
  await site.api.session.lock({})
  const opened = await unwrapForUser(readKeyring(site.directory), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('no key')
  const raw = openRaw(site.directory, opened.key)
  raw.pragma('foreign_keys = OFF')
  const triggers = raw
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'signatures'")
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
  change(raw)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
  await site.as('chen')
}
