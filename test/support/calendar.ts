import { CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import type { ChosenReadings } from '#shared/core/protocol/reading.ts'
import type { Calendar, PlannedVisit } from '#shared/core/schedule/calendar.ts'
import type { CalendarInput } from '#shared/core/schedule/calendar-input.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { type Content, factOf } from './chart-builder.ts'
import { nct05106972, nct07413549 } from './protocols.ts'

export const FIRST = 'NCT05106972'
export const SECOND = 'NCT07413549'

/** A site's schedule with these parts, for a protocol; everything else is left empty. */
export function siteSchedule(protocol: string, parts: object = {}): SiteSchedule {
  return SiteSchedule.parse({
    ...{ schema: 'lobule.schedule/1', protocol, protocolVersion: '2.0', approvedOn: '2026-01-05' },
    ...{ windows: [], extraVisits: [], assessments: [] },
    doses: { hasIdentifier: false, checklist: [], stoppingRules: [] },
    ...parts,
  })
}

interface Course {
  readonly today: string
  readonly contents?: readonly Content[]
  readonly schedule?: SiteSchedule
  readonly readings?: ChosenReadings
  readonly scheduled?: { readonly enrolment?: string; readonly doses?: Readonly<Record<number, string>> }
  readonly coagulation?: 'inr' | 'pt'
}

/** What a calendar is computed from; facts are numbered `f-0`, `f-1` in the order given. */
export function calendarInput(definition: ProtocolDefinition, course: Course): CalendarInput {
  const { today, contents = [], schedule, readings = {}, scheduled = {}, coagulation } = course
  const doses = Object.entries(scheduled.doses ?? {})
  return {
    ...{ definition, readings, coagulation, siteDay: localDateOf },
    schedule: schedule && { version: 1, content: schedule },
    facts: contents.map((content, index) => factOf(`f-${index}`, content, today)),
    scheduled: {
      enrolment: scheduled.enrolment === undefined ? undefined : CivilDate.parse(scheduled.enrolment),
      doses: new Map(doses.map(([number, day]) => [Number(number), CivilDate.parse(day)])),
    },
    today: CivilDate.parse(today),
  }
}

/** A patient's calendar in NCT05106972. */
export const firstCalendar = (course: Course): Calendar => calendarOf(calendarInput(nct05106972, course))
/** A patient's calendar in NCT07413549. */
export const secondCalendar = (course: Course): Calendar => calendarOf(calendarInput(nct07413549, course))

/** The visits of one name, in the order of the calendar. */
export function visitsOf({ visits }: Calendar, visit: string): PlannedVisit[] {
  return visits.filter(one => one.visit === visit)
}

/** The one visit of a name. */
export function visitIn(calendar: Calendar, visit: string): PlannedVisit {
  const [found, another] = visitsOf(calendar, visit)
  if (found === undefined || another !== undefined) throw new Error(`not one visit ${visit}`)
  return found
}

/** "Enrolled on", "dose given on", "visit done on": what most calendars rest on. */
export const charted = {
  enrolled: (protocol: string, on: string): Content => ({
    kind: 'enrolment',
    on,
    protocol,
    status: 'enrolled',
  }),
  dose: (protocol: string, number: number, from: string): Content => ({
    kind: 'dose',
    protocol,
    number,
    from,
  }),
  visit: (protocol: string, visit: string, from: string, more: object = {}): Content => ({
    ...{ kind: 'visit', protocol, visit, from, status: 'done' },
    ...more,
  }),
  laboratory: (loinc: string, on: string, more: object = {}): Content => ({
    ...{ kind: 'laboratory', loinc, on, value: '1', unit: '1' },
    ...more,
  }),
}
