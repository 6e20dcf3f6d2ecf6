import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { insert, isUniqueViolation, type ReadableDb, select, type WritableDb } from './connection.ts'

/** The site that a store belongs to. `secret` is the HMAC key for identities, base64; it never leaves the store. */
export interface SiteRecord {
  readonly storeId: string
  readonly name: string
  readonly number: string
  readonly timeZone: string
  readonly secret: string
  readonly createdAt: string
  /** Everything in this store is invented for training; marked wherever it shows. */
  readonly training?: true
}

const SiteRow = z
  .object({
    store_id: z.string(),
    name: z.string(),
    number: z.string(),
    time_zone: z.string(),
    secret: z.string(),
    created_at: z.string(),
    training: z.union([z.literal(0), z.literal(1)]),
  })
  .transform(
    ({ store_id, time_zone, created_at, training, ...rest }): SiteRecord => ({
      storeId: store_id,
      timeZone: time_zone,
      createdAt: created_at,
      ...rest,
      ...(training === 1 ? { training: true } : {}),
    }),
  )

export function findSite(db: ReadableDb): SiteRecord | undefined {
  const sql = 'SELECT store_id, name, number, time_zone, secret, created_at, training FROM sites WHERE id = 1'
  const row = select(db, sql).get()
  return row === undefined ? undefined : SiteRow.parse(row)
}

/** Throws `store_exists` where the store has its site. */
export function insertSite(db: WritableDb, site: SiteRecord): void {
  const sql = `INSERT INTO sites (id, store_id, name, number, time_zone, secret, created_at, training)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?)`
  try {
    const { storeId, name, number, timeZone, secret, createdAt, training } = site
    insert(db, sql).run(storeId, name, number, timeZone, secret, createdAt, Number(training === true))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError({ code: 'store_exists' }, { cause: error })
  }
}
