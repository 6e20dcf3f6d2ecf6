import { hash } from 'node:crypto'
import {
  countEntries,
  type EntryFilter,
  listEntries,
  recordedActions,
  trailHead,
} from '#main/store/audit-trail.ts'
import { restoredBackups } from '#main/store/restored-backups.ts'
import { foundAtOpening } from '#main/store/verify-trail.ts'
import type { audit, TrailFilter } from '#shared/api/audit.ts'
import { hasRight } from '#shared/api/rights.ts'
import { localDateOf } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { exportLines } from './audit/export.ts'
import { compareHeads } from './audit/heads.ts'
import { shown } from './audit/shown.ts'
import { verifyAll } from './audit/verify.ts'
import type { MutationContext } from './context.ts'
import { safePart } from './documents/file-name.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'

const REVIEW = 'audit.review'

export const auditHandlers: AreaHandlers<typeof audit> = {
  list: (filter, { db, user }) =>
    [...listEntries(db, paged(filter))].map(entry => shown(entry, hasRight(user, 'identity.read'))),

  overview: (filter, { db }) => ({
    entries: countEntries(db, filter),
    actions: recordedActions(db),
    reviews: [...listEntries(db, { action: REVIEW, newestFirst: true })].flatMap(entry => {
      const { seq, at, userId, newValue } = entry
      const note = (newValue as { readonly note?: string } | undefined)?.note ?? ''
      return userId === null ? [] : [{ seq, at, userId, note }]
    }),
  }),

  verify({ from, limit }, context) {
    const { problems, ...report } = verifyAll(context, { from, limit })
    const restores = restoredBackups(context.db).map(({ seq, at, madeAt, trail, replaced }) => ({
      ...{ seq, at, madeAt, entries: trail.entries },
      replaced: replaced?.entries ?? null,
    }))
    return { ...report, total: countEntries(context.db), problems, restores }
  },

  holdsHead: (input, context) => compareHeads(input, context),

  export(filter, context) {
    const { session, now, audit } = context
    const lines = [...exportLines(filter, context)]
    const text = lines.join('')
    const sha256 = Sha256.parse(hash('sha256', text))
    const day = localDateOf(session.clock.render(now())).replaceAll('-', '')
    const fileName = `${safePart(session.site.number)}_audit-trail_${day}.jsonl`
    const newValue = { filter, entries: lines.length, sha256 }
    audit({ action: 'audit.export', subject: trail('export'), newValue })
    return { fileName, text, sha256, entries: lines.length }
  },

  review({ filter, seq, note }, context) {
    if (seq > (trailHead(context.db)?.seq ?? 0)) throw invalid('seq', 'the trail has no entry of this number')
    return written(context, { action: REVIEW, subject: trail('review'), newValue: { filter, seq, note } })
  },

  acknowledge({ seq, reason }, context) {
    const found = foundAtOpening(context.db).find(finding => finding.seq === seq)
    if (found === undefined) throw notFound('finding', String(seq))
    const { problem } = found
    const subject = { kind: 'trail', id: String(seq) }
    return written(context, { action: 'trail.acknowledge', subject, newValue: { problem }, reason })
  },
}

function paged({
  afterSeq,
  ...filter
}: TrailFilter & Pick<EntryFilter, 'afterSeq' | 'beforeSeq' | 'newestFirst' | 'limit'>): EntryFilter {
  return filter.newestFirst ? filter : { ...filter, afterSeq }
}

/** The number of the entry that says what was done. */
function written(
  { audit, db }: MutationContext,
  note: Parameters<MutationContext['audit']>[0],
): { seq: number } {
  audit(note)
  return { seq: trailHead(db)?.seq ?? 0 }
}

function trail(id: string) {
  return { kind: 'trail', id }
}
