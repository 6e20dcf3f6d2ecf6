import { hash } from 'node:crypto'
import { calendarFile, type DayEvent } from '#main/interchange/i-calendar.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { type CivilDate, dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Calendar, VisitState } from '#shared/core/schedule/calendar.ts'
import { doseTitle } from '#shared/core/schedule/visit-templates.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Conduct } from './calendars.ts'
import type { TrialPatient } from './in-trials.ts'

interface Coming {
  readonly protocol: string
  readonly what: string
  readonly title: LocalizedText
  readonly on: CivilDate
  readonly isTentative: boolean
}

/** What is to come within `days` days as an iCalendar file: screening number and visit, and nothing else of anybody. */
export function visitFile(patients: readonly TrialPatient[], days: number, conduct: Conduct) {
  const { context, today } = conduct
  const { site } = context.session
  const until = dateOf(dayOf(today) + days)
  const events = patients.flatMap(({ patient, calendars }) =>
    calendars
      .flatMap(comingIn)
      .filter(({ on }) => on >= today && on <= until)
      .map(coming => eventOf(patient, coming, conduct)),
  )
  const only = patients.length === 1 ? patients[0]?.patient.screeningNumber : undefined
  const parts = [site.number, ...(only === undefined ? [] : [only]), 'visits', today.replaceAll('-', '')]
  const name = marked(`Lobule ${site.number}`, conduct)
  return {
    fileName: `${parts.map(safePart).join('_')}.ics`,
    text: calendarFile(name, events, context.now()),
    events: events.length,
  }
}

const OPEN: ReadonlySet<VisitState> = new Set(['planned', 'due', 'overdue'])

function comingIn({ protocol, visits, doses }: Calendar): Coming[] {
  const open = visits.flatMap(({ visit, number, title, planned, isProjected, state }): Coming[] => {
    if (planned === null || !OPEN.has(state)) return []
    const what = number === null ? visit : `${visit} ${number}`
    return [{ protocol, what, title, on: planned, isTentative: isProjected }]
  })
  const given = doses.flatMap(({ number, planned, scheduled, isExpected }): Coming[] => {
    const on = scheduled ?? planned
    if (!isExpected || on === null) return []
    const title = doseTitle(number)
    return [{ protocol, what: `dose ${number}`, title, on, isTentative: scheduled === null }]
  })
  return [...open, ...given]
}

/** The name of an event stays when its day moves, so that a calendar that reads the next file moves it too. */
function eventOf({ id, screeningNumber }: PatientRecord, coming: Coming, conduct: Conduct): DayEvent {
  const { protocol, what, title, on, isTentative } = coming
  const { storeId } = conduct.context.session.site
  const uid = hash('sha256', [storeId, id, protocol, what].join('\n')).slice(0, 32)
  const name = marked(`${screeningNumber} · ${bothWords(title)}`, conduct)
  return { uid: `${uid}@lobule`, on, title: name, isTentative }
}

function bothWords({ en, 'zh-CN': zh }: LocalizedText): string {
  return en === zh ? en : `${en} ${zh}`
}

function marked(name: string, { context }: Conduct): string {
  return context.session.site.training === true ? `[TRAINING 培训数据] ${name}` : name
}
