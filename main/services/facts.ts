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
import { admitted, recordDeviations } from './enrolment/happened.ts'
import { contentIssues, warningsAt } from './fact-checks.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { safetyIssues } from './safety-checks.ts'
import { markPatient } from './signatures/invalidate.ts'
import { trialIssues } from './trial-checks.ts'

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
      const before = currentFacts(context.db, patientId)
      refuseUnfit(places, { patientId, facts: before }, context)
      const after = [...before, ...draftsOf(contents, { enteredAt, author: context.user.id })]
      const admission = await admitted({ patientId, before, after }, override, context)
      const warnings = places.flatMap(({ fact, path }) => warningsAt(fact.content, path))
      return writing => {
        checkJudgements(contents, writing.user)
        const stamp = { patientId, enteredAt, authorId: writing.user.id, version: 1 }
        const known = currentFacts(writing.db, patientId)
        refuseUnfit(places, { patientId, facts: known }, writing)
        const charted = facts.map(fact => record({ ...fact, ...stamp }, writing))
        markPatient(patientId, writing)
        recordDeviations({ patientId, before: known }, admission, writing)
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
      refuseRewriting(before, context.user)
      await refuseInvalid([{ fact: { content, source }, path: 'content' }], enteredAt)
      const { patientId } = before
      const corrected = asFact({ ...nextOf(before, context), enteredAt, content, source })
      const facts = currentFacts(context.db, patientId)
      const others = (charted: readonly Fact[]) => {
        return { patientId, facts: charted.filter(({ id }) => id !== factId) }
      }
      const places = [{ id: factId, fact: { content }, path: 'content' }]
      refuseUnfit(places, others(facts), context)
      const after = facts.map(fact => (fact.id === factId ? corrected : fact))
      const admission = await admitted({ patientId, before: facts, after }, override, context)
      return writing => {
        checkJudgements([content], writing.user)
        const known = currentFacts(writing.db, patientId)
        refuseUnfit(places, others(known), writing)
        const next = { ...nextOf(before, writing), enteredAt, content, source, reason }
        insertFactVersion(writing.db, next)
        const values = { oldValue: statement(before), newValue: statement(next), reason }
        writing.audit({ action: 'fact.correct', ...placeOf(next), ...values })
        const fact = asFact({ ...next, content })
        markPatient(patientId, writing)
        recordDeviations({ patientId, before: known }, admission, writing)
        return { fact, warnings: warningsAt(content, 'content') }
      }
    },
  },

  retract: {
    async prepare({ factId, expectedVersion, reason, override }, context) {
      const before = liveVersion(factId, expectedVersion, context.db)
      checkJudgements([before.content], context.user)
      const enteredAt = context.session.clock.render(context.now())
      const { patientId } = before
      const facts = currentFacts(context.db, patientId)
      const after = facts.filter(({ id }) => id !== factId)
      const admission = await admitted({ patientId, before: facts, after }, override, context)
      return writing => {
        checkJudgements([before.content], writing.user)
        const known = currentFacts(writing.db, patientId)
        const next = { ...nextOf(before, writing), enteredAt, content: null, reason }
        insertFactVersion(writing.db, next)
        const values = { oldValue: statement(before), newValue: null, reason }
        writing.audit({ action: 'fact.retract', ...placeOf(next), ...values })
        markPatient(patientId, writing)
        recordDeviations({ patientId, before: known }, admission, writing)
        return { factId, version: next.version }
      }
    },
  },
}

type Live = FactVersion & { readonly content: NonNullable<FactVersion['content']> }

function record(fact: Omit<Live, 'id'>, { db, newId, audit }: MutationContext): Fact {
  const version = { id: FactId.parse(newId()), ...fact }
  insertFactVersion(db, version)
  audit({ action: 'fact.record', ...placeOf(version), newValue: statement(version) })
  return asFact(version)
}

const judgements: ReadonlySet<FactContent['kind']> = new Set(['judgement', 'causality', 'result_assessment'])

/** To judge is the investigator's own, and no one else's to write, rewrite or take back (ICH E6(R3) 2.3). */
function checkJudgements(contents: readonly FactContent[], user: User): void {
  if (!contents.some(({ kind }) => judgements.has(kind)) || hasRight(user, 'judgements.write')) return
  throw new AppError({ code: 'not_permitted', right: 'judgements.write' })
}

const NOT_OWN = 'is another investigator’s judgement; record your own beside it'

/** What somebody judged of causality is what they sign: under a correction it would be another’s (ICH E6(R3) 2.3). */
function refuseRewriting({ content, authorId }: Live, user: User): void {
  if (content.kind === 'causality' && authorId !== user.id) throw invalid('content', NOT_OWN)
}

/** Facts as they will be charted, for what must be known before. */
function draftsOf(contents: readonly FactContent[], entered: Pick<Fact, 'enteredAt' | 'author'>): Fact[] {
  return contents.map((content, index) => ({
    ...{ id: FactId.parse(`new-${index}`), version: 1, source: { kind: 'typed' }, content },
    ...entered,
  }))
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

/** Asked before anybody's time is taken, and again of what was charted meanwhile. */
function refuseUnfit(
  places: readonly { id?: FactId; fact: Pick<NewFact, 'content'>; path: string }[],
  others: { readonly patientId: PatientId; readonly facts: readonly Fact[] },
  context: QueryContext,
): void {
  const contents = places.map(({ id, fact: { content }, path }) => ({ id, content, path }))
  const known = others.facts.map(({ content }) => content)
  const issues = [...trialIssues(contents, known, context), ...safetyIssues(contents, others, context)]
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
