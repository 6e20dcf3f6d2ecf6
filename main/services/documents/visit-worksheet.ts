import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { type ChartedProtocol, chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { scheduledDays } from '#main/services/visits/scheduled.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { dayOf } from '#shared/core/civil-date.ts'
import type { VisitWorksheet, WorksheetItem, WorksheetTest } from '#shared/core/documents/visit-worksheet.ts'
import { worksheetNeed } from '#shared/core/documents/worksheet-needs.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Calendar, PlannedVisit } from '#shared/core/schedule/calendar.ts'
import { type FactOf, factsOf } from '#shared/core/schedule/calendar-input.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { namedCandidate, namedProtocol } from './named.ts'

type Request = Extract<DocumentRequest, { kind: 'visit_worksheet' }>

/** A visit as it is planned now, with room for its assessments. Throws `not_found` for a visit that is not planned. */
export function visitWorksheet(request: Request, context: QueryContext): VisitWorksheet {
  const { patientId, protocolId, visit: id, number } = request
  const facts = currentFacts(context.db, patientId)
  const protocol = chartedProtocol(protocolId, context)
  const calendar = calendarNow({ patientId, facts, protocol }, context)
  const visit = calendar.visits.find(
    one => one.visit === id && (number === undefined || one.number === number),
  )
  if (visit === undefined) throw notFound('visit', id)
  const needed = visit.assessments.map(item => ({ item, need: worksheetNeed(item.id, protocol) }))
  const asked = new Set(needed.flatMap(({ need }) => need.tests))
  return {
    kind: 'visit_worksheet',
    candidate: namedCandidate(patientId, protocolId, context.db),
    protocol: namedProtocol(protocolId, context),
    scheduleVersion: calendar.scheduleVersion,
    visit: { ...plannedOf(visit), dayOfTrial: dayOfTrial(visit, calendar.day0) },
    items: needed.map(({ item: { id: assessment, title, source: whose }, need }): WorksheetItem => {
      return { id: assessment, title, source: whose, forms: [...need.forms] }
    }),
    tests: Analyte.options.filter(name => asked.has(name)).map(name => testOf(name, facts)),
  }
}

interface Planned {
  readonly patientId: PatientId
  readonly facts: readonly Fact[]
  readonly protocol: ChartedProtocol
}

/** As the visits are planned now, also for a candidate who is in no trial yet. */
function calendarNow({ patientId, facts, protocol }: Planned, context: QueryContext): Calendar {
  const scheduled = scheduledDays(context.db, patientId, protocol.definition.id)
  const siteDay = siteDayOf(context.session.clock)
  return calendarOf({ ...protocol, facts, scheduled, today: todayOf(context), siteDay })
}

function plannedOf({
  visit,
  number,
  title,
  source,
  day,
  anchor,
  planned,
  isProjected,
  window,
}: PlannedVisit) {
  return { id: visit, number, title, source, day, anchor, planned, isProjected, window }
}

function dayOfTrial({ planned }: PlannedVisit, day0: string | null): number | null {
  return planned === null || day0 === null ? null : dayOf(planned) - dayOf(day0)
}

/** The newest value before, as its report printed it: its unit is the one that the next report will most likely have. */
function testOf(name: Analyte, facts: readonly Fact[]): WorksheetTest {
  const { name: words, abbreviation, unit } = analytes[name]
  const last = factsOf(facts, 'laboratory')
    .filter(({ content }) => analyteOfLoinc(content.loinc) === name)
    .reduce<FactOf<'laboratory'> | undefined>(newer, undefined)
  if (last === undefined) return { name: words, abbreviation, unit, last: null }
  const { comparator = '', value, on, unit: reported } = last.content
  return { name: words, abbreviation, unit: reported, last: { printed: `${comparator}${value}`, on } }
}

function newer(one: FactOf<'laboratory'> | undefined, other: FactOf<'laboratory'>): FactOf<'laboratory'> {
  return one === undefined || one.content.on < other.content.on ? other : one
}
