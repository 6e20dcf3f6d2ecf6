import type { InputIssue } from '#shared/api/errors.ts'
import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { eventProblems } from '#shared/core/adverse-events/event-problems.ts'
import { unknownPoints } from '#shared/core/adverse-events/rucam-choices.ts'
import { analyteOfLoinc } from '#shared/core/analytes.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { seriesOfTerm } from '#shared/core/trends/grades.ts'
import { lateReportIssues } from './adverse-events/late-reports.ts'
import type { QueryContext } from './context.ts'
import { siteDayOf } from './trends/site-day.ts'

interface Place {
  /** Of a fact that is corrected. */
  readonly id?: FactId | undefined
  readonly content: FactContent
  /** Where it stands in the caller's input. */
  readonly path: string
}

/** The patient, and what else is charted of them. */
interface Charted {
  readonly patientId: PatientId
  readonly facts: readonly Fact[]
}

/** What keeps adverse events, and what is said of them, from being charted beside the other facts of the patient. */
export function safetyIssues(
  places: readonly Place[],
  charted: Charted,
  context: QueryContext,
): InputIssue[] {
  const own = places.flatMap(({ content, path }) =>
    problemsOf(content, charted.facts, context).map(problem => ({
      path: `${path}.${problem.path}`,
      message: problem.message,
    })),
  )
  // A report about an event that is not there is not late.
  return own.length > 0 ? own : lateReportIssues(places, charted, context)
}

type Check<C> = (content: C, facts: readonly Fact[], context: QueryContext) => InputIssue[]
type Checks = { readonly [K in FactContent['kind']]?: Check<FactContentOf<K>> }

const checks: Checks = {
  adverse_event: (content, facts, { session }) => [
    ...eventProblems(content, siteDayOf(session.clock)),
    ...lacking('result', content.result, { kind: 'laboratory', facts }),
  ],
  result_assessment: assessmentProblems,
  safety_report: (content, facts) => [...lackingEvent(content, facts), ...receiptProblems(content)],
  causality: (content, facts) => [...lackingEvent(content, facts), ...rucamProblems(content)],
  unblinding: lackingEvent,
}

function problemsOf(content: FactContent, facts: readonly Fact[], context: QueryContext): InputIssue[] {
  const check = checks[content.kind] as Check<FactContent> | undefined
  return check?.(content, facts, context) ?? []
}

const NO_EVENT = 'no such adverse event is charted for this patient'
const NO_RESULT = 'no such laboratory result is charted for this patient'

function lackingEvent(
  { event }: { readonly event?: FactId | undefined },
  facts: readonly Fact[],
): InputIssue[] {
  return lacking('event', event, { kind: 'adverse_event', facts })
}

function lacking(
  path: string,
  id: FactId | undefined,
  { kind, facts }: { readonly kind: 'adverse_event' | 'laboratory'; readonly facts: readonly Fact[] },
): InputIssue[] {
  if (id === undefined || facts.some(fact => fact.id === id && fact.content.kind === kind)) return []
  return [{ path, message: kind === 'laboratory' ? NO_RESULT : NO_EVENT }]
}

function rucamProblems({ rucam }: FactContentOf<'causality'>): InputIssue[] {
  if (rucam === undefined) return []
  return unknownPoints(rucam).map(item => ({
    path: `rucam.items.${item}`,
    message: 'the scale has no such points for this item',
  }))
}

function assessmentProblems(
  { result, term }: FactContentOf<'result_assessment'>,
  facts: readonly Fact[],
): InputIssue[] {
  const assessed = facts.find(({ id }) => id === result)?.content
  if (assessed?.kind !== 'laboratory') return lacking('result', result, { kind: 'laboratory', facts })
  const series = seriesOfTerm(ctcaeEntries[term].name)
  if (series !== undefined && series === analyteOfLoinc(assessed.loinc)) return []
  return [{ path: 'term', message: 'CTCAE v5.0 does not grade this result by this term' }]
}

function receiptProblems({ on, receivedAt }: FactContentOf<'safety_report'>): InputIssue[] {
  if (receivedAt === undefined || Date.parse(receivedAt) >= Date.parse(on)) return []
  return [{ path: 'receivedAt', message: 'lies before the report was sent' }]
}
