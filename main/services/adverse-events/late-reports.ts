import type { InputIssue } from '#shared/api/errors.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId, type PatientId } from '#shared/core/ids.ts'
import { clockTimeOf, siteTime } from './clock-time.ts'
import { clocksFor } from './clocks.ts'
import type { ClockContext } from './running-clocks.ts'
import { trialOf } from './trial-of.ts'

interface Place {
  /** Of a report that is corrected. */
  readonly id?: FactId | undefined
  readonly content: FactContent
  /** Where it stands in the caller's input. */
  readonly path: string
}

interface Charted {
  readonly patientId: PatientId
  /** The other facts of the patient. */
  readonly facts: readonly Fact[]
}

const LATE = 'the deadline had passed; say why it was late'
const DRAFT = FactId.parse('new')

/** A report that met its deadline late asks for the reason. */
export function lateReportIssues(
  places: readonly Place[],
  charted: Charted,
  context: ClockContext,
): InputIssue[] {
  return places.flatMap(({ id = DRAFT, content, path }) => {
    if (content.kind !== 'safety_report' || content.lateReason !== undefined) return []
    return isLate({ id, content }, charted, context) ? [{ path: `${path}.lateReason`, message: LATE }] : []
  })
}

function isLate(
  { id, content }: { readonly id: FactId; readonly content: FactContentOf<'safety_report'> },
  { patientId, facts }: Charted,
  context: ClockContext,
): boolean {
  const time = siteTime(context)
  const { render, now } = time
  const draft: Fact = {
    ...{ id, version: 1, enteredAt: render(now), author: 'draft', source: { kind: 'typed' } },
    content,
  }
  const clocks = clocksFor([...facts, draft], trialOf(patientId, facts, context), {
    db: context.db,
    time: clockTimeOf(patientId, time, context),
  })
  return clocks.some(({ report, state }) => report === id && state === 'met_late')
}
