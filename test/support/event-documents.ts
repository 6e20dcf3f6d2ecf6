import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import { CivilDate, EventTime, OffsetDateTime } from '#shared/core/civil-date.ts'
import type { EventCase, LaboratoryAround } from '#shared/core/documents/event-case.ts'
import { type EventLine, EventListing } from '#shared/core/documents/event-listing.ts'
import type { NamedCandidate, NamedProtocol } from '#shared/core/documents/named.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import { FactContent, type FactContentOf } from '#shared/core/facts/content.ts'
import { FactId, PatientId, Sha256, SignatureId } from '#shared/core/ids.ts'
import { CausalitySubject, type UsedFact } from '#shared/core/signatures/subject.ts'
import { text } from '#shared/core/text.ts'
import { payloadOf, sealOf } from './document-payloads.ts'
import { preparedSecond } from './protocols.ts'

interface Options {
  readonly language?: DocumentLanguage
  readonly training?: boolean
}

type Event = FactContentOf<'adverse_event'>

const AUTHOR = '沈知远 Shen Zhiyuan'
const id = (name: string) => FactId.parse(name)
const at = (time: string) => OffsetDateTime.parse(`${time}:00+08:00`)

const candidate: NamedCandidate = {
  patientId: PatientId.parse('patient-1'),
  screeningNumber: 'TR-001',
  initials: 'ZWM',
  subjectNumber: '014',
}

function protocol(): NamedProtocol {
  const { definition, sha256 } = preparedSecond({}).protocol
  return { id: definition.id, version: definition.version, sha256, title: definition.title }
}

/** A bleeding of an invented patient; `change` tells it otherwise. */
export function bleeding(change: Partial<Event> = {}): Event {
  const content = {
    kind: 'adverse_event',
    from: '2026-10-30T21:40:00+08:00',
    to: '2026-11-06',
    term: '呕血，食管胃底静脉曲张破裂出血 Haematemesis, variceal bleeding',
    ctcae: 'esophageal_varices_hemorrhage',
    meddra: { code: '99999999', term: 'invented 虚构' },
    grades: [
      { grade: 4, from: '2026-10-30T21:40:00+08:00' },
      { grade: 3, from: '2026-10-31' },
      { grade: 2, from: '2026-11-04' },
    ],
    serious: 'yes',
    criteria: ['life_threatening', 'hospitalisation'],
    outcome: 'recovered',
    action: 'dose_delayed',
    treatment:
      'Terlipressin 1 mg 每6小时静脉注射；内镜下套扎（6环）；红细胞悬液 4 U。Band ligation, six bands; four units of red cells.',
    narrative:
      '患者于家中进食硬质食物后约2小时呕鲜红色血约600 mL，伴头晕、冷汗，由家属呼叫急救车送至外院急诊，血压 82/48 mmHg，心率 124 次/分。急诊内镜见食管静脉曲张（F3，红色征阳性）活动性出血，予套扎止血，次日转入本院消化内科。转入后未再出血，2026-11-06 出院。\nThe patient vomited about 600 mL of fresh blood two hours after a hard meal, with dizziness and cold sweat. Blood pressure on admission elsewhere was 82/48 mmHg, pulse 124/min. Urgent endoscopy showed active bleeding from oesophageal varices (F3, red signs), which was controlled by band ligation. Transferred the next day; no rebleeding; discharged on 2026-11-06.',
    expectedness: { answer: 'expected', reference: 'Investigator’s brochure 研究者手册 3.0, 2026-01-10' },
    reportedBy: 'other_hospital',
    aware: { at: '2026-10-31T08:20:00+08:00', by: 'Lin Mei 林梅' },
    infusionReaction: 'no',
    complication: 'variceal_bleeding',
    followUps: [
      { on: '2026-11-02', text: '复查血红蛋白 78 g/L，未再呕血。Haemoglobin 78 g/L, no rebleeding.' },
      { on: '2026-11-06T10:00:00+08:00', text: '出院。Discharged.' },
    ],
    answers: [{ question: 'overlaps_same_term', reason: '两次为同一事件的延续。The same event went on.' }],
  }
  return FactContent.parse({ ...content, ...change }) as Event
}

/** As charted, corrected once: the first entry had another grade. */
function usedEvent(content: Event): UsedFact {
  const grades = content.grades.map((one, index) => (index === 0 ? { ...one, grade: 3 } : one))
  return {
    ...{ id: id('event-1'), version: 2, enteredAt: at('2026-11-06T16:05'), author: AUTHOR },
    source: { kind: 'typed' },
    content,
    earlier: [
      {
        ...{ version: 1, enteredAt: at('2026-10-31T08:41'), author: 'Lin Mei 林梅' },
        content: { ...content, grades, to: 'ongoing', followUps: [] },
        reason: '外院病历到达后更正分级 Graded again once the notes of the other hospital had come',
      },
    ],
  }
}

