import { readAnchor } from '#main/store/anchor.ts'
import { signedAnchors } from '#main/store/signature-repository.ts'
import { foundAtOpening, type TrailReport, verifyTrail } from '#main/store/verify-trail.ts'
import type { DrillCheck } from '#shared/api/backups.ts'
import { compared } from './checked.ts'
import type { Pause, Restored } from './contents.ts'

/** Entries to a part: a fraction of a second each. */
const PART = 5000

/** Recomputes the whole chain of a backup and compares it with its anchor, its signatures and what it says of itself. */
export async function trailCheck(restored: Restored, pause: Pause): Promise<DrillCheck> {
  const { db, folder, key, copy } = restored
  const anchor = readAnchor(folder, key)
  const against = {
    anchor: anchor.state === 'good' ? anchor.head : undefined,
    signed: signedAnchors(db),
  }
  // What was found at some opening stands in the trail itself, and was so when the backup was made.
  const known = new Set(foundAtOpening(db).map(({ seq, problem }) => `${seq} ${problem}`))
  let part: TrailReport | undefined
  let entries = 0
  let broken: number | undefined
  do {
    part = verifyTrail(db, { ...against, from: part?.next ?? undefined, limit: PART })
    entries += part.entries
    broken ??= part.problems.find(({ seq, problem }) => !known.has(`${seq} ${problem}`))?.seq
    await pause()
  } while (part.next !== null)
  if (broken !== undefined) return compared('trail', entries, `the trail is not whole at entry ${broken}`)
  const { trail } = copy.summary
  const isWhole = anchor.state === 'good' && entries === trail.entries && part.head === trail.hash
  return compared('trail', entries, isWhole ? undefined : 'the trail ends elsewhere than the backup says')
}
