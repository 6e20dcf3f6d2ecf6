import type { FactContentOf } from '#shared/core/facts/content.ts'
import { textOfRows } from '../../chart/form/typed-rows.ts'
import { typedTime } from '../../chart/form/typed-time.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import {
  awareOf,
  filled,
  filledOrAbsent,
  followUpsOf,
  followUpText,
  type Reading,
  readingOf,
  splitAware,
} from './typed-safety.ts'

/** Attributes that are one text or one choice, and stand in the form under their own name. */
const PLAIN = [
  ...['term', 'ctcae', 'organClass', 'serious', 'outcome', 'action', 'treatment', 'narrative'],
  ...['reportedBy', 'infusionReaction', 'complication', 'result'],
] as const

/** An adverse event as somebody would type it. A first grade without a day of its own holds from the onset. */
export function eventValuesOf(content: FactContentOf<'adverse_event'>, timeZone: string): Values {
  const typed = (time: string) => typedTime(time, timeZone)
  const { from, to, grades, criteria, meddra, expectedness, aware, followUps, answers } = content
  const all: Readonly<Record<string, unknown>> = content
  const plain = PLAIN.flatMap(name => (all[name] === undefined ? [] : [[name, String(all[name])] as const]))
  return {
    ...Object.fromEntries(plain),
    ...(from && { from: typed(from) }),
    ...(to && { to: typed(to) }),
    grades: textOfRows(
      grades.map(({ grade, from: since }, index) => ({
        grade: String(grade),
        from: index === 0 && since === from ? '' : typed(since),
      })),
    ),
    ...(criteria && { criteria: criteria.join(' ') }),
    ...(meddra && { meddra: meddra.code, meddraTerm: meddra.term }),
    ...(expectedness && {
      expectedness: expectedness.answer,
      expectednessReference: expectedness.reference,
    }),
    ...splitAware(aware, typed),
    followUps: followUpText(followUps, typed),
    answers: textOfRows((answers ?? []).map(({ question, reason }) => ({ question, reason }))),
  }
}

/** What the form says of an adverse event, for `FactContent` to check. */
export function eventContentOf(values: Values, timeZone: string): Record<string, unknown> {
  const reading = readingOf(values, timeZone)
  const { text, time } = reading
  const criteria = text('criteria')?.split(' ')
  return filled({
    kind: 'adverse_event',
    ...Object.fromEntries(PLAIN.map(name => [name, text(name)])),
    ...{ from: time('from'), to: time('to') },
    grades: gradesOf(reading),
    criteria,
    meddra: filledOrAbsent({ code: text('meddra'), term: text('meddraTerm') }),
    expectedness: filledOrAbsent({ answer: text('expectedness'), reference: text('expectednessReference') }),
    aware: awareOf(reading),
    followUps: followUpsOf(reading),
    answers: answersOf(reading),
  })
}

function gradesOf({ rows, time, timeIn }: Reading): unknown[] {
  return rows('grades').map(({ grade = '', from = '' }, index) => {
    const since = from.trim() === '' ? (index === 0 ? time('from') : undefined) : timeIn(from)
    return filled({ grade: /^[1-5]$/.test(grade) ? Number(grade) : undefined, from: since })
  })
}

/** A question without a reason is still open. */
function answersOf({ rows }: Reading): unknown {
  const answers = rows('answers').filter(({ reason = '' }) => reason.trim() !== '')
  return answers.length === 0
    ? undefined
    : answers.map(({ question, reason = '' }) => ({ question, reason: reason.trim() }))
}
