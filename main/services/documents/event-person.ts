import type { EventPatient } from '#main/services/adverse-events/event-patients.ts'
import type { EventContent } from '#shared/core/adverse-events/event-source.ts'
import type { CivilDate, DayBounds, EventTime } from '#shared/core/civil-date.ts'
import { ageAt } from '#shared/core/documents/age-at.ts'
import type { EventCase } from '#shared/core/documents/event-case.ts'
import { historyBefore } from '#shared/core/documents/history-before.ts'
import { laboratoryAround } from '#shared/core/documents/laboratory-around.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { siteDaysOf } from '#shared/core/schedule/event-days.ts'

/** Who the patient was at onset; what cannot be told without its day is null. */
export function personAt(event: EventContent, patient: EventPatient): EventCase['person'] {
  const { sex, birthDate } = patient.patient
  const onset = onsetOf(event, patient)
  return {
    sex,
    birthDate: birthDate ?? null,
    ageYears: birthDate === undefined || onset === undefined ? null : ageAt(birthDate, onset),
    weight: weightUpTo(onset, patient),
  }
}

/** The last weight that may lie before onset; the last of all where onset is not known. */
function weightUpTo(
  onset: DayBounds | undefined,
  { facts, siteDay }: EventPatient,
): EventCase['person']['weight'] {
  const latest = onset?.latest ?? Number.POSITIVE_INFINITY
  const last = factsOf(facts, 'body_weight')
    .filter(({ content }) => siteDaysOf(content.on, siteDay).earliest <= latest)
    .sort((a, b) => siteDaysOf(a.content.on, siteDay).earliest - siteDaysOf(b.content.on, siteDay).earliest)
    .at(-1)
  return last === undefined ? null : { kg: last.content.kg, on: last.content.on }
}

interface Asked {
  readonly today: CivilDate
  readonly firstDose: EventTime | undefined
}

/** Laboratory values around onset, and what the patient had before it. */
export function surroundings(
  event: EventContent,
  patient: EventPatient,
  asked: Asked,
): Pick<EventCase, 'laboratory' | 'history'> {
  const { facts, siteDay } = patient
  const onset = onsetOf(event, patient)
  return {
    laboratory: onset === undefined ? null : laboratoryAround(facts, { ...asked, onset, siteDay }),
    history: historyBefore(facts, onset, siteDay),
  }
}

function onsetOf({ from }: EventContent, { siteDay }: EventPatient): DayBounds | undefined {
  return from === undefined ? undefined : siteDaysOf(from, siteDay)
}
