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
import { hasRight } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId, type PatientId } from '#shared/core/ids.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { recordDeviations, refuseClosed, stepIn, type Witnessed, witnessed } from './enrolment/happened.ts'
import { contentIssues, warningsAt } from './fact-checks.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { markPatient } from './signatures/invalidate.ts'

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
    async prepare({ patientId, facts, override }, context) {
      patientOf(context.db, patientId)
      const contents = facts.map(({ content }) => content)
      checkJudgements(contents, context.user)
      const enteredAt = context.session.clock.render(context.now())
      const places = facts.map((fact, index) => ({ fact, path: `facts[${index}].content` }))
      await refuseInvalid(places, enteredAt)
      const witness = await admitted({ patientId, contents, enteredAt, override }, context)
      const warnings = places.flatMap(({ fact, path }) => warningsAt(fact.content, path))
      return writing => {
        checkJudgements(contents, writing.user)
        const stamp = { patientId, enteredAt, authorId: writing.user.id, version: 1 }
        const charted = facts.map(fact => record({ ...fact, ...stamp }, writing))
        markPatient(patientId, writing)
        recordDeviations(
          charted.map(fact => ({ patientId, fact })),
          witness,
          writing,
        )
        return { facts: charted, warnings }
      }
    },
  },

  correct: {
    async prepare({ factId, expectedVersion, content, source, reason, override }, context) {
      const before = liveVersion(factId, expectedVersion, context.db)
      if (before.content.kind !== content.kind) {
        const fix = `is ${before.content.kind}; retract it and record a new fact to chart another kind`
        throw invalid('content.kind', fix)
      }
      const enteredAt = context.session.clock.render(context.now())
      checkJudgements([content], context.user)
      await refuseInvalid([{ fact: { content, source }, path: 'content' }], enteredAt)
      const { patientId } = before
      const witness = await admitted({ patientId, contents: [content], enteredAt, override }, context)
      return writing => {
        checkJudgements([content], writing.user)
        const next = { ...nextOf(before, writing), enteredAt, content, source, reason }
        insertFactVersion(writing.db, next)
        const values = { oldValue: statement(before), newValue: statement(next), reason }
        writing.audit({ action: 'fact.correct', ...placeOf(next), ...values })
        const fact = asFact({ ...next, content })
        markPatient(patientId, writing)
        recordDeviations([{ patientId, fact }], witness, writing)
        return { fact, warnings: warningsAt(content, 'content') }
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
    markPatient(before.patientId, context)
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

/** To judge is the investigator's own, and no one else's to write or rewrite (ICH E6(R3) 2.3). */
function checkJudgements(contents: readonly FactContent[], user: User): void {
  if (!contents.some(({ kind }) => kind === 'judgement') || hasRight(user, 'judgements.write')) return
  throw new AppError({ code: 'not_permitted', right: 'judgements.write' })
}

interface Charting {
  readonly patientId: PatientId
  readonly contents: readonly FactContent[]
  readonly enteredAt: OffsetDateTime
  readonly override: Parameters<typeof witnessed>[0]
}

/** Whoever is there beside the user, where something is charted that should not have happened yet. */
async function admitted(
  { patientId, contents, enteredAt, override }: Charting,
  context: QueryContext,
): Promise<Witnessed | undefined> {
  const known = [...currentFacts(context.db, patientId).map(({ content }) => content), ...contents]
  const steps = contents.flatMap(content => stepIn(patientId, content, known) ?? [])
  if (steps.length === 0) return undefined
  if (override !== undefined) return witnessed(override, context)
  const author = context.user.id
  const charted = contents.map((content, index): Fact => {
    return {
      id: FactId.parse(`new-${index}`),
      version: 1,
      enteredAt,
      author,
      source: { kind: 'typed' },
      content,
    }
  })
  refuseClosed(steps, charted, context)
  return undefined
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
