import type { FactContentOf } from '../facts/content.ts'
import type { LocalizedText } from '../text.ts'
import { text, verbatim } from '../text.ts'
import { type Part, partsOf } from './assessment-needs.ts'
import type { AssessmentState, VisitAssessment } from './calendar.ts'
import type { CalendarInput, Conducted } from './calendar-input.ts'
import type { Occurrence } from './occurrences.ts'
import { type VisitChart, visitChart } from './visit-chart.ts'

/** How each assessment of a visit stands. */
export function assessmentsOf({ template, fact }: Occurrence, input: CalendarInput): VisitAssessment[] {
  const content = fact?.content
  const chart = content?.status === 'done' ? chartOf(content, input) : undefined
  return template.assessments.map(id => ({
    ...{ id, ...nameOf(id, input) },
    ...(content === undefined ? TO_COME : stateOf(id, { content, chart, conducted: input })),
  }))
}

interface Standing {
  readonly state: AssessmentState
  readonly lacks: LocalizedText[]
  readonly reason: string | null
}

const TO_COME: Standing = { state: 'planned', lacks: [], reason: null }

interface Charted {
  readonly content: FactContentOf<'visit'>
  /** Absent for a visit that did not take place. */
  readonly chart: VisitChart | undefined
  readonly conducted: Conducted
}

function stateOf(id: string, { content, chart, conducted }: Charted): Standing {
  if (chart === undefined) return { ...TO_COME, state: 'not_done', reason: content.reason ?? null }
  const parts = partsOf(id, conducted)
  const lacking = parts?.filter(part => !part.isMet(chart)) ?? []
  const lacks = lacking.map(part => lackOf(part, chart))
  const hasLimit = lacking.some(part => part.isOnlyLimit?.(chart) === true)
  const notDone = content.notDone?.find(({ assessment }) => assessment === id)
  const isAwaited = content.awaited?.includes(id) === true
  const isIn = parts !== undefined && lacks.length === 0
  if (isIn) return { state: 'entered', lacks: [], reason: null }
  if (notDone !== undefined) return { state: 'not_done', lacks, reason: notDone.reason }
  if (isAwaited) return { state: 'awaited', lacks, reason: null }
  // Of what the site asks for beyond what Lobule charts, the visit itself says whether it was done.
  if (parts === undefined) return ownState(id, content)
  return { state: hasLimit || lacks.length < parts.length ? 'partly' : 'missing', lacks, reason: null }
}

function lackOf({ label, isOnlyLimit }: Part, chart: VisitChart): LocalizedText {
  if (isOnlyLimit?.(chart) !== true) return label
  return text(`${label.en}: only a limit is known`, `${label['zh-CN']}：仅知界限值`)
}

function ownState(id: string, { carriedOut = [] }: FactContentOf<'visit'>): Standing {
  if (carriedOut.includes(id)) return { state: 'entered', lacks: [], reason: null }
  return { state: 'missing', lacks: [text('whether it was done', '是否已做')], reason: null }
}

function chartOf(visit: FactContentOf<'visit'>, { facts, siteDay }: CalendarInput): VisitChart {
  return visitChart(visit, facts, siteDay)
}

function nameOf(id: string, { definition, schedule }: Conducted): Pick<VisitAssessment, 'title' | 'source'> {
  const record = definition.assessments.find(assessment => assessment.id === id)
  if (record !== undefined) return { title: record.title, source: 'record' }
  const own = schedule?.content.assessments.find(assessment => assessment.id === id)
  return { title: verbatim(own?.title ?? id), source: 'site' }
}
