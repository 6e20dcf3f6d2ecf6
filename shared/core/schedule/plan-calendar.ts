import { dateOf, dayOf } from '../civil-date.ts'
import { UNSCHEDULED } from '../facts/trial.ts'
import { readingOf } from './assessment-needs.ts'
import { assessmentsOf } from './assessment-states.ts'
import type { Calendar, PlannedVisit } from './calendar.ts'
import { type CalendarInput, factsOf } from './calendar-input.ts'
import { anchorText, type Course, courseOf, doseOf } from './course.ts'
import { type End, endOf, isTreatmentDiscontinued } from './disposition.ts'
import { type Dose, visitOfDose } from './doses.ts'
import { certainDay } from './event-days.ts'
import { type Occurrence, occurrencesOf, type VisitFact } from './occurrences.ts'
import { safetyWindowsOf } from './safety-windows.ts'
import { doneOf, missedOf, shownDays, timingOf, visitState } from './visit-states.ts'
import { AFTER_ADMINISTRATION, type VisitTemplate, visitTemplates } from './visit-templates.ts'

/** One patient in one protocol: what was planned, what took place and what is due, as everything stands today. */
export function calendarOf(input: CalendarInput): Calendar {
  const { definition, facts, siteDay, today } = input
  const course = courseOf(input)
  const end = endOf(facts, definition.id, siteDay)
  const templates = visitTemplates(input)
  const visitFacts = factsOf(facts, 'visit').filter(({ content }) => content.protocol === definition.id)
  const occurrences = templates.flatMap(template => {
    const about = visitFacts.filter(({ content }) => content.visit === template.visit)
    return occurrencesOf(template, about, { course, siteDay })
  })
  const day0 = doseOf(1, course)?.given?.day ?? null
  return {
    protocol: definition.id,
    today,
    enrolled: enrolledIn(course),
    day0: day0 === null ? null : dateOf(day0),
    dayOfTrial: day0 === null ? null : dayOf(today) - day0,
    doses: course.doses.map(dose => shownDose(dose, { input, end })),
    visits: inOrder(occurrences.map(one => shownVisit(one, { input, course, end }))),
    unscheduled: unscheduledIn(visitFacts, occurrences, { day0, siteDay }),
    safetyWindows: safetyWindowsOf(input, course),
    ended: end ? { fact: end.fact.id, on: end.on, how: end.how } : null,
    openReadings: openReadings(input, { course, templates }),
    scheduleVersion: input.schedule?.version ?? 0,
  }
}

interface Whole {
  readonly input: CalendarInput
  readonly course: Course
  readonly end: End | undefined
}

function shownVisit(occurrence: Occurrence, { input, course, end }: Whole): PlannedVisit {
  const { template, basis, number } = occurrence
  const timing = timingOf(occurrence, course)
  return {
    visit: template.visit,
    number,
    countedFrom: basis.from === 'dose' ? basis.number : null,
    title: template.title,
    source: template.source,
    day: template.day,
    anchor: anchorText(basis),
    planned: timing.planned === null ? null : dateOf(timing.planned),
    isProjected: timing.isProjected,
    window: shownDays(timing.window),
    state: visitState(occurrence, timing, { today: dayOf(input.today), end }),
    done: doneOf(occurrence, timing, input),
    missed: missedOf(occurrence),
    assessments: assessmentsOf(occurrence, input),
  }
}

function shownDose(
  { number, planned, scheduled, given, plannedCells }: Dose,
  { input, end }: Omit<Whole, 'course'>,
): Calendar['doses'][number] {
  const window = input.schedule?.content.windows.find(({ visit }) => visit === visitOfDose(number))
  const isOver = end !== undefined || isTreatmentDiscontinued(input.facts, input.definition.id, input.siteDay)
  return {
    number,
    planned: planned === null ? null : dateOf(planned),
    window:
      planned === null || window === undefined
        ? null
        : shownDays({ from: planned - window.before, to: planned + window.after }),
    scheduled: scheduled === null ? null : dateOf(scheduled),
    given: given && { fact: given.fact.id, from: given.from, to: given.to, givenCells: given.givenCells },
    plannedCells,
    isExpected: given === null && !isOver,
  }
}

function enrolledIn({ enrolled }: Course): Calendar['enrolled'] {
  if (enrolled === undefined) return null
  const { on, subjectNumber = null } = enrolled.content
  return { fact: enrolled.id, on, subjectNumber }
}

/** What took place and is no visit of the protocol, or one that it has already; nothing charted goes unseen. */
function unscheduledIn(
  facts: readonly VisitFact[],
  occurrences: readonly Occurrence[],
  { day0, siteDay }: { day0: number | null; siteDay: CalendarInput['siteDay'] },
): Calendar['unscheduled'] {
  const used = new Set(occurrences.map(({ fact }) => fact?.id))
  return facts
    .filter(
      ({ id, content }) => content.visit === UNSCHEDULED || (content.status === 'done' && !used.has(id)),
    )
    .map(({ id, content: { from, to = null } }) => {
      const day = certainDay(from, siteDay)
      return { fact: id, from, to, day: day === null || day0 === null ? null : day - day0 }
    })
}

/** Which dose is meant matters from the second on; what an assessment means, wherever one is planned. */
function openReadings(
  { definition, readings }: CalendarInput,
  { course, templates }: { course: Course; templates: readonly VisitTemplate[] },
): string[] {
  const asked = new Set(templates.flatMap(({ assessments }) => assessments.map(readingOf)))
  if (course.given.length > 1) asked.add(AFTER_ADMINISTRATION)
  return definition.readings.map(({ id }) => id).filter(id => asked.has(id) && readings[id] === undefined)
}

/** By day; what has none comes last, in the order of the protocol. */
function inOrder(visits: readonly PlannedVisit[]): PlannedVisit[] {
  const dayIn = ({ planned, done }: PlannedVisit) => planned ?? done?.from.slice(0, 10) ?? '9999'
  return [...visits].sort((a, b) => (dayIn(a) < dayIn(b) ? -1 : Number(dayIn(a) > dayIn(b))))
}
