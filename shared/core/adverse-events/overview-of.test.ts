import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf, localDateOf } from '../civil-date.ts'
import { safety } from '../facts/safety.ts'
import { FactId, PatientId, ProtocolId } from '../ids.ts'
import type { CountedEvent } from './counted.ts'
import type { OrganClass } from './organ-classes.ts'
import { type OverviewInput, overviewOf } from './overview-of.ts'
import { SiteSafety } from './site-safety.ts'
import type { Subject } from './subject.ts'

const PROTOCOL = ProtocolId.parse('NCT07413549')
const TODAY = CivilDate.parse('2026-11-30')
const DOSE = dayOf('2026-01-01')

const safetyOf = (parts: object = {}) =>
  SiteSafety.parse({
    ...{ schema: 'lobule.safety/1', protocol: PROTOCOL, protocolVersion: '1.0', approvedOn: '2026-01-05' },
    ...{ reporting: { sponsorHours: 24 }, cohorts: [{ id: 'low', title: 'Low dose' }], ...parts },
  })

/** Dosed on the first day of 2026 and watched for so many days. */
function subject(patient: string, days: number, parts: Partial<Subject> = {}): Subject {
  return {
    ...{ patientId: PatientId.parse(patient), cohort: 'low', ended: null, doseDays: [DOSE] },
    exposure: { from: DOSE, to: DOSE + days - 1 },
    ...parts,
  }
}

interface Event {
  readonly worst?: number | null
  readonly emergence?: CountedEvent['emergence']
  readonly organClass?: OrganClass
  readonly product?: string
  readonly doseLimiting?: string
  readonly content?: object
}

let count = 0

function event(patient: string, { worst = 1, product, doseLimiting, ...parts }: Event = {}): CountedEvent {
  count += 1
  const { emergence = 'treatment_emergent', organClass = null } = parts
  return {
    ...{
      event: FactId.parse(`event-${count}`),
      patientId: PatientId.parse(patient),
      worst,
      emergence,
      organClass,
    },
    content: safety.adverse_event.parse({
      ...{ kind: 'adverse_event', term: 'x', grades: [], from: '2026-01-05' },
      ...parts.content,
    }),
    causality: product === undefined && doseLimiting === undefined ? null : judged(product, doseLimiting),
  }
}

function judged(product = 'undetermined', doseLimiting?: string): CountedEvent['causality'] {
  const answers = {
    ...{ time: 'reasonable', otherCauses: 'also_possible', withdrawal: 'not_applicable', definitive: 'no' },
    ...{ rechallenge: 'not_done', information: 'sufficient' },
  }
  const content = safety.causality.parse({
    ...{ kind: 'causality', on: '2026-01-06', event: 'event', product, doseLimiting },
    ...{ procedure: 'not_related', disease: 'undetermined', ground: 'the course' },
    whoUmc: { category: 'possible', answers },
  })
  return { fact: FactId.parse('judgement'), version: 1, on: content.on, author: 'chen', content }
}

function overview(input: Partial<OverviewInput>) {
  return overviewOf({
    ...{ protocol: PROTOCOL, today: TODAY, cohort: undefined, safety: safetyOf(), siteDay: localDateOf },
    ...{ subjects: [], events: [] },
    ...input,
  })
}

