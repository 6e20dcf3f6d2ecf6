import { localDateOf, type OffsetDateTime } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { type FactOf, factsOf } from '../schedule/calendar-input.ts'
import { type LocalizedText, text } from '../text.ts'
import type { Clock } from './clock.ts'
import { type ClockTime, type Noted, secondsPutBack } from './clock-time.ts'
import { isEndedBy } from './event-end.ts'
import type { EventFact } from './event-source.ts'
import { isSerious } from './seriousness.ts'
import { PRESET_SPONSOR_HOURS, type SiteSafety } from './site-safety.ts'

/** What the deadlines of one patient's events are counted from. */
export interface Watch {
  /** All facts of the patient. */
  readonly facts: readonly Fact[]
  /** Undefined where the site has confirmed no deadlines: then the preset runs. */
  readonly safety: Pick<SiteSafety, 'reporting'> | undefined
  readonly time: ClockTime
}

type Report = FactOf<'safety_report'>

/** One thing to be reported by a time. */
interface Duty {
  readonly kind: Clock['kind']
  readonly hours: number
  /** Undefined where nobody charted when the site became aware. */
  readonly from: (Noted & { readonly text: OffsetDateTime }) | undefined
  /** The report that met it. */
  readonly report: Report | undefined
}

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

const titles: Readonly<Record<Clock['kind'], LocalizedText>> = {
  sponsor: text('Report to the sponsor', '向申办方报告'),
  ethics_committee: text('Report to the ethics committee', '向伦理委员会报告'),
  follow_up: text('Follow-up report to the sponsor', '向申办方提交随访报告'),
}

/**
 * The deadlines of one event, at most one of each kind; none for an event that is not serious. A deadline is kept at its
 * last second: late is what comes after it.
 */
export function clocksOf(event: EventFact, watch: Watch): Clock[] {
  if (!isSerious(event.content)) return []
  return dutiesOf(event, watch).map(duty => clockOf(duty, event, watch))
}

function dutiesOf(event: EventFact, watch: Watch): Duty[] {
  const { reporting } = watch.safety ?? {}
  const ethicsHours = reporting?.ethicsCommitteeHours
  const first = (kind: 'sponsor' | 'ethics_committee', hours: number): Duty => ({
    ...{ kind, hours, from: awareness(event, watch.time) },
    report: reportsOf(event, kind, watch).find(({ content }) => content.stage === 'initial'),
  })
  return [
    first('sponsor', reporting?.sponsorHours ?? PRESET_SPONSOR_HOURS),
    ...(ethicsHours === undefined ? [] : [first('ethics_committee', ethicsHours)]),
    ...followUpDuty(event, watch),
  ]
}

/** The reports of an event to one recipient, the earliest first. */
function reportsOf(event: EventFact, to: Report['content']['to'], { facts }: Watch): Report[] {
  return factsOf(facts, 'safety_report')
    .filter(({ content }) => content.event === event.id && content.to === to)
    .sort((a, b) => Date.parse(a.content.on) - Date.parse(b.content.on))
}

/**
 * From the last report to the next one, as long as the event has not ended by then; once it has, how the last one was
 * kept.
 */
function followUpDuty(event: EventFact, watch: Watch): Duty[] {
  const days = watch.safety?.reporting.followUpDays
  const [before, last] = [undefined, ...reportsOf(event, 'sponsor', watch)].slice(-2)
  if (days === undefined || last === undefined) return []
  const hours = days * DAY_HOURS
  const due = watch.time.render(Date.parse(last.content.on) + hours * HOUR_MS)
  const today = localDateOf(watch.time.render(watch.time.now))
  const duty = { kind: 'follow_up' as const, hours }
  if (!isEndedBy(event.content, localDateOf(due), today)) {
    return [{ ...duty, from: sending(last, watch.time), report: undefined }]
  }
  return before === undefined ? [] : [{ ...duty, from: sending(before, watch.time), report: last }]
}

function clockOf({ kind, hours, from, report }: Duty, event: EventFact, { safety, time }: Watch): Clock {
  const known = {
    ...{ kind, event: event.id, title: titles[kind], hours },
    basis: safety === undefined ? ('preset' as const) : ('site' as const),
    metAt: report?.content.on ?? null,
    report: report?.id ?? null,
    lateReason: report?.content.lateReason ?? null,
  }
  // Reported or not: without its start nobody can say whether that was in time.
  if (from === undefined) return { ...known, state: 'no_start', from: null, dueAt: null, addedSeconds: 0 }
  const met = report && sending(report, time)
  const addedSeconds = secondsPutBack(from, met, time)
  const due = from.at + hours * HOUR_MS
  const left = due - addedSeconds * 1000 - (met?.at ?? time.now)
  const state = met === undefined ? openState(left, hours) : left < 0 ? 'met_late' : 'met'
  return { ...known, state, from: from.text, dueAt: time.render(due), addedSeconds }
}

function openState(left: number, hours: number): Clock['state'] {
  if (left < 0) return 'overdue'
  return left <= soonMs(hours) ? 'due_soon' : 'running'
}

/** How long before its end a deadline is due soon: six hours, or a quarter of the time allowed if that is less. */
export function soonMs(hours: number): number {
  return Math.min(6, hours / 4) * HOUR_MS
}

function awareness({ id, content: { aware } }: EventFact, time: ClockTime): Duty['from'] {
  if (aware === undefined) return undefined
  return { text: aware.at, at: Date.parse(aware.at), seq: time.enteredAs(id) ?? 0 }
}

/** A report that is only being entered comes after all that the trail saw. */
function sending({ id, content: { on } }: Report, time: ClockTime): NonNullable<Duty['from']> {
  return { text: on, at: Date.parse(on), seq: time.enteredAs(id) ?? Number.POSITIVE_INFINITY }
}
