import { hash } from 'node:crypto'
import { z } from 'zod'
import type { ReadableDb } from '#main/store/connection.ts'
import { type SignatureRow, signaturesById } from '#main/store/signature-repository.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import { Outcome, Verdict } from '#shared/core/eligibility/verdict.ts'
import { Relation } from '#shared/core/facts/safety.ts'
import { Sha256, type SignatureId } from '#shared/core/ids.ts'
import { type Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import { SignatureHeader } from '#shared/core/signatures/record.ts'

const Decided = z.object({
  on: CivilDate,
  covers: z.object({ from: CivilDate, to: CivilDate.nullable() }).nullable(),
  screening: z.object({
    verdict: Verdict,
    criteria: z.array(z.object({ label: z.string(), outcome: Outcome })),
  }),
})

/** What was judged of an adverse event, in short. */
const Judged = z.object({
  event: z.object({ content: z.object({ term: z.string() }) }),
  judgement: z.object({
    content: z.object({ product: Relation, whoUmc: z.object({ category: WhoUmcCategory }) }),
  }),
})

/** What a list needs of a record; a screening has hundreds of other words. */
const Record = z.object({
  meaning: SignatureHeader.shape.meaning,
  signer: SignatureHeader.shape.signer,
  clock: SignatureHeader.shape.clock,
  trail: SignatureHeader.shape.trail,
  subject: z.object({ kind: z.string(), training: z.boolean(), reason: z.string().optional() }),
})

type Signer = z.infer<typeof SignatureHeader>['signer']

/** A kept signature in short. */
export interface Digest extends Omit<SignatureRow, 'record'> {
  /** SHA-256 of the signed text. */
  readonly sha256: Sha256
  readonly meaning: z.infer<typeof Record>['meaning']
  readonly signer: Pick<Signer, 'userId' | 'fullName' | 'role'>
  readonly training: boolean
  /** The clock had been set back: its time says less than the trail up to `trailSeq`. */
  readonly isTimeInDoubt: boolean
  readonly trailSeq: number
  /** Why it withdraws. */
  readonly reason: string | undefined
  readonly decision: {
    readonly verdict: Verdict
    readonly on: CivilDate
    readonly covers: z.infer<typeof Decided>['covers']
    readonly failing: readonly string[]
  } | null
  /** The event as it was called, and what was judged of it. */
  readonly judged: {
    readonly term: string
    readonly product: Relation
    readonly whoUmc: WhoUmcCategory
  } | null
  /** False for a record that somebody made unreadable. */
  readonly isReadable: boolean
}

const known = new WeakMap<ReadableDb, Map<SignatureId, Digest>>()

/** These signatures in short. A record never changes, so that each is read once in a session. */
export function digestsOf(db: ReadableDb, ids: readonly SignatureId[]): Map<SignatureId, Digest> {
  const cache = known.get(db) ?? new Map<SignatureId, Digest>()
  known.set(db, cache)
  const unread = ids.filter(id => !cache.has(id))
  for (let start = 0; start < unread.length; start += PART) {
    for (const row of signaturesById(db, unread.slice(start, start + PART)))
      cache.set(row.id, digestOf(row, db))
  }
  return new Map(ids.flatMap(id => (cache.has(id) ? [[id, cache.get(id) as Digest] as const] : [])))
}

/** Records read at once; each has some 100 KB. */
const PART = 100

/** One signature in short. */
export function digestOf({ record, ...row }: SignatureRow, db: ReadableDb): Digest {
  const sha256 = Sha256.parse(hash('sha256', record))
  const parsed = parse(record)
  if (parsed === undefined) return { ...row, sha256, ...unreadable(row, db) }
  const { meaning, signer, subject, clock, trail } = parsed.record
  return {
    ...row,
    sha256,
    meaning,
    signer,
    training: subject.training,
    reason: subject.reason,
    isTimeInDoubt: clock.some(({ code }) => code === 'moved_back'),
    trailSeq: trail.seq,
    decision: parsed.decision,
    judged: parsed.judged,
    isReadable: true,
  }
}

function parse(text: string) {
  try {
    const json = JSON.parse(text) as { readonly subject?: unknown }
    const record = Record.parse(json)
    const { kind } = record.subject
    return {
      record,
      decision: kind === 'eligibility' ? decisionOf(Decided.parse(json.subject)) : null,
      judged: kind === 'causality' ? judgedOf(Judged.parse(json.subject)) : null,
    }
  } catch {
    return undefined
  }
}

function decisionOf({ on, covers, screening }: z.infer<typeof Decided>): Digest['decision'] {
  const failing = screening.criteria.filter(({ outcome }) => outcome === 'violated')
  return { on, covers, verdict: screening.verdict, failing: failing.map(({ label }) => label) }
}

function judgedOf({ event, judgement }: z.infer<typeof Judged>): Digest['judged'] {
  const { product, whoUmc } = judgement.content
  return { term: event.content.term, product, whoUmc: whoUmc.category }
}

/** What the row alone tells. A decision that cannot be read is never taken for an approval. */
function unreadable({ kind, signerId }: Omit<SignatureRow, 'record'>, db: ReadableDb) {
  const codes: Readonly<Record<SignatureRow['kind'], Meaning>> = {
    eligibility: 'screen_failure',
    configuration: 'configuration_approval',
    causality: 'causality_assessment',
    countersignature: 'countersignature',
    withdrawal: 'withdrawal',
    document: 'review',
  }
  const code = codes[kind]
  const person = listUsers(db).find(({ id }) => id === signerId)
  const signer = {
    userId: signerId,
    fullName: person?.fullName ?? '',
    role: person?.role ?? ('sub_investigator' as const),
  }
  const meaning = { code, statement: meanings[code].statement }
  const doubt = { isTimeInDoubt: true, trailSeq: Number.MAX_SAFE_INTEGER }
  const said = { reason: undefined, decision: null, judged: null }
  return { meaning, signer, training: false, isReadable: false, ...said, ...doubt }
}
