import { excluded } from './absence.ts'
import { type Answer, and, or, sure } from './answer.ts'
import type { Days } from './calendar.ts'
import { type Case, type Charted, charted, courseOf } from './record.ts'

type About = Charted<'negative_finding'>['about']

/** The whole life up to the day of registration. */
export function ever({ on }: Case): Days {
  return { first: Number.NEGATIVE_INFINITY, last: on }
}

export function now({ on }: Case): Days {
  return { first: on, last: on }
}

/** `days` before registration until registration; the farthest day is within. */
export function lately(days: number, { on }: Case): Days {
  return { first: on - days, last: on }
}

/**
 * Whether something of `kind` that `counts` happened in the window. No only where negative findings cover the window;
 * a list of events is never taken for complete. `ruledOut` names what else settles the absence of a kind.
 */
export function occurred<K extends About>(
  kind: K,
  window: Days,
  patient: Case,
  counts: (record: Charted<K>) => Answer = () => 'yes',
  ruledOut: () => boolean = () => false,
): Answer {
  const none = !contradicted(kind, window, patient) && (excluded(kind, window, patient) || ruledOut())
  const events = charted(patient, kind).map(record => and([happenedIn(window, record), counts(record)]))
  return or([...events, none ? 'no' : 'unknown'])
}

/** Whether a record of another kind says what would be denied. */
function contradicted(kind: About, window: Days, patient: Case): boolean {
  const mayLie = (days: Days) =>
    Number.isFinite(days.first) && days.first <= window.last && days.last >= window.first
  const whole = (record: Parameters<typeof courseOf>[0]) => {
    const { start, end } = courseOf(record)
    return mayLie({ first: start.first, last: end.last })
  }
  const began = (manifestation: string) =>
    charted(patient, 'decompensation').some(
      record => record.manifestation === manifestation && mayLie(courseOf(record).start),
    )
  if (kind === 'active_bleeding') return charted(patient, 'upper_gi_bleeding').some(whole)
  if (kind === 'upper_gi_bleeding') return began('variceal_bleeding')
  if (kind === 'hepatic_encephalopathy') return began('encephalopathy')
  if (kind !== 'albumin_infusion') return false
  return charted(patient, 'concomitant_medication').some(record => record.atc === 'B05AA01' && whole(record))
}

/** Whether something charted lies in the window, on all, some or none of the days that it may stand for. */
export function happenedIn(window: Days, record: Parameters<typeof courseOf>[0]): Answer {
  const { start, end } = courseOf(record)
  return sure(
    start.last <= window.last && end.first >= window.first,
    start.first <= window.last && end.last >= window.first,
  )
}

/** Whether a charted value is the one asked for; `missing` is what an absent value means. */
export function is<T>(value: T | undefined, wanted: readonly T[], missing: Answer = 'unknown'): Answer {
  return value === undefined ? missing : wanted.includes(value) ? 'yes' : 'no'
}
