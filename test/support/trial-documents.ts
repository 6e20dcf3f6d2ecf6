import { analytes } from '#shared/core/analytes.ts'
import { CivilDate, EventTime, OffsetDateTime } from '#shared/core/civil-date.ts'
import type { DeviationList, ListedDeviation } from '#shared/core/documents/deviation-list.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import type { VisitWorksheet } from '#shared/core/documents/visit-worksheet.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { text } from '#shared/core/text.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import { payloadOf } from './document-payloads.ts'
import { candidate, namedProtocol } from './named.ts'
import { trendsFixture } from './trends-fixture.ts'

interface Options {
  readonly language?: DocumentLanguage
  readonly training?: boolean
}

/** A year of trends of an invented patient, as reviewed; `change` tries other ones. */
export function chartReviewPayload(
  options: Options = {},
  change: (trends: Trends) => Trends = trends => trends,
): DocumentPayload {
  return payloadOf(
    {
      kind: 'chart_review',
      candidate,
      protocol: namedProtocol(),
      scheduleVersion: 2,
      chartingVersion: 1,
      asked: null,
      trends: change(reviewed()),
      deviations: [
        {
          on: CivilDate.parse('2026-05-25'),
          kind: 'missed_visit',
          text: text(
            'Week 12 was missed; its window closed on 2026-06-01.',
            '第12周访视缺失，时间窗已于 2026-06-01 关闭。',
          ),
        },
      ],
    },
    options,
  )
}

/** With a result and an event of no known day, and one in a unit that is not converted. */
function reviewed(): Trends {
  const trends = trendsFixture()
  const series = trends.series.map((one, index) => ({
    ...one,
    undated: index === 1 ? 2 : 0,
    notComparable: index === 2 ? 1 : 0,
  }))
  return { ...trends, series, undatedMarks: 1 }
}

/** A visit with every form that a worksheet has. */
export function worksheetPayload(
  options: Options = {},
  change: Partial<VisitWorksheet['visit']> = {},
): DocumentPayload {
  const names = [
    ...(['alanine_aminotransferase', 'aspartate_aminotransferase', 'bilirubin_total', 'albumin'] as const),
    ...(['gamma_glutamyl_transferase', 'alkaline_phosphatase', 'cholinesterase', 'inr'] as const),
    ...(['prothrombin_time', 'prothrombin_activity', 'creatinine', 'sodium', 'hbv_dna'] as const),
  ] as const
  return payloadOf(
    {
      kind: 'visit_worksheet',
      candidate,
      protocol: namedProtocol(),
      scheduleVersion: 2,
      visit: {
        id: 'week-24',
        number: null,
        title: text('Week 24', '第24周'),
        source: 'record',
        day: 168,
        anchor: text('day of dose 1', '第1次给药日'),
        planned: CivilDate.parse('2026-08-17'),
        isProjected: false,
        window: { from: CivilDate.parse('2026-08-10'), to: CivilDate.parse('2026-08-24') },
        dayOfTrial: 168,
        ...change,
      },
      items: [
        {
          id: 'alt',
          title: text('Alanine aminotransferase', '丙氨酸氨基转移酶'),
          source: 'record',
          forms: ['laboratory'],
        },
        {
          id: 'child-pugh',
          title: text('Child-Pugh score', 'Child-Pugh评分'),
          source: 'record',
          forms: ['laboratory', 'ascites', 'encephalopathy'],
        },
        { id: 'portal', title: text('Portal vein', '门静脉'), source: 'record', forms: ['portal_vein'] },
        {
          id: 'liver-stiffness',
          title: text('Liver hardness', '肝脏硬度'),
          source: 'record',
          forms: ['elastography'],
        },
        { id: 'sf-36', title: text('SF-36', 'SF-36'), source: 'site', forms: ['free'] },
      ],
      tests: names.map((id, index) => {
        const { name, abbreviation, unit } = analytes[id]
        const last = { printed: `${40 + index * 1.5}`, on: EventTime.parse('2026-07-20') }
        return { name, abbreviation, unit, last: index === 12 ? null : last }
      }),
    },
    options,
  )
}

const protocolId = ProtocolId.parse('NCT07413549')

const listed: readonly ListedDeviation[] = [
  {
    screeningNumber: 'TR-001',
    protocol: protocolId,
    kind: 'missed_visit',
    on: CivilDate.parse('2026-05-25'),
    text: text('Week 12 was missed.', '第12周访视缺失。'),
    facts: [
      text(
        'visit (visit week-12, status missed), 2026-05-25',
        '访视（访视：week-12，状态：未进行），2026-05-25',
      ),
    ],
    note: {
      class: 'important',
      reason: '患者因急性胃肠炎住外院。Admitted elsewhere for gastroenteritis.',
      action: 'Telephoned; results of the other hospital asked for',
      told: [{ who: 'Sponsor 申办者', on: CivilDate.parse('2026-05-28') }],
      version: 2,
      enteredAt: OffsetDateTime.parse('2026-05-27T10:12:00+08:00'),
      author: '沈知远 Shen Zhiyuan',
    },
  },
  {
    screeningNumber: 'TR-004',
    protocol: protocolId,
    kind: 'late_entry',
    on: CivilDate.parse('2026-06-02'),
    text: text(
      'A result was charted 23 days after its specimen; the site allows 7.',
      '结果于采样23天后录入；本中心规定为7天。',
    ),
    facts: [],
    note: null,
  },
]

/** What an invented site lists; `isEmpty` where nothing deviated. */
export function deviationListPayload({
  isEmpty = false,
  ...options
}: Options & { readonly isEmpty?: boolean } = {}): DocumentPayload {
  const list: DeviationList = {
    kind: 'deviation_list',
    on: CivilDate.parse('2026-11-20'),
    candidate: null,
    protocol: namedProtocol(),
    deviations: isEmpty ? [] : [...listed],
  }
  return payloadOf(list, options)
}
