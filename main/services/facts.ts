import type { ReadableDb } from '#main/store/connection.ts'
import {
  currentFacts,
  type FactVersion,
  factHistory,
  findFactVersion,
  insertFactVersion,
} from '#main/store/fact-repository.ts'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import type { facts, NewFact } from '#shared/api/facts.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId } from '#shared/core/ids.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { contentIssues, warningsAt } from './fact-checks.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'

export const factHandlers: AreaHandlers<typeof facts> = {
  list({ patientId }, { db }) {
    patientOf(db, patientId)
    return currentFacts(db, patientId)
  },

  history({ factId }, { db }) {
    const versions = factHistory(db, factId)
    if (versions.length === 0) throw notFound('fact', factId)
    return versions.map(({ authorId, ...version }) => ({ ...version, author: authorId }))
  },

  record: {
    async prepare({ patientId, facts }, context) {
      patientOf(context.db, patientId)
      const enteredAt = context.session.clock.render(context.now())
      const places = facts.map((fact, index) => ({ fact, path: `facts[${index}].content` }))
      await refuseInvalid(places, enteredAt)
      const warnings = places.flatMap(({ fact, path }) => warningsAt(fact.content, path))
      return writing => {
        const stamp = { patientId, enteredAt, authorId: writing.user.id, version: 1 }
        return { facts: facts.map(fact => record({ ...fact, ...stamp }, writing)), warnings }
      }
    },
  },

  correct: {
    async prepare({ factId, expectedVersion, content, source, reason }, context) {
      const before = liveVersion(factId, expectedVersion, context.db)
      if (before.content.kind !== content.kind) {
        const fix = `is ${before.content.kind}; retract it and record a new fact to chart another kind`
        throw invalid('content.kind', fix)
      }
      const enteredAt = context.session.clock.render(context.now())
      await refuseInvalid([{ fact: { content, source }, path: 'content' }], enteredAt)
      return writing => {
        const next = { ...nextOf(before, writing), enteredAt, content, source, reason }
        insertFactVersion(writing.db, next)
        const values = { oldValue: statement(before), newValue: statement(next), reason }
        writing.audit({ action: 'fact.correct', ...placeOf(next), ...values })
        return { fact: asFact({ ...next, content }), warnings: warningsAt(content, 'content') }
      }
    },
  },

  retract({ factId, expectedVersion, reason }, context) {
    const { db, audit, session, now } = context
    const before = liveVersion(factId, expectedVersion, db)
    const enteredAt = session.clock.render(now())
    const next = { ...nextOf(before, context), enteredAt, content: null, reason }
    insertFactVersion(db, next)
    audit({ action: 'fact.retract', ...placeOf(next), oldValue: statement(before), newValue: null, reason })
    return { factId, version: next.version }
  },
}

type Live = FactVersion & { readonly content: NonNullable<FactVersion['content']> }

function record(fact: Omit<Live, 'id'>, { db, newId, audit }: MutationContext): Fact {
  const version = { id: FactId.parse(newId()), ...fact }
  insertFactVersion(db, version)
  audit({ action: 'fact.record', ...placeOf(version), newValue: statement(version) })
  return asFact(version)
}

async function refuseInvalid(
  places: readonly { fact: NewFact; path: string }[],
  enteredAt: OffsetDateTime,
): Promise<void> {
  const found = await Promise.all(
    places.map(({ fact, path }) => contentIssues(fact.content, enteredAt, path)),
  )
  const issues: InputIssue[] = found.flat()
  if (issues.length > 0) throw new AppError({ code: 'invalid_input', issues })
}

/** The version that a change starts from. Throws `not_found` for a retracted fact, `stale_version` for an older one. */
function liveVersion(id: FactId, expected: number, db: ReadableDb): Live {
  const latest = findFactVersion(db, id)
  if (latest === undefined) throw notFound('fact', id)
  patientOf(db, latest.patientId)
  const { content, version } = latest
  if (content === null) throw notFound('fact', id)
  if (version !== expected) throw new AppError({ code: 'stale_version', entity: 'fact', current: version })
  return { ...latest, content }
}

function nextOf(before: Live, { user }: QueryContext): Live {
  return { ...before, version: before.version + 1, authorId: user.id }
}

function asFact({ id, version, enteredAt, authorId, source, content }: Live): Fact {
  return { id, version, enteredAt, author: authorId, source, content }
}

/** In the trail a fact is a field of its patient, so that a patient's trail can be read as a whole. */
function placeOf({ id, patientId }: Pick<FactVersion, 'id' | 'patientId'>) {
  return { subject: { kind: 'patient', id: patientId }, field: `facts.${id}` }
}

function statement({ content, source }: Pick<FactVersion, 'content' | 'source'>) {
  return { content, source }
}
