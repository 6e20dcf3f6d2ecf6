import { currentFacts, factHistory } from '#main/store/fact-repository.ts'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import type { facts, NewFact } from '#shared/api/facts.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import {
  asFact,
  correctFact,
  draftsOf,
  type Live,
  liveVersion,
  nextOf,
  recordFact,
  refuseUnfit,
  retractFact,
} from './charting.ts'
import { admitted, recordDeviations } from './enrolment/happened.ts'
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
        const charted = facts.map(fact => recordFact({ ...fact, ...stamp }, writing))
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
        const fact = correctFact(before, { enteredAt, content, source, reason }, writing)
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
        const version = retractFact(before, { enteredAt, reason }, writing)
        markPatient(patientId, writing)
        recordDeviations({ patientId, before: known }, admission, writing)
        return { factId, version }
      }
    },
  },
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
