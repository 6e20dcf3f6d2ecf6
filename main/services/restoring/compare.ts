import { join } from 'node:path'
import { readAnchor } from '#main/store/anchor.ts'
import { type TrailHead, trailHead } from '#main/store/audit-trail.ts'
import { peekDatabase, type ReadableDb } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { isKeyOf, readKeyring } from '#main/store/keyring.ts'
import type { CopyFile } from '#main/store/site-copy/copy-file.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { gapAfter, lastInCommon } from '#main/store/trail-gap.ts'
import { isTrailInDoubt, matchesAnchor } from '#main/store/verify-trail.ts'
import type { Loss } from '#shared/api/restoring.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { OpenContext } from '../context.ts'
import { storeStatus } from '../store-status.ts'
import { isBroken } from './entitled.ts'
import type { Planned } from './planned.ts'

type Why = Extract<Loss, { known: false }>['why']

/** A backup in a folder, opened. */
export interface OpenedCopy {
  readonly folder: string
  readonly copy: CopyFile
  readonly key: StoreKey
}

/** What would be lost, and how far the trail goes that would be put aside. */
export interface Compared {
  readonly loss: Loss
  readonly replaced: Planned['said']['replaced']
}

/** Compares a backup with the store of now, which is only read, and as far as it can be. */
export function compareWithStore(
  opened: OpenedCopy,
  context: Pick<OpenContext, 'slot' | 'directory'>,
): Compared {
  const { directory } = context
  if (storeStatus(context).state === 'none') return unknown('no_store', undefined)
  const anchor = readAnchor(directory, opened.key)
  const noted = anchor.state === 'good' ? anchor.head : undefined
  try {
    return peekDatabase(storeFiles(directory).database, opened.key, db => {
      const isSame = noted !== undefined && matchesAnchor(db, noted) && !isTrailInDoubt(db)
      return isSame ? known(db, opened) : unknown('in_doubt', noted)
    })
  } catch (error) {
    if (!isBroken(error)) throw error
    return unknown(whyNot(directory, opened), noted)
  }
}

function known(db: ReadableDb, { copy, folder, key }: OpenedCopy): Compared {
  const { entries, hash } = copy.summary.trail
  const isEarlierState = matchesAnchor(db, { seq: entries, hash })
  const common = isEarlierState
    ? entries
    : peekDatabase(join(folder, DATABASE), key, backup => lastInCommon(db, backup))
  const head = trailHead(db)
  return {
    loss: { known: true, ...gapAfter(db, common), isEarlierState, ahead: entries - common },
    replaced: head === undefined ? null : headOf(head),
  }
}

const DATABASE = storeFiles('.').database

function unknown(why: Why, noted: TrailHead | undefined): Compared {
  return {
    loss: { known: false, why, entries: noted?.seq ?? null },
    replaced: noted === undefined ? null : headOf(noted),
  }
}

function headOf({ seq, hash }: TrailHead) {
  return { entries: seq, hash: Sha256.parse(hash) }
}

/** A store does not open with the key of a backup: because it is another's, was given another since, or is damaged. */
function whyNot(directory: string, { copy, key }: OpenedCopy): Why {
  try {
    const keyring = readKeyring(directory)
    if (keyring.storeId !== copy.storeId) return 'other_store'
    return isKeyOf(keyring, key) ? 'damaged' : 'other_key'
  } catch (error) {
    if (!isBroken(error)) throw error
    return 'damaged'
  }
}
