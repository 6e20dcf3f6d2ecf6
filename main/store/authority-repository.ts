import { z } from 'zod'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { KeyWrap } from './key-wrap.ts'
import { checkVersion } from './versions.ts'

const wrap = z.string().transform(text => KeyWrap.parse(JSON.parse(text)))
const AuthorityRow = z.object({
  sha256: Sha256,
  version: z.int(),
  /** DER in base64. */
  certificate: z.base64(),
  createdAt: OffsetDateTime,
  holder: UserId,
  keyVersion: z.int(),
  wrap,
})
/** The site's certificate with its private key as it is wrapped now. */
export type AuthorityRecord = z.infer<typeof AuthorityRow>

const SELECT = `SELECT a.sha256, a.version, certificate, created_at AS createdAt, holder_id AS holder,
    k.version AS keyVersion, wrap
  FROM authorities a JOIN authority_keys k ON k.authority = a.sha256
    AND k.version = (SELECT max(version) FROM authority_keys WHERE authority = a.sha256)`

/** The one that certifies now, or undefined for a store from before there was any. */
export function currentAuthority(db: ReadableDb): AuthorityRecord | undefined {
  const row = select(db, `${SELECT} ORDER BY a.version DESC LIMIT 1`).get()
  return row === undefined ? undefined : AuthorityRow.parse(row)
}

/** The one that a certificate was issued by, also after it was replaced: what it certified is verified with it. */
export function findAuthority(db: ReadableDb, sha256: Sha256): AuthorityRecord | undefined {
  const row = select(db, `${SELECT} WHERE a.sha256 = ?`).get(sha256)
  return row === undefined ? undefined : AuthorityRow.parse(row)
}

/** Adds the next authority; its holder is its author. Throws `stale_version`. */
export function insertAuthority(db: WritableDb, authority: Omit<AuthorityRecord, 'keyVersion'>): void {
  const { sha256, version, certificate, createdAt, holder } = authority
  checkVersion('authority', currentAuthority(db)?.version ?? 0, version)
  const sql =
    'INSERT INTO authorities (sha256, version, certificate, created_at, author_id) VALUES (?, ?, ?, ?, ?)'
  insert(db, sql).run(sha256, version, certificate, createdAt, holder)
  insertAuthorityKey(db, { ...authority, keyVersion: 1, enteredAt: createdAt })
}

/** Keeps an authority's private key wrapped anew; under the holder's password alone. */
export function insertAuthorityKey(
  db: WritableDb,
  key: Pick<AuthorityRecord, 'sha256' | 'keyVersion' | 'holder' | 'wrap'> & { readonly enteredAt: string },
): void {
  const { sha256, keyVersion, holder, enteredAt } = key
  const sql =
    'INSERT INTO authority_keys (authority, version, holder_id, wrap, entered_at) VALUES (?, ?, ?, ?, ?)'
  insert(db, sql).run(sha256, keyVersion, holder, JSON.stringify(key.wrap), enteredAt)
}