describe('counts', () => {
  // 366 + 1,095 = 1,461 days are four years.
  const subjects = [subject('p1', 366), subject('p2', 1095)]

  it('give events per 100 patient-years', () => {
    const events = [event('p1'), event('p1'), event('p2')]
    const { patientYears, total } = overview({ subjects, events })
    expect(patientYears).toBe(4)
    expect(total).toMatchObject({ events: 3, patients: 2, per100PatientYears: 75 })
  })

  it('give no rate where nobody was exposed', () => {
    const undated = subject('p1', 1, { exposure: undefined, doseDays: [null] })
    const { dosed, total } = overview({ subjects: [undated], events: [event('p1')] })
    expect([dosed, total.events, total.per100PatientYears]).toEqual([1, 1, null])
  })

  it('leave what began after the exposure, and patients of unknown exposure, out of the rate alone', () => {
    const undated = subject('p3', 1, { exposure: undefined, doseDays: [null] })
    const late = event('p1', { content: { from: '2027-01-02' } })
    const lastDay = event('p1', { content: { from: '2027-01-01' } })
    const dateless = event('p2', { content: { from: undefined } })
    const { total } = overview({
      subjects: [...subjects, undated],
      events: [late, lastDay, dateless, event('p3')],
    })
    // Two events in four years.
    expect(total).toMatchObject({ events: 4, patients: 3, per100PatientYears: 50 })
  })

  it('take each patient once, by the worst grade', () => {
    const events = [
      ...[event('p1', { worst: 2 }), event('p1', { worst: 4 }), event('p1', { worst: null })],
      event('p2', { worst: null }),
    ]
    const { total } = overview({ subjects, events })
    expect(total).toMatchObject({ events: 4, patients: 2, byGrade: [0, 0, 0, 1, 0], ungraded: 1 })
  })

  it('tell serious, related and not assessed events', () => {
    const events = [
      event('p1', { content: { serious: 'yes' }, product: 'related' }),
      event('p1', { content: { serious: 'no' }, product: 'not_related' }),
      event('p1', { content: { criteria: ['hospitalisation'] }, product: 'undetermined' }),
      event('p2'),
    ]
    expect(overview({ subjects, events }).total).toMatchObject({ serious: 2, related: 1, notAssessed: 1 })
  })

  it('keep apart what came before the first dose; what may have come after it counts with the treatment', () => {
    const events = [
      event('p1', { emergence: 'before_treatment' }),
      event('p1', { emergence: 'unknown' }),
      event('p1'),
    ]
    const { beforeTreatment, total } = overview({ subjects, events })
    expect([beforeTreatment, total.events]).toEqual([1, 2])
  })

  it('are given for each organ class, the most frequent first, and for what has none', () => {
    const events = [
      event('p1', { organClass: 'investigations', worst: 3 }),
      event('p1', { organClass: 'gastrointestinal_disorders', worst: 1 }),
      event('p2', { organClass: 'gastrointestinal_disorders', worst: 2 }),
      event('p2'),
    ]
    const { organClasses } = overview({ subjects, events })
    expect(
      organClasses.map(({ organClass, counted }) => [organClass, counted.events, counted.patients]),
    ).toEqual([
      ['gastrointestinal_disorders', 2, 2],
      ['investigations', 1, 1],
      [null, 1, 1],
    ])
    expect(organClasses[0]?.counted).toMatchObject({ byGrade: [1, 1, 0, 0, 0], per100PatientYears: 50 })
    expect(organClasses[1]?.counted.per100PatientYears).toBe(25)
  })

  it('are of one cohort where one is asked for, with its own years', () => {
    const high = subject('p2', 1461, { cohort: 'high' })
    const events = [event('p1'), event('p2'), event('p2', { emergence: 'before_treatment' })]
    const asked = { subjects: [subject('p1', 366), high], events }
    expect(overview({ ...asked, cohort: 'high' })).toMatchObject({
      ...{ cohort: 'high', dosed: 1, patientYears: 4, beforeTreatment: 1 },
      total: { events: 1, patients: 1, per100PatientYears: 25 },
    })
    expect(overview(asked).cohorts).toEqual([
      { id: 'low', title: 'Low dose' },
      { id: 'high', title: 'high' },
    ])
  })
})

describe('complications', () => {
  const subjects = [subject('p1', 300), subject('p2', 300)]
  const bleeding = (patient: string, from: string, to?: string) =>
    event(patient, { content: { complication: 'variceal_bleeding', from, to } })
  const events = [
    ...[
      bleeding('p1', '2026-02-01', '2026-02-03'),
      bleeding('p1', '2026-02-06'),
      bleeding('p1', '2026-04-01'),
    ],
    bleeding('p2', '2026-02-05'),
  ]
  const rowOf = (safety: SiteSafety, complication: string) =>
    overview({ subjects, events, safety }).complications.find(row => row.complication === complication)

  it('are counted by events, by the site’s episodes, and by patients', () => {
    expect(rowOf(safetyOf({ sameEpisodeDays: 7 }), 'variceal_bleeding')).toEqual({
      ...{ complication: 'variceal_bleeding', isOutcome: true, events: 4, episodes: 3, patients: 2 },
    })
  })

  it('have no episodes without a rule of the site', () => {
    expect(rowOf(safetyOf(), 'variceal_bleeding')).toMatchObject({ events: 4, episodes: null, patients: 2 })
  })

  it('stand in the list although nobody had them, those of the record marked', () => {
    const { complications } = overview({})
    expect(
      complications.filter(({ isOutcome }) => isOutcome).map(({ complication }) => complication),
    ).toEqual([...['variceal_bleeding', 'sepsis', 'hepatic_encephalopathy', 'hepatorenal_syndrome']])
    expect(complications).toHaveLength(6)
    const other = overview({ protocol: ProtocolId.parse('NCT05106972') })
    expect(other.complications.some(({ isOutcome }) => isOutcome)).toBe(false)
  })
})

