import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { Sha256, UserId } from '../core/ids.ts'
import { Nothing, query } from './procedure.ts'
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

/** The audit trail: written by every other area, only read here. */
export const audit = {
  list: query({
    right: 'audit.read',
    input: z.strictObject({
      afterSeq: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
      subject: z.strictObject({ kind: z.string(), id: z.string().optional() }).optional(),
      action: z.string().optional(),
      userId: UserId.optional(),
      /** UTC days, both included. */
      from: CivilDate.optional(),
      to: CivilDate.optional(),
    }),
    output: z.array(AuditEntry),
  }),
  /** Recomputes the whole chain and compares its end with the anchor outside the database. */
  verify: query({
    right: 'audit.verify',
    input: Nothing,
    output: z.object({
      entries: z.int().min(0),
      head: Sha256.nullable(),
      problems: z.array(z.object({ seq: z.int().min(0), problem: z.string() })),
    }),
  }),
}
