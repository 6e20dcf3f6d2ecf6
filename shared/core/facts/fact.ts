import { z } from 'zod'
import { boundsOf, dayOf, type EventTime, localDateOf, OffsetDateTime } from '../civil-date.ts'
import { FactId, Sha256 } from '../ids.ts'
import { FactContent, type FactContentOf } from './content.ts'

/** Where a value comes from: somebody typed it, a row of a file, a report on paper, a device. */
export const FactSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1), sha256: Sha256, row: z.int().min(1) }),
  z.strictObject({ kind: z.literal('report'), reference: z.string().min(1), sha256: Sha256.optional() }),
  z.strictObject({ kind: z.literal('device'), name: z.string().min(1) }),
])
export type FactSource = z.infer<typeof FactSource>

/**
 * One statement about one patient. `enteredAt` is when it was charted, with the site's offset; when it happened
 * stands in the content. A planned event is not a fact yet: nothing may lie after the day of entry.
 */
export const Fact = z
  .strictObject({
    id: FactId,
    version: z.int().min(1).default(1),
    enteredAt: OffsetDateTime,
    author: z.string().min(1),
    source: FactSource,
    content: FactContent,
  })
  .superRefine((fact, context) => {
    for (const { path, message } of timeProblems(fact.content, fact.enteredAt)) {
      context.addIssue({ code: 'custom', path: ['content', path], message })
    }
  })
export type Fact = z.infer<typeof Fact>

/** What is wrong with the times of a content charted at `enteredAt`; each with the field and the fix. */
export function timeProblems(
  content: FactContent,
  enteredAt: OffsetDateTime,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = []
  const times = { on: undefined, from: undefined, to: undefined, ...content }
  const { on, from, to } = times as { [name in 'on' | 'from' | 'to']: EventTime | 'ongoing' | undefined }
  const own = [
    ['on', on],
    ['from', from],
    ['to', to],
  ] as const
  for (const [path, time] of [...own, ...timesWithin(content)]) {
    if (time === undefined || time === 'ongoing' || !isAfter(time, enteredAt)) continue
    problems.push({ path, message: 'lies after it was entered; a planned event is not a fact yet' })
  }
  if (from !== undefined && to !== undefined && to !== 'ongoing') {
    if (boundsOf(to as OffsetDateTime).latest < boundsOf(from as OffsetDateTime).earliest) {
      problems.push({ path: 'to', message: 'lies before `from`; both days are included' })
    }
  }
  return problems
}

/** Times that stand inside a content, each with the path of its field. */
function timesWithin(content: FactContent): (readonly [string, EventTime | undefined])[] {
  if (content.kind === 'adverse_event' || content.kind === 'pregnancy') return safetyTimes(content)
  if (content.kind === 'safety_report') return [['receivedAt', content.receivedAt]]
  // What was noted of an infusion while it ran and after it.
  if (content.kind !== 'dose') return []
  const { watchedUntil, interruptions = [] } = content
  const stops = interruptions.flatMap(
    ({ from, to }, index) =>
      [
        [`interruptions[${index}].from`, from],
        [`interruptions[${index}].to`, to],
      ] as const,
  )
  return [['watchedUntil', watchedUntil], ...stops]
}

function safetyTimes(
  content: FactContentOf<'adverse_event' | 'pregnancy'>,
): (readonly [string, EventTime | undefined])[] {
  const { aware, followUps = [] } = content
  const grades = content.kind === 'adverse_event' ? content.grades : []
  return [
    ['aware.at', aware?.at],
    ...grades.map(({ from }, index) => [`grades[${index}].from`, from] as const),
    ...followUps.map(({ on }, index) => [`followUps[${index}].on`, on] as const),
    ...(content.kind === 'pregnancy' ? [['outcomeOn', content.outcomeOn] as const] : []),
  ]
}

/** Whether a time certainly lies after an instant: by the clock where both are instants, else by the day. */
function isAfter(time: EventTime, instant: OffsetDateTime): boolean {
  if (time.length > 10) return Date.parse(time) > Date.parse(instant)
  return boundsOf(time).earliest > dayOf(localDateOf(instant))
}
