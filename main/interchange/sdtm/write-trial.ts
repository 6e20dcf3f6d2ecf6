import type { FactContentOf } from '#shared/core/facts/content.ts'
import { capitals, type Values, type Written, yesNo } from './written.ts'

/** A term of DSDECOD with its category; `cdisc` where the code lists have it. */
export interface DispositionTerm {
  readonly term: string
  readonly category: 'PROTOCOL MILESTONE' | 'DISPOSITION EVENT' | 'OTHER EVENT'
  readonly cdisc: boolean
}

const milestone = (term: string, cdisc = false): DispositionTerm => ({
  term,
  category: 'PROTOCOL MILESTONE',
  cdisc,
})
const disposition = (term: string, cdisc = false): DispositionTerm => ({
  term,
  category: 'DISPOSITION EVENT',
  cdisc,
})

/** What the states of a consent and of an enrolment are in DSDECOD. */
export const dispositions = {
  consent: {
    signed: milestone('INFORMED CONSENT OBTAINED', true),
    not_yet: milestone('INFORMED CONSENT NOT YET OBTAINED'),
    refused: milestone('INFORMED CONSENT REFUSED'),
    withdrawn: disposition('WITHDRAWAL BY SUBJECT', true),
  },
  enrolment: {
    enrolled: milestone('ENROLLED'),
    dosed: milestone('FIRST DOSE'),
    treatment_discontinued: disposition('TREATMENT DISCONTINUED'),
    completed: disposition('COMPLETED', true),
    discontinued: disposition('OTHER', true),
    lost_to_follow_up: disposition('LOST TO FOLLOW-UP', true),
  },
  death: disposition('DEATH', true),
  unblinding: { term: 'EMERGENCY UNBLINDING', category: 'OTHER EVENT', cdisc: false },
} as const satisfies Readonly<Record<string, DispositionTerm | Readonly<Record<string, DispositionTerm>>>>

function disposed({ term, category }: DispositionTerm, on: string, reported = term): Values {
  return { DSTERM: reported, DSDECOD: term, DSCAT: category, DSSTDTC: on }
}

export function writeConsent({ status, on }: FactContentOf<'consent'>): Written {
  const values = disposed(dispositions.consent[status], on)
  return { parts: [{ domain: 'DS', values }], used: ['on', 'protocol', 'status'] }
}

export function writeEnrolment({ status, on, reason }: FactContentOf<'enrolment'>): Written {
  const values = disposed(dispositions.enrolment[status], on, reason)
  return { parts: [{ domain: 'DS', values }], used: ['on', 'protocol', 'status', 'reason'] }
}

export function writeDeath({ on, cause }: FactContentOf<'death'>): Written {
  return { parts: [{ domain: 'DS', values: disposed(dispositions.death, on, cause) }], used: ['on', 'cause'] }
}

/** That the blind was broken, never what it showed (trust.md K1). */
export function writeUnblinding({ on, reason }: FactContentOf<'unblinding'>): Written {
  const values = disposed(dispositions.unblinding, on, reason)
  return { parts: [{ domain: 'DS', values }], used: ['on', 'protocol', 'reason'] }
}

/** CDISC CNTMODE where it has a term. */
export const contactModes = {
  on_site: { term: 'IN PERSON', cdisc: true },
  telephone: { term: 'TELEPHONE CALL', cdisc: true },
  elsewhere: { term: 'ELSEWHERE', cdisc: false },
} as const

export function writeVisit({ visit, status, how, reason, from, to }: FactContentOf<'visit'>): Written {
  const values = {
    VISIT: visit,
    SVPRESP: visit === 'unscheduled' ? undefined : 'Y',
    SVOCCUR: yesNo(status === 'done' ? 'yes' : 'no'),
    SVREASOC: reason,
    SVCNTMOD: how && contactModes[how].term,
    SVSTDTC: from,
    SVENDTC: to,
  }
  const used = ['protocol', 'visit', 'status', 'how', 'reason', 'from', 'to']
  return { parts: [{ domain: 'SV', values }], used }
}

/** The site's checklist before a dose: one row for each of its items, numbered as they were answered. */
export function writeChecklist({ on, answers }: FactContentOf<'dose_checklist'>): Written {
  const parts = answers.map(({ item, answer }, index) => ({
    domain: 'QS' as const,
    values: {
      QSTESTCD: `CHK${String(index + 1).padStart(2, '0')}`,
      QSTEST: item,
      QSCAT: 'CHECKLIST BEFORE A DOSE',
      QSORRES: capitals(answer),
      QSSTRESC: yesNo(answer),
      QSDTC: on,
    },
  }))
  const items = answers.flatMap((_answer, index) => [
    `answers.${index + 1}.item`,
    `answers.${index + 1}.answer`,
  ])
  return { parts, used: ['on', 'protocol', ...items] }
}
