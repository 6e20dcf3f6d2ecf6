import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { Sha256, UserId } from '../core/ids.ts'
import { mutation, query, Reason } from './procedure.ts'
import { Role } from './rights.ts'

const seq = z.int().min(1)

/** One entry of the audit trail. Its number counts on whatever the clock does. */
const AuditEntry = z.object({
  seq,
  /** UTC. */
  at: z.iso.datetime(),
  /** The site's offset at that time, such as `+08:00`. */
  offset: z.string(),
  userId: UserId.nullable(),
  role: Role.nullable(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  field: z.string().optional(),
  oldValue: z.json().optional(),
  newValue: z.json().optional(),
  reason: z.string().optional(),
  /** What the clock did since the entry before. */
  clock: z.object({ movedBackSeconds: z.number().optional(), offsetWas: z.string().optional() }).optional(),
  /** Left out with the values of a full name: it would confirm a guessed one. */
  hash: Sha256.optional(),
})

/** Which entries; days are UTC and both included. */
const filter = {
  subject: z.strictObject({ kind: z.string(), id: z.string().optional() }).optional(),
  /** The field's path, or the start of one: `facts.` for all that was charted. */
  field: z.string().min(1).max(200).optional(),
  action: z.string().optional(),
  userId: UserId.optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
}
/** Entries chosen from the trail. */
export const TrailFilter = z.strictObject(filter)
export type TrailFilter = z.infer<typeof TrailFilter>

const Problem = z.object({ seq: z.int().min(0), problem: z.string() })

/** That a backup took the place of the store. */
const Restored = z.object({
  /** The entry that says so. */
  seq,
  /** UTC. */
  at: z.iso.datetime(),
  /** When the backup was made, by the site's clock. */
  madeAt: z.string(),
  /** How far the trail of the backup went. */
  entries: z.int().min(1),
  /** How far that of the store went which was put aside; null where there was none, or nobody could tell. */
  replaced: z.int().min(0).nullable(),
})

/** One end of a trail that stands elsewhere: in a signed document, on paper. */
const TrailHead = z.strictObject({ seq, hash: Sha256 })

/** The audit trail: written by every other area; of its own it only writes that it was reviewed. */
export const audit = {
  list: query({
    right: 'audit.read',
    input: z.strictObject({
      ...filter,
      afterSeq: z.int().min(0).default(0),
      /** Newest first, the entries before `beforeSeq`, instead of oldest first after `afterSeq`. */
      newestFirst: z.boolean().default(false),
      beforeSeq: z.int().min(1).optional(),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.array(AuditEntry),
  }),
  /** How many entries there are, and what to filter by. */
  overview: query({
    right: 'audit.read',
    input: TrailFilter,
    output: z.object({
      entries: z.int().min(0),
      actions: z.array(z.string()),
      /** Reviews so far, newest first. */
      reviews: z.array(z.object({ seq, at: z.iso.datetime(), userId: UserId, note: z.string() })),
    }),
  }),
  /**
   * Recomputes the chain and compares its end with the anchor outside the database and with every head that a signature
   * holds. In parts where `from` and `limit` are given: `next` is what to ask for then, null at the end.
   */
  verify: query({
    right: 'audit.verify',
    input: z.strictObject({
      from: z.strictObject({ seq: z.int().min(0), hash: Sha256 }).optional(),
      limit: z.int().min(1).optional(),
    }),
    output: z.object({
      entries: z.int().min(0),
      total: z.int().min(0),
      head: Sha256.nullable(),
      problems: z.array(Problem),
      /** Entries whose clock moved back or changed its offset. */
      clockFindings: z.int().min(0),
      /** Signatures whose anchored head was compared. */
      anchoredBySignatures: z.int().min(0),
      /** Each backup that was restored: what came after it is in no trail any more (trust.md B1). */
      restores: z.array(Restored),
      next: z.object({ seq: z.int().min(0), hash: Sha256 }).nullable(),
    }),
  }),
  /**
   * Whether this trail still holds what a signed document says of it: one that knows an entry which is not here, or is
   * another here, shows that an older store was put back (trust.md A3). `isThisSite` false: the document says nothing of
   * this store.
   */
  holdsHead: query({
    right: 'audit.verify',
    input: z.strictObject({
      /** Of the document; null where it does not name one. */
      storeId: z.string().min(1).max(100).nullable(),
      /** Fingerprint of the site certificate that it was signed under. */
      authority: Sha256.nullable(),
      heads: z.array(TrailHead).min(1).max(100),
    }),
    output: z.object({
      isThisSite: z.boolean(),
      heads: z.array(z.object({ seq, result: z.enum(['holds', 'differs', 'beyond']) })),
    }),
  }),
  /** JSON Lines: each line one entry as stored, with the hash before it and its own. Logged; for monitors as well. */
  export: mutation({
    right: 'audit.read',
    input: TrailFilter,
    output: z.object({ fileName: z.string(), text: z.string(), sha256: Sha256, entries: z.int().min(0) }),
  }),
  /** Says that somebody reviewed these entries, up to `seq` (trust.md A5). */
  review: mutation({
    right: 'audit.read',
    input: z.strictObject({ filter: TrailFilter, seq, note: z.string().trim().min(1).max(500) }),
    output: z.object({ seq }),
  }),
  /** Says that a finding of an earlier opening is known and why it happened; it is then no problem any more. */
  acknowledge: mutation({
    right: 'users.appoint',
    input: z.strictObject({ seq, reason: Reason }),
    output: z.object({ seq }),
  }),
}
