import { type CivilDate, dateOf, type EventTime } from '../civil-date.ts'
import type { ProtocolId } from '../ids.ts'
import { type LocalizedText, text } from '../text.ts'
import type { Calendar, PlannedVisit } from './calendar.ts'
import { certainDay, type SiteDay, siteDaysOf } from './event-days.ts'
import { lateEntries } from './late-entries.ts'
import type { Seeing, SeenDeviation } from './seen-deviation.ts'
import { doseTitle } from './visit-templates.ts'

/** Departures from the protocol that a calendar and the facts behind it show, by day. */
export function deviationsOf(calendar: Calendar, seeing: Seeing): SeenDeviation[] {
  return [
    ...calendar.visits.flatMap(visit => [...missed(visit, seeing), ...outOfWindow(visit, seeing)]),
    ...calendar.visits.flatMap(visit => notDone(visit, seeing)),
    ...offPlan(calendar, seeing),
    ...lateEntries(calendar.protocol, seeing),
  ].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

/** Where the window closed, on its last day; where somebody charted it, on the day that they say. */
function missed(visit: PlannedVisit, { siteDay }: Seeing): SeenDeviation[] {
  const { state, missed: charted, planned, window } = visit
  if (state !== 'missed') return []
  const on = charted ? firstDay(charted.from, siteDay) : (window?.to ?? planned)
  if (on === null) return []
  const when = planned === null ? text('', '') : text(` (planned for ${planned})`, `（计划日期${planned}）`)
  const words = charted ? notTaken(visit, when, charted.reason) : notCharted(visit, when, on)
  return [
    {
      key: `missed:${place(visit)}`,
      kind: 'missed_visit',
      on,
      text: words,
      facts: charted ? [charted.fact] : [],
    },
  ]
}

function notTaken({ title }: PlannedVisit, when: LocalizedText, reason: string | null): LocalizedText {
  const because = reason ? text(`: ${reason}`, `：${reason}`) : text('', '')
  return text(
    `${title.en} did not take place${when.en}${because.en}`,
    `${title['zh-CN']}未进行${when['zh-CN']}${because['zh-CN']}`,
  )
}

/** Nobody said that it did not take place: only that no visit is charted is known. */
function notCharted({ title }: PlannedVisit, when: LocalizedText, closed: CivilDate): LocalizedText {
  return text(
    `${title.en} is not charted${when.en}; the site’s window closed on ${closed}`,
    `${title['zh-CN']}无访视记录${when['zh-CN']}；本中心访视窗已于${closed}结束`,
  )
}

function outOfWindow(visit: PlannedVisit, { siteDay }: Seeing): SeenDeviation[] {
  const { done, planned, window, title } = visit
  if (done === null || done.isOutOfWindow !== true || planned === null || window === null) return []
  const off = done.off === null ? text('', '') : offBy(done.off)
  return [
    {
      key: `window:${done.fact}`,
      kind: 'out_of_window_visit',
      on: firstDay(done.from, siteDay),
      text: text(
        `${title.en} outside the site’s window of ${window.from} to ${window.to}: ${off.en}`,
        `${title['zh-CN']}超出本中心访视窗（${window.from}至${window.to}）：${off['zh-CN']}`,
      ),
      facts: [done.fact],
    },
  ]
}

function notDone(visit: PlannedVisit, { siteDay }: Seeing): SeenDeviation[] {
  const { done } = visit
  if (done === null) return []
  return visit.assessments
    .filter(({ state }) => state === 'not_done')
    .map(({ id, title, reason }) => ({
      key: `assessment:${done.fact}:${id}`,
      kind: 'assessment_not_done',
      on: firstDay(done.from, siteDay),
      text: text(
        `${title.en} not done at ${visit.title.en}: ${reason ?? '–'}`,
        `${visit.title['zh-CN']}未完成${title['zh-CN']}：${reason ?? '–'}`,
      ),
      facts: [done.fact],
    }))
}

/** Only against a window that the site entered for the dose. */
function offPlan({ doses }: Calendar, { siteDay }: Seeing): SeenDeviation[] {
  return doses.flatMap(({ number, planned, window, given }): SeenDeviation[] => {
    const day = given && certainDay(given.from, siteDay)
    if (given === null || day === null || planned === null || window === null) return []
    const on = dateOf(day)
    if (on >= window.from && on <= window.to) return []
    const title = doseTitle(number)
    const words = text(
      `${title.en} on ${on}, outside the site’s window of ${window.from} to ${window.to}`,
      `${title['zh-CN']}于${on}进行，超出本中心给药窗（${window.from}至${window.to}）`,
    )
    return [{ key: `dose:${given.fact}`, kind: 'dose_off_plan', on, text: words, facts: [given.fact] }]
  })
}

function offBy(days: number): LocalizedText {
  const count = Math.abs(days)
  const unit = count === 1 ? 'day' : 'days'
  if (days === 0) return text('begun on the planned day', '于计划日开始')
  return days > 0
    ? text(`${count} ${unit} after the planned day`, `较计划日晚${count}天`)
    : text(`${count} ${unit} before the planned day`, `较计划日早${count}天`)
}

/**
 * A visit that did not take place has no fact of its own to be known by. The dose that it is counted from tells it from
 * the same one of another dose, whichever of them the site came to read as meant.
 */
function place({ visit, countedFrom }: PlannedVisit): string {
  return countedFrom === null ? visit : `${visit}:${countedFrom}`
}

function firstDay(time: EventTime, siteDay: SiteDay): CivilDate {
  return dateOf(siteDaysOf(time, siteDay).earliest)
}

/** The key of a deviation over all patients and protocols. */
export function deviationKey(patient: string, protocol: ProtocolId, key: string): string {
  return `${protocol}:${patient}:${key}`
}
