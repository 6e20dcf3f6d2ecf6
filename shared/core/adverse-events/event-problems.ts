import type { EventTime } from '../civil-date.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { ctcaeEntries } from './ctcae-entries.ts'
import type { EventContent } from './event-source.ts'
import { isBefore } from './order.ts'

/** Something that cannot be, with its field. */
interface Problem {
  readonly path: string
  readonly message: string
}

const BEFORE_START = 'lies before its start'
const BEFORE_ONSET = 'lies before the onset of the event'
const AFTER_END = 'lies after the end of the event'
const BEFORE_GRADE = 'lies before the grade that stands above it'
const NO_GRADE = 'CTCAE v5.0 has no such grade for this term'

/** What cannot be so in an event, whatever else is charted; all other doubts are asked (questions-of.ts). */
export function eventProblems(content: EventContent, siteDay: SiteDay): Problem[] {
  const { from, to, grades } = content
  const end = to === 'ongoing' ? undefined : to
  const isEarlier = (time: EventTime, other: EventTime | undefined) =>
    other !== undefined && isBefore(time, other, siteDay)
  const ofGrades = grades.flatMap(({ from: since }, index) => {
    const path = `grades[${index}].from`
    if (isEarlier(since, from)) return [{ path, message: BEFORE_ONSET }]
    if (end !== undefined && isBefore(end, since, siteDay)) return [{ path, message: AFTER_END }]
    return isEarlier(since, grades[index - 1]?.from) ? [{ path, message: BEFORE_GRADE }] : []
  })
  return [
    ...(end !== undefined && isEarlier(end, from) ? [{ path: 'to', message: BEFORE_START }] : []),
    ...ofGrades,
    ...gradesNotOfTerm(content),
  ]
}

function gradesNotOfTerm({ ctcae, grades }: EventContent): Problem[] {
  if (ctcae === undefined) return []
  const definitions = ctcaeEntries[ctcae].grades
  return grades.flatMap(({ grade }, index) =>
    definitions[grade - 1] === NO_SUCH_GRADE ? [{ path: `grades[${index}].grade`, message: NO_GRADE }] : [],
  )
}

/** How CTCAE prints a grade that a term does not have. */
export const NO_SUCH_GRADE = '-'
