// The process that kill-nine.test.ts kills: writes through the product's own code and acknowledges what is saved.
import { readFileSync, writeSync } from 'node:fs'
import { advanceAnchor } from '#main/store/anchor.ts'
import { noteFailure } from '#main/store/attempts.ts'
import { appendEntry } from '#main/store/audit-trail.ts'
import { inTransaction, openDatabase } from '#main/store/connection.ts'
import { insertFactVersion } from '#main/store/fact-repository.ts'
import { storeFiles } from '#main/store/files.ts'
import { addWrap, readKeyring, removeWrap } from '#main/store/keyring.ts'
import { appendSecurityEvent } from '#main/store/security-log.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { FactId } from '#shared/core/ids.ts'
import { auditEntry, factVersion } from '#test/support/store-rows.ts'
import { GROUP_SIZE, type WriterOrder } from './writer-order.ts'

const order = JSON.parse(readFileSync(0, 'utf8')) as WriterOrder
const { directory, round } = order
const key = StoreKey.take(Buffer.from(order.key, 'hex'))
const db = openDatabase(storeFiles(directory).database, key)
const spare = readKeyring(directory).wraps.find(({ userId }) => userId === order.spareUser)
let anchored = 0

for (let group = 0; ; group += 1) {
  const name = `${round}-${group}`
  inTransaction(db, () => writeGroup(name))
  writeSync(1, `${name}\n`)
  anchored = advanceAnchor(db, directory, key, anchored)
  if (group % 10 === 9) writeFilesBeside()
}

/** Several facts and their entries that must be there together or not at all. */
function writeGroup(name: string): void {
  for (let each = 0; each < GROUP_SIZE; each += 1) {
    const id = FactId.parse(`${name}-${each}`)
    insertFactVersion(db, factVersion({ id, source: { kind: 'device', name: order.seed } }))
    appendEntry(
      db,
      auditEntry({ subject: { kind: 'fact', id }, newValue: { group: name, seed: order.seed } }),
    )
  }
}

function writeFilesBeside(): void {
  const now = Date.now()
  noteFailure(directory, 'li.wei', now)
  appendSecurityEvent(directory, { at: new Date(now).toISOString(), event: 'unlock_failed', login: 'li.wei' })
  if (spare === undefined) return
  const isThere = readKeyring(directory).wraps.some(({ userId }) => userId === spare.userId)
  if (isThere) removeWrap(directory, key, spare.userId)
  else addWrap(directory, key, spare)
}
