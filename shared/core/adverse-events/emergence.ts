import type { EventTime } from '../civil-date.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import type { EventContent, EventSource } from './event-source.ts'
import type { ListedEvent } from './listed-event.ts'
import { isBefore, isFrom } from './order.ts'
import { givenDoses } from './since-dose.ts'

export type Emergence = ListedEvent['emergence']

/**
 * Whether an event began, or got worse, after the first dose (ICH E9: "having been absent pre-treatment, or worsens
 * relative to the pre-treatment state"). Before any dose nothing emerged from treatment.
 */
export function emergenceOf(
  event: EventContent,
  { calendar, siteDay }: Omit<EventSource, 'facts'>,
): Emergence {
  const dose = givenDoses(calendar)[0]?.given.from
  if (dose === undefined) return 'before_treatment'
  if (event.from !== undefined && isFrom(event.from, dose, siteDay)) return 'treatment_emergent'
  const worsening = worsened(event.grades, dose, siteDay)
  if (worsening !== 'before_treatment') return worsening
  return beganBefore(event, dose, siteDay) ? 'before_treatment' : 'unknown'
}

function beganBefore({ from, to, grades }: EventContent, dose: EventTime, siteDay: SiteDay): boolean {
  const known = [from, to === 'ongoing' ? undefined : to, grades[0]?.from]
  return known.some(time => time !== undefined && isBefore(time, dose, siteDay))
}

/** Against the last grade of which it is not certain that it came after the dose. */
function worsened(grades: EventContent['grades'], dose: EventTime, siteDay: SiteDay): Emergence {
  const firstAfter = grades.findIndex(({ from }) => isFrom(from, dose, siteDay))
  const before = firstAfter === -1 ? grades : grades.slice(0, firstAfter)
  const [state, after] = [before.at(-1), grades.slice(before.length)]
  if (state !== undefined && after.some(({ grade }) => grade > state.grade)) return 'treatment_emergent'
  const certain = before.filter(({ from }) => isBefore(from, dose, siteDay)).at(-1)
  const perhaps = before.filter(({ from }) => !isBefore(from, dose, siteDay))
  const isOpen = perhaps.some(({ grade }) => grade > (certain?.grade ?? grade))
  return isOpen ? 'unknown' : 'before_treatment'
}
