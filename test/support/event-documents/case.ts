import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { CivilDate, EventTime } from '#shared/core/civil-date.ts'
import type { EventCase } from '#shared/core/documents/event-case.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { Sha256, SignatureId } from '#shared/core/ids.ts'
import { text } from '#shared/core/text.ts'
import { payloadOf } from '../document-payloads.ts'
import { candidate, namedProtocol } from '../named.ts'
import { context } from './invented-context.ts'
import { AUTHOR, at, bleeding, type Event, id, judgement, type Options, usedEvent } from './invented-event.ts'
import { laboratoryAround } from './invented-laboratory.ts'

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
  const named = namedProtocol()
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
