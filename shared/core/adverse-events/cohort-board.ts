import { type CivilDate, type DayNumber, dayOf } from '../civil-date.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import type { CountedEvent } from './counted.ts'
import type { SafetyOverview } from './overview.ts'
import type { SiteSafety } from './site-safety.ts'
import type { Subject } from './subject.ts'

type Row = SafetyOverview['board'][number]

/** What the board is drawn up from. */
export interface BoardInput {
  readonly safety: Pick<SiteSafety, 'cohorts' | 'doseLimiting'> | undefined
  readonly subjects: readonly Subject[]
  readonly events: readonly CountedEvent[]
  readonly today: CivilDate
  readonly siteDay: SiteDay
}

interface Rule {
  readonly limit: NonNullable<SiteSafety['doseLimiting']>
  readonly today: DayNumber
  readonly siteDay: SiteDay
}

interface Window {
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * Every cohort towards dose-limiting toxicity; empty where the site has no definition of it. Counts of whole cohorts,
 * from which nobody learns who got what (trust.md K1).
 */
export function cohortBoard({ safety, subjects, events, today, siteDay }: BoardInput): Row[] {
  const limit = safety?.doseLimiting
  if (limit === undefined) return []
  const dosed = subjects.filter(({ doseDays }) => doseDays.length > 0)
  const rule = { limit, today: dayOf(today), siteDay }
  return namedCohorts(safety?.cohorts ?? [], dosed).map(({ id, title }) => {
    const own = dosed.filter(({ cohort }) => cohort === id)
    const ids = new Set(own.map(({ patientId }) => patientId))
    const mine = events.filter(({ patientId }) => ids.has(patientId))
    return { cohort: id, title, ...progressOf(own, rule), ...toxicityOf(mine, own, rule) }
  })
}

/** Those that the site has entered, then those of dosed patients that it has not, then those without one. */
function namedCohorts(
  entered: SiteSafety['cohorts'],
  dosed: readonly Subject[],
): { id: string | null; title: string | null }[] {
  const known = new Set<string | null>(entered.map(({ id }) => id))
  const others = [...new Set(dosed.map(({ cohort }) => cohort))].filter(id => !known.has(id))
  const named = others.filter(id => id !== null).sort()
  const nameless = others.includes(null) ? [null] : []
  return [...entered, ...[...named, ...nameless].map(id => ({ id, title: null }))]
}

type Progress = Pick<Row, 'treated' | 'complete' | 'running' | 'endedEarly' | 'observedDays'>

function progressOf(subjects: readonly Subject[], rule: Rule): Progress {
  const states = subjects.map(subject => stateOf(subject, rule))
  const count = (state: ReturnType<typeof stateOf>) => states.filter(one => one === state).length
  return {
    treated: subjects.length,
    complete: count('complete'),
    running: count('running'),
    endedEarly: count('endedEarly'),
    observedDays: subjects.reduce((sum, subject) => sum + observedDays(subject, rule), 0),
  }
}

/** A window is complete when its last day is over and the patient was seen on that day or later. */
function stateOf(subject: Subject, rule: Rule): 'complete' | 'running' | 'endedEarly' {
  const windows = windowsOf(subject, rule)
  const last = Math.max(...windows.map(({ to }) => to))
  // A dose whose day is not known has a window that nobody can call complete.
  if (windows.length < limitedDoses(subject, rule).length) return 'running'
  if (subject.ended !== null && subject.ended < last) return 'endedEarly'
  return rule.today > last && seenUpTo(subject) >= last ? 'complete' : 'running'
}

/** Days within the windows on which the patient was watched; a day in two windows counts once. */
function observedDays(subject: Subject, rule: Rule): number {
  const until = Math.min(seenUpTo(subject), subject.ended ?? Number.POSITIVE_INFINITY)
  let days = 0
  let counted = Number.NEGATIVE_INFINITY
  for (const { from, to } of windowsOf(subject, rule)) {
    const [first, last] = [Math.max(from, counted + 1), Math.min(to, until)]
    days += Math.max(0, last - first + 1)
    counted = Math.max(counted, last)
  }
  return days
}

function seenUpTo({ exposure }: Subject): DayNumber {
  return exposure?.to ?? Number.NEGATIVE_INFINITY
}

function limitedDoses({ doseDays }: Subject, { limit }: Rule): Subject['doseDays'] {
  return limit.after === 'first_dose' ? doseDays.slice(0, 1) : doseDays
}

function windowsOf(subject: Subject, rule: Rule): Window[] {
  return limitedDoses(subject, rule)
    .flatMap(from => (from === null ? [] : [{ from, to: from + rule.limit.windowDays }]))
    .sort((a, b) => a.from - b.from)
}

type Toxicity = Pick<Row, 'doseLimiting' | 'underAssessment' | 'patientsWithDoseLimiting'>

/** Under assessment is what may have begun or got worse in a window, until a judgement says yes or no. */
function toxicityOf(events: readonly CountedEvent[], subjects: readonly Subject[], rule: Rule): Toxicity {
  const windows = new Map(subjects.map(subject => [subject.patientId, windowsOf(subject, rule)]))
  const limiting = events.filter(event => answerOf(event) === 'yes')
  const open = events.filter(event => {
    const answer = answerOf(event)
    return answer !== 'yes' && answer !== 'no' && isWithin(event, windows.get(event.patientId) ?? [], rule)
  })
  return {
    doseLimiting: limiting.length,
    underAssessment: open.length,
    patientsWithDoseLimiting: new Set(limiting.map(({ patientId }) => patientId)).size,
  }
}

function answerOf({ causality }: CountedEvent) {
  return causality?.content.doseLimiting
}

function isWithin(
  { content: { from, grades } }: CountedEvent,
  windows: readonly Window[],
  { siteDay }: Rule,
) {
  const times = [...(from === undefined ? [] : [from]), ...grades.map(grade => grade.from)]
  if (times.length === 0) return true
  return times.some(time => {
    const { earliest, latest } = siteDaysOf(time, siteDay)
    return windows.some(window => earliest <= window.to && latest >= window.from)
  })
}
