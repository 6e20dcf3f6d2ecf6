import type { Db } from '#main/store/driver.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { type DocumentContent, DocumentPayload } from '#shared/core/documents/payload.ts'
import { PASSWORD, type TestSite } from './engine.ts'
import { openRaw } from './new-store.ts'

/** What somebody with the key and their own tool does while the store is closed; `chen` is logged in after it. */
export async function withRawStore<T>(site: TestSite, use: (raw: Db) => T): Promise<T> {
  await site.api.session.lock({})
  const opened = await unwrapForUser(readKeyring(site.directory), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('no key')
  const raw = openRaw(site.directory, opened.key)
  const result = use(raw)
  raw.close()
  await site.as('chen')
  return result
}

/** What a document prints, as it is kept. */
export async function keptPayload(site: TestSite, id: string): Promise<DocumentPayload> {
  const sql = 'SELECT payload FROM documents WHERE document_id = ?'
  const text = await withRawStore(site, raw => raw.prepare(sql).pluck().get(id))
  return DocumentPayload.parse(JSON.parse(String(text)))
}

/** The content of a kept document of this kind. */
export async function keptContent<K extends DocumentContent['kind']>(
  site: TestSite,
  id: string,
  kind: K,
): Promise<Extract<DocumentContent, { kind: K }>> {
  const { content } = await keptPayload(site, id)
  if (content.kind !== kind) throw new Error(`another kind: ${content.kind}`)
  return content as Extract<DocumentContent, { kind: K }>
}