/** A judgement of an event with both aids. */
function judgement(): UsedFact {
  return {
    ...{ id: id('judgement-1'), version: 1, enteredAt: at('2026-11-07T09:30'), author: AUTHOR },
    source: { kind: 'typed' },
    content: FactContent.parse({
      kind: 'causality',
      on: '2026-11-07',
      event: 'event-1',
      product: 'not_related',
      procedure: 'not_related',
      disease: 'related',
      whoUmc: {
        category: 'unlikely',
        answers: {
          ...{ time: 'improbable', otherCauses: 'plausible', withdrawal: 'not_applicable' },
          ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
        },
      },
      ground:
        '首次给药前已有食管静脉曲张出血史，末次给药至发生已67天，出血可由门静脉高压解释。Variceal bleeding before dose 1 already; 67 days after the last dose; explained by portal hypertension.',
      naranjo: [
        'no',
        'yes',
        'not_applicable',
        'unknown',
        'yes',
        'unknown',
        'unknown',
        'unknown',
        'no',
        'yes',
      ],
      rucam: {
        injury: 'hepatocellular',
        items: {
          ...{ onset: 1, course: 0, riskFactors: 1, concomitant: -1, alternativeCauses: -3 },
          ...{ previousHepatotoxicity: 0, rechallenge: null },
        },
      },
      doseLimiting: 'no',
    }),
    earlier: [],
  }
}

function context(): CausalityContext {
  const time = (text: string) => EventTime.parse(text)
  return {
    sinceDoses: [
      { fact: id('dose-1'), number: 1, from: at('2026-03-02T10:00'), days: 242, hours: 5819.7 },
      { fact: id('dose-2'), number: 2, from: at('2026-08-24T10:15'), days: 67, hours: 1619.4 },
      { fact: id('dose-3'), number: 3, from: time('2026-11-16'), days: -17, hours: null },
    ],
    liver: {
      from: CivilDate.parse('2026-09-30'),
      to: CivilDate.parse('2026-11-20'),
      r: { value: 2.14, on: CivilDate.parse('2026-10-31') },
      edish: {
        on: CivilDate.parse('2026-10-31'),
        bilirubinOn: CivilDate.parse('2026-11-02'),
        alt: 3.2,
        bilirubin: 3.05,
        quadrant: 'possible_hys_law',
      },
      mdish: {
        on: CivilDate.parse('2026-10-31'),
        bilirubinOn: CivilDate.parse('2026-11-02'),
        alt: 2.1,
        bilirubin: 1.4,
      },
    },
    medications: [
      {
        fact: id('med-1'),
        text: text('entecavir 0.5 mg once daily', '恩替卡韦 0.5 mg 每日一次'),
        when: '2019-05 –',
        isAtOnset: true,
      },
      {
        fact: id('med-2'),
        text: text('spironolactone 80 mg once daily', '螺内酯 80 mg 每日一次'),
        when: '2025-11-20 –',
        isAtOnset: true,
      },
      {
        fact: id('med-3'),
        text: text('ibuprofen 0.3 g as needed', '布洛芬 0.3 g 必要时'),
        when: '2026-10-12 – 2026-10-18',
        isAtOnset: false,
      },
    ],
    earlier: [
      {
        fact: id('bleeding-0'),
        text: text(
          'upper gastrointestinal bleeding (clinically significant yes)',
          '上消化道出血（有临床意义：是）',
        ),
        when: '2024-09-14 – 2024-09-20',
      },
    ],
    dechallenge: null,
  }
}

