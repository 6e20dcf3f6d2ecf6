import { boundsOf, type EventTime, PartialDate } from '#shared/core/civil-date.ts'
import { ageAt } from '#shared/core/documents/age-at.ts'
import type { CurrentFact } from '../current-facts.ts'
import type { SubjectData } from '../site-data.ts'
import { contentsOf, earliest, latest, type Study } from './studies.ts'
import { capitals, type Part, type Values } from './written.ts'

const SEX = { female: 'F', male: 'M', unknown: 'U' } as const

/** DM: a person in a trial. */
export function demographics(subject: SubjectData, study: Study, facts: readonly CurrentFact[]): Values {
  const consent = earliest(
    contentsOf(facts, 'consent').flatMap(each =>
      each.status === 'signed' && isOf(each, study) ? [each.on] : [],
    ),
  )
  return {
    SUBJID: subjectNumber(facts, study) ?? subject.screeningNumber,
    ...treatment(facts, study),
    RFICDTC: consent,
    RFPENDTC: latest(lastSeen(facts, study)),
    ...death(facts),
    ...age(subject, consent),
    SEX: SEX[subject.sex],
    SCRNUM: subject.screeningNumber,
    REGDTC: subject.registrationDate,
    INITIALS: subject.initials,
    FULLNAME: subject.fullName,
  }
}

function isOf({ protocol }: { readonly protocol: string }, study: Study): boolean {
  return protocol === study.id
}

function subjectNumber(facts: readonly CurrentFact[], study: Study): string | undefined {
  return contentsOf(facts, 'enrolment').findLast(
    each => isOf(each, study) && each.subjectNumber !== undefined,
  )?.subjectNumber
}

/** From the first dose to the last; what was given is nowhere (trust.md K1). */
function treatment(facts: readonly CurrentFact[], study: Study): Values {
  const doses = contentsOf(facts, 'dose').filter(each => isOf(each, study))
  const end = latest(doses.map(({ from, to }) => to ?? from))
  return { RFSTDTC: study.reference, RFENDTC: end, RFXSTDTC: study.reference, RFXENDTC: end }
}

/** Every day on which the patient was known to take part, or ceased to. */
function lastSeen(facts: readonly CurrentFact[], study: Study): string[] {
  const visits = contentsOf(facts, 'visit').filter(each => isOf(each, study) && each.status === 'done')
  const ended = contentsOf(facts, 'enrolment').filter(each => isOf(each, study))
  const doses = contentsOf(facts, 'dose').filter(each => isOf(each, study))
  if (ended.length + visits.length + doses.length === 0) return []
  return [
    ...visits.map(({ from, to }) => to ?? from),
    ...doses.map(({ from, to }) => to ?? from),
    ...[...ended, ...contentsOf(facts, 'contact'), ...contentsOf(facts, 'death')].map(({ on }) => on),
  ]
}

function death(facts: readonly CurrentFact[]): Values {
  const died = contentsOf(facts, 'death').at(-1)
  return died === undefined ? {} : { DTHDTC: died.on, DTHFL: 'Y' }
}

/** The age at consent, where birth and consent are known well enough to tell. */
function age({ birthDate }: SubjectData, consent: string | undefined): Values {
  if (birthDate === undefined || consent === undefined) return { BRTHDTC: birthDate }
  const years = ageAt(PartialDate.parse(birthDate), boundsOf(consent as EventTime))
  return { BRTHDTC: birthDate, AGE: years, AGEU: years === null ? undefined : 'YEARS' }
}

/**
 * IE: the criteria that are not met on the day that was asked about, of the trials that the patient has to do with and
 * is not in yet: what is answered today of who was enrolled is not what was answered then. Those that are open are no
 * exceptions.
 */
export function exceptions(
  { screenings }: SubjectData,
  facts: readonly CurrentFact[],
  studies: readonly Study[],
): { study: string; id: string; part: Part }[] {
  const isAsked = (protocol: string) =>
    studies.some(({ id }) => id === protocol) &&
    ![...contentsOf(facts, 'enrolment'), ...contentsOf(facts, 'dose')].some(
      each => each.protocol === protocol,
    )
  return screenings
    .filter(({ protocol }) => isAsked(protocol))
    .flatMap(({ protocol, on, screening }) =>
      screening.criteria
        .filter(({ outcome }) => outcome === 'violated')
        .map(({ id, label, side, title, explanation }) => {
          const answer = side === 'inclusion' ? 'N' : 'Y'
          const values = {
            IETESTCD: label.toUpperCase().slice(0, 8),
            IETEST: title.en,
            IECAT: capitals(side),
            IEORRES: answer,
            IESTRESC: answer,
            IEDTC: on,
            IEWHY: explanation.en,
          }
          return { study: protocol, id, part: { domain: 'IE', values } }
        }),
    )
}

/** DV: departures from the protocol, with what the site says of them. */
export function deviations(subject: SubjectData): { study: string; id: string; part: Part }[] {
  return subject.deviations.map(deviation => {
    const values = {
      DVTERM: deviation.text.en,
      DVDECOD: capitals(deviation.kind),
      DVCAT: deviation.class === null ? undefined : capitals(deviation.class),
      DVSTDTC: deviation.on,
      DVREAS: deviation.reason,
      DVACTN: deviation.action,
    }
    return { study: deviation.protocol, id: deviation.id, part: { domain: 'DV', values } }
  })
}
