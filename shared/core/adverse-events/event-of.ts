import { dateOf } from '../civil-date.ts'
import { factsOf } from '../schedule/calendar-input.ts'
import { certainDay } from '../schedule/event-days.ts'
import { cdiscStudyDay } from '../schedule/trial-day.ts'
import { ctcaeEntries } from './ctcae-entries.ts'
import { emergenceOf } from './emergence.ts'
import type { EventContent, EventSource } from './event-source.ts'
import type { ListedEvent } from './listed-event.ts'
import type { OrganClass } from './organ-classes.ts'
import { sinceLastDose } from './since-dose.ts'
import { windowsAround } from './windows.ts'

type Computed =
  | 'organClass'
  | 'worst'
  | 'current'
  | 'studyDay'
  | 'sinceDose'
  | 'emergence'
  | 'windows'
  | 'subjectNumber'
  | 'cohort'

/** What the record of one event amounts to in the patient's trial. */
export function eventOf(content: EventContent, source: EventSource): Pick<ListedEvent, Computed> {
  const { calendar, siteDay } = source
  const grades = content.grades.map(({ grade }) => grade)
  return {
    organClass: organClassOf(content),
    worst: grades.length === 0 ? null : Math.max(...grades),
    current: grades.at(-1) ?? null,
    studyDay: studyDayOf(content, source),
    sinceDose: sinceLastDose(content.from, calendar, siteDay),
    emergence: emergenceOf(content, source),
    windows: windowsAround(content.from, source),
    subjectNumber: calendar?.enrolled?.subjectNumber ?? null,
    cohort: cohortOf(source),
  }
}

/** That of the CTCAE term, else what was entered for a term outside the subset. */
export function organClassOf({
  ctcae,
  organClass,
}: Pick<EventContent, 'ctcae' | 'organClass'>): OrganClass | null {
  return ctcae === undefined ? (organClass ?? null) : ctcaeEntries[ctcae].organClass
}

function studyDayOf({ from }: EventContent, { calendar, siteDay }: EventSource): number | null {
  const day = from === undefined ? null : certainDay(from, siteDay)
  const day0 = calendar?.day0 ?? null
  return day === null || day0 === null ? null : cdiscStudyDay(dateOf(day), day0)
}

/** The cohort that was charted last with the enrolment; null for a patient of none. */
export function cohortOf({ facts, calendar }: Pick<EventSource, 'facts' | 'calendar'>): string | null {
  const own = factsOf(facts, 'enrolment').filter(({ content }) => content.protocol === calendar?.protocol)
  const named = own.filter(({ content }) => content.cohort !== undefined)
  return named.sort((a, b) => (a.content.on < b.content.on ? -1 : 1)).at(-1)?.content.cohort ?? null
}