/** The facts that the context of the invented event rests on; one result was corrected. */
function restingFacts(): UsedFact[] {
  const fact = (name: string, content: unknown, earlier: UsedFact['earlier'] = []): UsedFact => ({
    ...{ id: id(name), version: earlier.length + 1, enteredAt: at('2026-11-01T09:00'), author: AUTHOR },
    source: { kind: 'report', reference: 'LIS 2026-10-31 0042' },
    content: FactContent.parse(content),
    earlier,
  })
  const alt = {
    ...{ kind: 'laboratory', on: '2026-10-31T06:30:00+08:00', loinc: '1742-6', value: '128', unit: 'U/L' },
    range: { low: '9', high: '50' },
  }
  const dose = { kind: 'dose', protocol: 'NCT07413549', number: 2, from: '2026-08-24T10:15:00+08:00' }
  return [
    fact('dose-2', dose),
    fact('alt-1', alt, [
      {
        ...{ version: 1, enteredAt: at('2026-10-31T09:10'), author: 'Lin Mei 林梅' },
        content: FactContent.parse({ ...alt, value: '182' }),
        reason: '数字顺序抄错 Digits exchanged',
      },
    ]),
    fact('med-1', {
      kind: 'concomitant_medication',
      from: '2019-05',
      to: 'ongoing',
      name: 'entecavir 恩替卡韦',
    }),
  ]
}

/** Everything that is shown where the causality of the invented bleeding is judged. */
function causalitySubject(change: Partial<Event> = {}, training = true): CausalitySubject {
  return CausalitySubject.parse({
    kind: 'causality',
    patientId: candidate.patientId,
    candidate: {
      ...{ screeningNumber: 'TR-001', initials: 'ZWM', sex: 'male', birthDate: '1974-05-18', version: 1 },
      registrationDate: '2026-02-20',
    },
    protocol: protocol(),
    rules: RULES_VERSION,
    safety: 2,
    today: '2026-11-07',
    event: usedEvent(bleeding(change)),
    judgement: judgement(),
    onset: { studyDay: 243, sinceDose: { number: 2, days: 67, hours: 1619.4 } },
    context: context(),
    facts: restingFacts(),
    questions: [
      {
        code: 'overlaps_same_term',
        text: text('It overlaps another event of the same term.', '与同一术语的另一事件时间重叠。'),
        about: ['event-0'],
        answer: '两次为同一事件的延续。The same event went on.',
      },
      {
        code: 'related_against_who_umc',
        text: text('The relation does not fit the category.', '相关性与分类不一致。'),
        about: [],
        answer: null,
      },
    ],
    training,
  })
}

/** The report of an adverse event; `isPreview` where nobody has signed it. */
export function causalityPayload({
  isPreview = false,
  change = {},
  ...options
}: Options & { readonly isPreview?: boolean; readonly change?: Partial<Event> } = {}): DocumentPayload {
  const subject = causalitySubject(change, options.training)
  const seal = isPreview ? null : sealOf('causality_assessment')
  return payloadOf({ kind: 'causality', subject, seal }, options)
}

function laboratoryAround(): LaboratoryAround {
  const test = (
    [abbreviation, en, zh]: readonly [string, string, string],
    [unit, range]: readonly [string, string],
    values: readonly (readonly [string, string, 'high' | 'low' | null])[],
  ): LaboratoryAround['tests'][number] => {
    const [baseline, ...rest] = values.map(([on, printed, flag], index) => ({
      ...{ fact: id(`${abbreviation}-${index}`), on: EventTime.parse(on), printed, unit, range, flag },
    }))
    return { name: text(en, zh), abbreviation, baseline: baseline ?? null, values: rest }
  }
  return {
    from: CivilDate.parse('2026-09-30'),
    to: CivilDate.parse('2026-11-20'),
    tests: [
      test(
        ['HGB', 'haemoglobin', '血红蛋白'],
        ['g/L', '130 – 175'],
        [
          ['2026-02-20', '118', 'low'],
          ['2026-10-30T23:10:00+08:00', '62', 'low'],
          ['2026-10-31T06:30:00+08:00', '71', 'low'],
          ['2026-11-02', '78', 'low'],
          ['2026-11-06', '86', 'low'],
        ],
      ),
      test(
        ['PLT', 'platelets', '血小板'],
        ['10*9/L', '125 – 350'],
        [
          ['2026-02-20', '64', 'low'],
          ['2026-10-31T06:30:00+08:00', '51', 'low'],
          ['2026-11-06', '58', 'low'],
        ],
      ),
      test(
        ['ALT', 'alanine aminotransferase', '丙氨酸氨基转移酶'],
        ['U/L', '9 – 50'],
        [
          ['2026-02-20', '61', 'high'],
          ['2026-10-31T06:30:00+08:00', '128', 'high'],
          ['2026-11-06', '74', 'high'],
        ],
      ),
      test(
        ['TBIL', 'total bilirubin', '总胆红素'],
        ['umol/L', '≤ 23'],
        [
          ['2026-02-20', '50.2', 'high'],
          ['2026-10-31T06:30:00+08:00', '58.9', 'high'],
          ['2026-11-02', '70.1', 'high'],
          ['2026-11-06', '61.4', 'high'],
        ],
      ),
      test(
        ['INR', 'INR', 'INR'],
        ['{INR}', '0.8 – 1.2'],
        [
          ['2026-02-20', '1.38', 'high'],
          ['2026-10-30T23:10:00+08:00', '1.71', 'high'],
          ['2026-11-06', '1.44', 'high'],
        ],
      ),
      test(
        ['CREA', 'creatinine', '肌酐'],
        ['umol/L', '57 – 97'],
        [
          ['2026-02-20', '71', null],
          ['2026-10-31T06:30:00+08:00', '96', null],
          ['2026-11-06', '74', null],
        ],
      ),
    ],
  }
}

