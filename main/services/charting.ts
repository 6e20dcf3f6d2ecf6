import type { ReadableDb } from '#main/store/connection.ts'
import { type FactVersion, findFactVersion, insertFactVersion } from '#main/store/fact-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { NewFact } from '#shared/api/facts.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId, type PatientId } from '#shared/core/ids.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { notFound } from './failures.ts'
import { patientOf } from './patients.ts'
import { safetyIssues } from './safety-checks.ts'
import { trialIssues } from './trial-checks.ts'

/** A version of a fact that was not retracted. */
export type Live = FactVersion & { readonly content: NonNullable<FactVersion['content']> }

/** Charts a fact with its entry in the trail; a reason only where somebody was asked about it. */
export function recordFact(fact: Omit<Live, 'id'>, { db, newId, audit }: MutationContext): Fact {
  const version = { id: newId() as FactId, ...fact }
  insertFactVersion(db, version)
  const entry = { action: 'fact.record', ...placeOf(version), newValue: statement(version) }
  audit(fact.reason === undefined ? entry : { ...entry, reason: fact.reason })
  return asFact(version)
}

/** Another content or source for what is charted, and when and why. */
export interface Correction extends Pick<Live, 'content' | 'source'> {
  readonly enteredAt: OffsetDateTime
  readonly reason: string
}

/** Charts the next version of a fact with its entry in the trail. */
export function correctFact(before: Live, correction: Correction, writing: MutationContext): Fact {
  const next = { ...nextOf(before, writing), ...correction }
  insertFactVersion(writing.db, next)
  const values = { oldValue: statement(before), newValue: statement(next), reason: correction.reason }
  writing.audit({ action: 'fact.correct', ...placeOf(next), ...values })
  return asFact(next)
}

/** Retracts a fact with its entry in the trail; answers the version that says so. */
export function retractFact(
  before: Live,
  { enteredAt, reason }: Pick<Correction, 'enteredAt' | 'reason'>,
  writing: MutationContext,
): number {
  const next = { ...nextOf(before, writing), enteredAt, content: null, reason }
  insertFactVersion(writing.db, next)
  const values = { oldValue: statement(before), newValue: null, reason }
  writing.audit({ action: 'fact.retract', ...placeOf(next), ...values })
  return next.version
}

/** Facts as they will be charted, for what must be known before. */
export function draftsOf(
  contents: readonly FactContent[],
  entered: Pick<Fact, 'enteredAt' | 'author'>,
): Fact[] {
  return contents.map((content, index) => ({
    ...{ id: FactId.parse(`new-${index}`), version: 1, source: { kind: 'typed' }, content },
    ...entered,
  }))
}

/** Asked before anybody's time is taken, and again of what was charted meanwhile. */
export function refuseUnfit(
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
export function liveVersion(id: FactId, expected: number, db: ReadableDb): Live {
  const latest = findFactVersion(db, id)
  if (latest === undefined) throw notFound('fact', id)
  patientOf(db, latest.patientId)
  const { content, version } = latest
  if (content === null) throw notFound('fact', id)
  if (version !== expected) throw new AppError({ code: 'stale_version', entity: 'fact', current: version })
  return { ...latest, content }
}

/** The next version of a fact by the user at hand, still with the content of the one before. */
export function nextOf(before: Live, { user }: QueryContext): Live {
  const { reason: _reason, ...rest } = before
  return { ...rest, version: before.version + 1, authorId: user.id }
}

/** A version as the chart shows it. */
export function asFact({ id, version, enteredAt, authorId, source, content }: Live): Fact {
  return { id, version, enteredAt, author: authorId, source, content }
}

/** In the trail a fact is a field of its patient, so that a patient's trail can be read as a whole. */
function placeOf({ id, patientId }: Pick<FactVersion, 'id' | 'patientId'>) {
  return { subject: { kind: 'patient', id: patientId }, field: `facts.${id}` }
}

function statement({ content, source }: Pick<FactVersion, 'content' | 'source'>) {
  return { content, source }
}
