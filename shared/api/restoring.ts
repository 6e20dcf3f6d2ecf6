import { z } from 'zod'
import { CopySummary } from './exports.ts'
import { Trouble } from './place-trouble.ts'
import { mutation, Nothing, query } from './procedure.ts'
import { StoreStatus } from './site.ts'
import { TypedLogin, TypedPassword } from './users.ts'

const count = z.int().min(0)
const id = z.string().min(1).max(200)

/** A backup that can be restored: as a file that was found, or as one that was handed over (`site.receiveCopy`). */
export const RestoreSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), id }),
  z.strictObject({ kind: z.literal('received'), id: z.uuid() }),
])
export type RestoreSource = z.infer<typeof RestoreSource>

/** Who opens a backup: a user of it, or whoever holds the recovery key. */
export const RestoreProof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), loginName: TypedLogin, password: TypedPassword }),
  z.strictObject({ by: z.literal('recovery_key'), recoveryKey: z.string().min(1).max(200) }),
])
export type RestoreProof = z.infer<typeof RestoreProof>

/** What the store of now has and the backup has not. */
export const Loss = z.discriminatedUnion('known', [
  /** There is no store, it does not open, or it has another key: what it has cannot be told. */
  z.object({
    known: z.literal(false),
    why: z.enum(['no_store', 'damaged', 'other_key', 'other_store', 'in_doubt']),
    /** How far its trail went by the note beside it, where that can be trusted. */
    entries: count.nullable(),
  }),
  z.object({
    known: z.literal(true),
    entries: count,
    /** UTC of the first and the last of them; null where there is none. */
    from: z.iso.datetime().nullable(),
    to: z.iso.datetime().nullable(),
    /** By action of the trail, such as `fact.record`. */
    actions: z.array(z.object({ action: z.string(), count })),
    /** False where the backup is not an earlier state of this store: its trail leads elsewhere. */
    isEarlierState: z.boolean(),
    /** How many entries the backup has that this store has not. */
    ahead: count,
  }),
])
export type Loss = z.infer<typeof Loss>

/** A restore that was prepared and not done. */
export const RestorePlan = z.object({
  id: z.uuid(),
  copy: CopySummary,
  loss: Loss,
  /** Where the store of now will lie afterwards; null where there is none. */
  keptAside: z.string().nullable(),
})
export type RestorePlan = z.infer<typeof RestorePlan>

/** Bringing a backup back, from the unlock screen or the first run (trust.md B1, B3). Nothing is replaced before `perform`. */
export const restoring = {
  /** Backups that this computer finds in the folder that the store backed up to, and beside the store; newest first. */
  offers: query({
    right: 'open',
    input: Nothing,
    output: z.object({
      /** The engine's own time as it answers, UTC: how old a backup is, is told by it and not by the page's clock. */
      now: z.iso.datetime(),
      /** Null where none was chosen, or nothing is known of it. */
      folder: z.string().nullable(),
      trouble: Trouble.nullable(),
      lastGood: z.object({ madeAt: z.string(), fileName: z.string() }).nullable(),
      offers: z.array(
        z.object({
          id,
          fileName: z.string(),
          place: z.enum(['folder', 'beside']),
          bytes: count,
          /** Null where the file does not say what it is, or was written by a newer Lobule. */
          copy: CopySummary.nullable(),
        }),
      ),
    }),
  }),
  /** Opens and verifies a backup beside the store, and compares. Throws as unlocking does, and `invalid_file`. */
  prepare: mutation({
    right: 'open',
    input: z.strictObject({ source: RestoreSource, proof: RestoreProof }),
    output: RestorePlan,
  }),
  /** Puts the store of now aside and the backup in its place. The trail says so at the next unlocking. */
  perform: mutation({ right: 'open', input: z.strictObject({ id: z.uuid() }), output: StoreStatus }),
  discard: mutation({ right: 'open', input: z.strictObject({ id: z.uuid() }), output: Nothing }),
}
