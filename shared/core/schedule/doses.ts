import { type DayNumber, dayOf, type EventTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { type CalendarInput, factsOf } from './calendar-input.ts'
import { certainDay, siteDaysOf } from './event-days.ts'

interface GivenDose {
  readonly fact: Fact
  readonly number: number
  readonly from: EventTime
  readonly to: EventTime | null
  readonly plannedCells: string | null
  readonly givenCells: string | null
  /** Null where it is known to the month only. */
  readonly day: DayNumber | null
}

/** One dose of the protocol for one patient. */
export interface Dose {
  readonly number: number
  /** By the protocol or the site's schedule. */
  readonly planned: DayNumber | null
  readonly scheduled: DayNumber | null
  readonly given: GivenDose | null
  readonly plannedCells: string | null
}

const DOSE_VISIT = /^dose-(\d{1,2})$/

/** The number of the dose that a visit of the record is, or undefined for a visit proper. */
export function doseOfVisit(visit: string): number | undefined {
  const found = DOSE_VISIT.exec(visit)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The name of a dose among the visits of the record. */
export function visitOfDose(number: number): string {
  return `dose-${number}`
}

/** Every dose that the protocol plans, somebody scheduled or somebody gave; without gaps from the first on. */
export function dosesOf(input: CalendarInput, enrolled: DayNumber | null): Dose[] {
  const given = givenDoses(input)
  const { doses: scheduled } = input.scheduled
  const last = Math.max(1, plannedCount(input), ...given.keys(), ...scheduled.keys())
  const doses: Dose[] = []
  for (let number = 1; number <= last; number += 1) {
    const on = scheduled.get(number)
    const own = given.get(number) ?? null
    doses.push({
      number,
      planned: plannedDay(number, doses, { input, enrolled }),
      scheduled: on === undefined ? null : dayOf(on),
      given: own,
      plannedCells: own?.plannedCells ?? plannedCells(input),
    })
  }
  return doses
}

/** The day that something is counted from a dose: as given, else as scheduled, else as planned. */
export function countedFrom(dose: Dose | undefined): { day: DayNumber | null; isProjected: boolean } {
  if (dose?.given) return { day: dose.given.day, isProjected: false }
  return { day: dose?.scheduled ?? dose?.planned ?? null, isProjected: true }
}

function plannedDay(
  number: number,
  before: readonly Dose[],
  { input, enrolled }: { input: CalendarInput; enrolled: DayNumber | null },
): DayNumber | null {
  const visit = input.definition.visits.find(({ id }) => doseOfVisit(id) === number)
  const anchor = input.schedule?.content.windows.find(window => window.visit === visit?.id)?.anchor
  if (visit !== undefined && anchor !== undefined) {
    const from = anchor.from === 'enrolment' ? enrolled : countedFrom(before[anchor.number - 1]).day
    return from === null ? null : from + visit.week * 7
  }
  const weeks = onlyArm(input)?.weeksBetweenDoses
  const { day } = countedFrom(before[number - 2])
  return number === 1 || weeks === undefined || day === null ? null : day + weeks * 7
}

/** By number; of two with one number the earlier. A status `dosed` stands for a first dose without a fact of its own. */
function givenDoses(input: CalendarInput): Map<number, GivenDose> {
  const { siteDay } = input
  const { id: protocol } = input.definition
  const charted = factsOf(input.facts, 'dose')
    .filter(({ content }) => content.protocol === protocol)
    .map((fact): GivenDose => {
      const { number, from, to = null, plannedCells = null, givenCells = null } = fact.content
      return { fact, number, from, to, plannedCells, givenCells, day: certainDay(from, siteDay) }
    })
  const statuses = factsOf(input.facts, 'enrolment')
    .filter(({ content }) => content.protocol === protocol && content.status === 'dosed')
    .map((fact): GivenDose => {
      const { on: from } = fact.content
      const unknown = { to: null, plannedCells: null, givenCells: null }
      return { fact, number: 1, from, ...unknown, day: certainDay(from, siteDay) }
    })
  const start = ({ from }: GivenDose) => siteDaysOf(from, siteDay).earliest
  const ordered = [statuses, charted].flatMap(doses => doses.sort((a, b) => start(b) - start(a)))
  return new Map(ordered.map(dose => [dose.number, dose]))
}

function plannedCount(input: CalendarInput): number {
  return onlyArm(input)?.doses ?? input.schedule?.content.doses.count ?? 0
}

function plannedCells(input: CalendarInput): string | null {
  return input.schedule?.content.doses.cells ?? onlyArm(input)?.cellsPerDose ?? null
}

/** Of several arms nobody here knows which one a patient is in. */
function onlyArm({ definition: { arms } }: CalendarInput) {
  return arms.length === 1 ? arms[0] : undefined
}