const clocks: readonly Clock[] = [
  {
    ...{
      kind: 'sponsor',
      event: id('event-1'),
      title: text('First report to the sponsor', '向申办者首次报告'),
    },
    ...{
      state: 'met',
      from: at('2026-10-31T08:20'),
      dueAt: at('2026-11-01T08:20'),
      hours: 24,
      basis: 'site',
    },
    ...{ metAt: at('2026-10-31T15:02'), report: id('report-1'), lateReason: null, addedSeconds: 0 },
  },
  {
    ...{ kind: 'ethics_committee', event: id('event-1') },
    title: text('First report to the ethics committee', '向伦理委员会首次报告'),
    ...{ state: 'met_late', from: at('2026-10-31T08:20'), dueAt: at('2026-11-01T08:20'), hours: 24 },
    ...{ basis: 'preset', metAt: at('2026-11-02T09:00'), report: id('report-2'), addedSeconds: 0 },
    lateReason: '周末系统停机 The system was down over the weekend',
  },
]

/** The invented bleeding as it is told outside the site. */
export function eventCase(change: Partial<Event> = {}): EventCase {
  const named = protocol()
  return {
    on: CivilDate.parse('2026-11-07'),
    report: { to: 'sponsor', stage: 'follow_up', number: 1 },
    candidate,
    person: {
      ...{ sex: 'male', birthDate: EventTime.parse('1974-05-18') as never, ageYears: 52 },
      weight: { kg: '63.5', on: EventTime.parse('2026-10-26') },
    },
    protocol: named,
    event: usedEvent(bleeding(change)),
    studyDay: 243,
    doses: [
      {
        fact: id('dose-1'),
        content: {
          ...{ kind: 'dose', protocol: named.id, number: 1, from: at('2026-03-02T10:00') },
          ...{ to: at('2026-03-02T11:05'), reaction: 'no' },
        },
      },
      {
        fact: id('dose-2'),
        content: {
          ...{ kind: 'dose', protocol: named.id, number: 2, from: at('2026-08-24T10:15') },
          to: at('2026-08-24T11:40'),
          interruptions: [
            { from: at('2026-08-24T10:50'), to: at('2026-08-24T11:05'), reason: '寒战 chills' },
          ],
          reaction: 'yes',
        },
      },
    ],
    context: context(),
    laboratory: laboratoryAround(),
    history: [
      ['hepatitis B', '乙型肝炎', '1998 –'],
      ['cirrhosis', '肝硬化', '2015-06 –'],
      ['decompensation (manifestation ascites)', '失代偿（表现：腹水）', '2021-03 –'],
      ['upper gastrointestinal bleeding', '上消化道出血', '2024-09-14 – 2024-09-20'],
      [
        'medical history (term type 2 diabetes 2型糖尿病)',
        '既往史（术语：type 2 diabetes 2型糖尿病）',
        '2012 –',
      ],
    ].map(([en = '', zh = '', when = ''], index) => ({
      ...{ fact: id(`history-${index}`), text: text(en, zh), when },
    })),
    judgement: judgement(),
    signature: {
      ...{ id: SignatureId.parse('0199f3a2-8d10-7aa0-8e21-0b6c4d1f9e72'), status: 'current', signer: AUTHOR },
      signedAt: at('2026-11-07T09:41'),
    },
    unblindings: [
      {
        ...{ fact: id('unblinding-1'), on: at('2026-10-31T03:10'), isForEvent: true },
        requestedBy: '急诊医师 Emergency physician',
        performedBy: '随机化服务热线 Hotline of the randomisation service',
        reason: '外院急诊处理需要 Needed for urgent treatment in the other hospital',
      },
    ],
    reports: [
      {
        ...{ fact: id('report-1'), on: at('2026-10-31T15:02'), to: 'sponsor', stage: 'initial' },
        ...{ recipient: '申办者药物警戒部 Sponsor, pharmacovigilance', how: 'EDC + e-mail' },
        ...{ sha256: Sha256.parse('5d1e'.repeat(16)), document: null, receivedAt: at('2026-10-31T15:20') },
        lateReason: null,
      },
      {
        ...{ fact: id('report-2'), on: at('2026-11-02T09:00'), to: 'ethics_committee', stage: 'initial' },
        ...{ recipient: '本院伦理委员会 Ethics committee', how: '纸质递交 on paper' },
        ...{ sha256: Sha256.parse('a07c'.repeat(16)), document: null, receivedAt: null },
        lateReason: '周末系统停机 The system was down over the weekend',
      },
    ],
    clocks: [...clocks],
  }
}