describe('the board of dose-limiting toxicity', () => {
  const limit = (after: 'first_dose' | 'each_dose') =>
    safetyOf({ doseLimiting: { definition: 'grade 3 or higher', windowDays: 28, after } })
  const boardOf = (subjects: Subject[], events: CountedEvent[] = [], after = limit('first_dose')) =>
    overview({ subjects, events, safety: after }).board
  const rowOf = (...args: Parameters<typeof boardOf>) => boardOf(...args)[0]

  it('says nothing without a definition', () => {
    expect(overview({ subjects: [subject('p1', 40)], events: [event('p1')] })).toMatchObject({
      doseLimiting: null,
      board: [],
    })
  })

  it('calls a window complete when its last day is over and the patient was seen then or later', () => {
    // The day of the dose is day 0, so that day 28 is the 29th day.
    expect(rowOf([subject('p1', 29)])).toMatchObject({ treated: 1, complete: 1, observedDays: 29 })
    expect(rowOf([subject('p1', 28)])).toMatchObject({ running: 1, complete: 0, observedDays: 28 })
    expect(rowOf([subject('p1', 100)])).toMatchObject({ complete: 1, observedDays: 29 })
    const today = CivilDate.parse('2026-01-29')
    const [lastDay] = overview({ subjects: [subject('p1', 29)], safety: limit('first_dose'), today }).board
    expect(lastDay).toMatchObject({ running: 1, complete: 0, observedDays: 29 })
  })

  it('tells a window that ended early', () => {
    expect(rowOf([subject('p1', 60, { ended: DOSE + 10 })])).toMatchObject({
      endedEarly: 1,
      observedDays: 11,
    })
    expect(rowOf([subject('p1', 60, { ended: DOSE + 28 })])).toMatchObject({ endedEarly: 0, complete: 1 })
  })

  it('counts a day in the windows of two doses once', () => {
    const twice = subject('p1', 100, { doseDays: [DOSE, DOSE + 14] })
    const row = boardOf([twice], [], limit('each_dose'))[0]
    // Days 0 to 42.
    expect(row).toMatchObject({ complete: 1, observedDays: 43 })
    expect(rowOf([twice])).toMatchObject({ observedDays: 29 })
  })

  it('never calls a window complete whose dose has no day', () => {
    const undated = subject('p1', 100, { doseDays: [DOSE, null] })
    expect(boardOf([undated], [], limit('each_dose'))[0]).toMatchObject({ running: 1, complete: 0 })
  })

  it('counts what was judged dose-limiting, and what in a window still has to be', () => {
    const events = [
      event('p1', { doseLimiting: 'yes' }),
      event('p1', { doseLimiting: 'yes' }),
      event('p1', { doseLimiting: 'no' }),
      event('p1', { doseLimiting: 'undetermined' }),
      event('p1', { product: 'related' }),
      event('p1', { content: { from: '2026-01-29' } }),
      event('p1', { content: { from: '2026-01-30' } }),
      event('p1', { content: { from: '2025-12', grades: [{ grade: 3, from: '2026-01-10' }] } }),
      event('p1', { content: { from: undefined } }),
      event('p1', { emergence: 'before_treatment', content: { from: '2025-12-01' } }),
    ]
    expect(rowOf([subject('p1', 60)], events)).toMatchObject({
      doseLimiting: 2,
      patientsWithDoseLimiting: 1,
      underAssessment: 5,
    })
  })

  it('has a row for every cohort of the site, for one that it has not entered, and for patients of none', () => {
    const subjects = [
      ...[subject('p1', 60, { cohort: null }), subject('p2', 60, { cohort: 'high' })],
      subject('p3', 60, { cohort: 'low', doseDays: [], exposure: undefined }),
    ]
    expect(boardOf(subjects).map(({ cohort, title, treated }) => [cohort, title, treated])).toEqual([
      ['low', 'Low dose', 0],
      ['high', null, 1],
      [null, null, 1],
    ])
  })
})
