import { excluded } from './absence.ts'
import { type Answer, and, or, sure } from './answer.ts'
import { askedInVain } from './asked.ts'
import { monthsLater } from './calendar.ts'
import { type Case, type Charted, charted, courseOf } from './record.ts'

/** Cirrhosis for more than five years. Only what is charted can make a course longer. */
export function cirrhosisOverFiveYears(patient: Case): Answer {
  const answers = charted(patient, 'cirrhosis').map(record => lastsOver(60, record, patient))
  return longest('cirrhosis', answers, patient)
}

/**
 * The latest conservative treatment for more than six months, and what `judged` says of it. What was judged before the
 * six months were over needs to be judged again; after the last entry that is assumed.
 */
export function treatedOverSixMonths(
  patient: Case,
  judged: (record: Charted<'conservative_treatment'>) => Answer,
): Answer {
  const { on } = patient
  const begun = charted(patient, 'conservative_treatment').filter(
    record => courseOf(record).start.first <= on,
  )
  const certain = begun.filter(record => courseOf(record).start.last <= on)
  const latest = begun.filter(
    record => !certain.some(other => courseOf(other).start.first > courseOf(record).start.last),
  )
  const records = latest.length > 0 ? latest : charted(patient, 'conservative_treatment')
  const answers = records.map((record): Answer => {
    const answer = and([lastsOver(6, record, patient), judged(record)])
    const inTime = record.entered > laterThan(courseOf(record).start.last, 6) || on > patient.charted
    return answer === 'yes' && !inTime ? 'judge' : answer
  })
  const vain = askedInVain({ about: 'conservative_treatment' }, patient).map((): Answer => 'unknown')
  const agreed = [...answers, ...vain].every(answer => answer === answers[0])
  return longest('conservative_treatment', agreed || answers.length === 0 ? answers : ['unknown'], patient)
}

function lastsOver(months: number, record: Parameters<typeof courseOf>[0], { on }: Case): Answer {
  const { start, end } = courseOf(record)
  return sure(
    Math.min(end.first, on) > laterThan(start.last, months),
    Math.min(end.last, on) > laterThan(start.first, months),
  )
}

function longest(
  kind: 'cirrhosis' | 'conservative_treatment',
  answers: readonly Answer[],
  patient: Case,
): Answer {
  if (answers.length > 0) {
    // A course asked for in vain may be a longer one.
    return or([...answers, ...askedInVain({ about: kind }, patient).map((): Answer => 'unknown')])
  }
  const before = { first: Number.NEGATIVE_INFINITY, last: patient.on }
  return excluded(kind, before, patient) ? 'no' : 'unknown'
}

function laterThan(start: number, months: number): number {
  return Number.isFinite(start) ? monthsLater(start, months) : start
}