interface CaseOptions extends Options {
  readonly change?: Partial<Event>
  /** Other parts of the case. */
  readonly parts?: Partial<EventCase>
}

export function saeReportPayload({ change = {}, parts = {}, ...options }: CaseOptions = {}): DocumentPayload {
  return payloadOf({ kind: 'sae_report', ...eventCase(change), ...parts }, options)
}

export function caseSummaryPayload({
  change = {},
  parts = {},
  ...options
}: CaseOptions = {}): DocumentPayload {
  return payloadOf({ kind: 'case_summary', ...eventCase(change), ...parts }, options)
}

function line(change: Partial<EventLine>): EventLine {
  const { from, to, term, ctcae, meddra, serious, criteria, outcome, action, expectedness, complication } =
    bleeding()
  return EventListing.shape.events.element.parse({
    ...{ event: 'event-1', version: 2, screeningNumber: 'TR-001', subjectNumber: '014' },
    ...{ protocol: 'NCT07413549', cohort: 'cohort-2', organClass: 'gastrointestinal_disorders' },
    ...{ worst: 4, current: 1, studyDay: 243, sinceDose: { number: 2, days: 67, hours: 1619.4 } },
    emergence: 'treatment_emergent',
    content: {
      ...{ from, to, term, ctcae, meddra, serious, criteria, outcome, action, expectedness, complication },
    },
    causality: {
      ...{ on: '2026-11-07', product: 'not_related', procedure: 'not_related', disease: 'related' },
      ...{ category: 'unlikely', author: AUTHOR, signature: 'current' },
    },
    reports: [
      { to: 'sponsor', stage: 'initial', on: '2026-10-31T15:02:00+08:00' },
      { to: 'ethics_committee', stage: 'initial', on: '2026-11-02T09:00:00+08:00' },
    ],
    ...change,
  })
}

/** The events of an invented site. */
export function eventListingPayload({
  isEmpty = false,
  copies = 1,
  ...options
}: Options & { readonly isEmpty?: boolean; readonly copies?: number } = {}): DocumentPayload {
  const events = Array.from({ length: copies }).flatMap(() => [
    line({}),
    line({
      ...{ event: id('event-2'), screeningNumber: 'TR-004', subjectNumber: '017', cohort: null },
      ...{ organClass: 'general_disorders_and_administration_site_conditions', worst: 2, current: 1 },
      ...{ studyDay: 1, sinceDose: { number: 1, days: 0, hours: 1.4 }, reports: [] },
      content: {
        ...{ from: at('2026-06-08T11:25'), to: at('2026-06-08T14:00'), term: '寒战、低热 Chills, low fever' },
        ...{ ctcae: 'infusion_related_reaction', serious: 'no', outcome: 'recovered' },
        ...{ action: 'infusion_interrupted', infusionReaction: 'yes' },
      },
      causality: {
        ...{ on: EventTime.parse('2026-06-09'), product: 'related', procedure: 'undetermined' },
        ...{ disease: 'not_related', category: 'probable', author: AUTHOR, signature: null },
      },
    }),
    line({
      ...{ event: id('event-3'), screeningNumber: 'TR-009', subjectNumber: null, cohort: null },
      ...{ organClass: null, worst: null, current: null, studyDay: null, sinceDose: null },
      ...{ emergence: 'unknown', causality: null, reports: [] },
      content: { term: '乏力 Tiredness', from: EventTime.parse('2026-10') },
    }),
  ])
  return payloadOf(
    {
      kind: 'event_listing',
      on: CivilDate.parse('2026-11-20'),
      candidate: null,
      protocol: protocol(),
      filter: isEmpty ? { serious: 'yes', atLeastGrade: 3, from: CivilDate.parse('2026-01-01') } : {},
      outOf: events.length,
      events: isEmpty ? [] : events,
    },
    options,
  )
}
