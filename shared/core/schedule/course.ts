import type { DayNumber } from '../civil-date.ts'
import { type LocalizedText, text } from '../text.ts'
import type { CalendarInput, FactOf } from './calendar-input.ts'
import { enrolledFact } from './disposition.ts'
import { countedFrom, type Dose, dosesOf } from './doses.ts'
import { certainDay } from './event-days.ts'
import type { Anchor } from './site-schedule.ts'
import { AFTER_ADMINISTRATION } from './visit-templates.ts'

const ADMINISTRATIONS = ['first', 'last', 'each'] as const
type Administration = (typeof ADMINISTRATIONS)[number]

/** What a patient's visits are counted from. */
export interface Course {
  readonly enrolled: FactOf<'enrolment'> | undefined
  readonly doses: readonly Dose[]
  /** Numbers of the doses given, ascending. */
  readonly given: readonly number[]
  readonly enrolment: AnchorDay
  /** Which dose "after administration" means; undefined where the site has not chosen. */
  readonly administration: Administration | undefined
}

/** A day that something is counted from; null where it is not known. */
interface AnchorDay {
  readonly day: DayNumber | null
  readonly isProjected: boolean
}

/** What one visit of a patient is counted from; `open` where a reading that is not chosen would say it. */
export type Basis = Anchor | { readonly from: 'open' }

/** What has happened to a patient that visits are counted from. */
export function courseOf(input: CalendarInput): Course {
  const enrolled = enrolledFact(input.facts, input.definition.id, input.siteDay)
  const planned = input.scheduled.enrolment
  const enrolment =
    enrolled === undefined
      ? { day: planned === undefined ? null : certainDay(planned, input.siteDay), isProjected: true }
      : { day: certainDay(enrolled.content.on, input.siteDay), isProjected: false }
  const doses = dosesOf(input, enrolment.day)
  return {
    enrolled,
    doses,
    given: doses.flatMap(({ number, given }) => (given ? [number] : [])),
    enrolment,
    administration: ADMINISTRATIONS.find(choice => choice === input.readings[AFTER_ADMINISTRATION]),
  }
}

/** The day that a basis stands for now. */
export function anchorDay(basis: Basis, course: Course): AnchorDay {
  switch (basis.from) {
    case 'enrolment':
      return course.enrolment
    case 'dose':
      return countedFrom(doseOf(basis.number, course))
    case 'open':
      return { day: null, isProjected: false }
  }
}

/** What a basis is called. */
export function anchorText(basis: Basis): LocalizedText {
  switch (basis.from) {
    case 'enrolment':
      return text('day of enrolment', '入组日')
    case 'dose':
      return text(`day of dose ${basis.number}`, `第${basis.number}次给药日`)
    case 'open':
      return text(
        'administration: the site has not chosen after which dose it counts',
        '给药：本中心尚未选定自哪一次给药起算',
      )
  }
}

/** A dose by its number, if there is one. */
export function doseOf(number: number, { doses }: Pick<Course, 'doses'>): Dose | undefined {
  return doses[number - 1]
}
