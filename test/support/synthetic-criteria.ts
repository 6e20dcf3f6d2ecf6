import { Criterion } from '#shared/core/protocol/criterion.ts'
import { Reading } from '#shared/core/protocol/reading.ts'

/*
 * Invented criteria that reach the parts of the rule language that the shipped protocols leave unused: months and
 * years in windows, other anchors, every and any, units to convert, nested readings.
 */

const words = { en: 'invented', 'zh-CN': '虚构' }
const quote = { source: 'invented', text: 'invented' }

const reading = (id: string, ...alternatives: string[]) =>
  Reading.parse({
    id,
    scope: 'eligibility',
    question: words,
    alternatives: alternatives.map(alternative => ({ id: alternative, label: words })),
    quote,
  })

/** The readings that the invented criteria use. */
export const syntheticReadings: readonly Reading[] = [
  reading('edge', 'within', 'outside'),
  reading('month-end', 'last_day', 'next_day'),
  reading('kinds', 'bacterial_only', 'all'),
  reading('freshness', 'no_limit', 'week'),
  reading('strict', 'yes', 'no'),
  reading('counts', 'every', 'any', 'latest'),
]

const edge = { reading: 'edge', cases: { within: 'within', outside: 'outside' } }
const monthEnd = { reading: 'month-end', cases: { last_day: 'last_day', next_day: 'next_day' } }
const freshness = { reading: 'freshness', cases: { no_limit: 'no_limit', week: { amount: 1, unit: 'week' } } }

const within = (amount: number, unit: string, anchor = 'registration') => ({
  kind: 'within',
  period: { amount, unit },
  farthestDay: edge,
  anchor,
  monthEnd,
})
const event = (topic: string, when: unknown, more: object = {}) => ({
  kind: 'event',
  event: { topic, ...more },
  when,
})
const quantity = (analyte: string, compare: string, limit: string, unit: string, more: object) => ({
  kind: 'quantity',
  quantity: { kind: 'analyte', analyte },
  compare,
  limit,
  unit,
  ...more,
})
const duration = (topic: string, measured: string, amount: number, unit: string, where?: unknown[]) => ({
  kind: 'duration',
  event: { topic, ...(where && { where }) },
  measured,
  moreThan: { amount, unit },
  monthEnd,
})
const not = (of: unknown) => ({ kind: 'not', of })

const conditions: readonly (readonly [side: 'inclusion' | 'exclusion', condition: unknown])[] = [
  ['exclusion', event('paracentesis', within(6, 'month'))],
  ['exclusion', event('cell_therapy', within(1, 'year'))],
  ['exclusion', event('tips', within(4, 'week', 'dose'))],
  ['exclusion', event('dialysis', { kind: 'now', anchor: 'today' })],
  ['exclusion', event('anticoagulation', { kind: 'ever', anchor: 'dose' })],
  ['exclusion', event('albumin_infusion', within(0, 'day'))],
  [
    'exclusion',
    event('infection', within(1, 'month'), {
      types: {
        reading: 'kinds',
        cases: { bacterial_only: ['bacterial'], all: ['viral', 'bacterial', 'fungal'] },
      },
    }),
  ],
  [
    'exclusion',
    event('lactation', {
      reading: 'strict',
      cases: { yes: { kind: 'ever' }, no: within(2, 'month', 'today') },
    }),
  ],
  ['inclusion', quantity('bilirubin_total', 'le', '2', 'mg/dL', { maximumAge: freshness, counts: 'every' })],
  [
    'exclusion',
    quantity('albumin', 'lt', '28', 'g/L', { maximumAge: { amount: 10, unit: 'day' }, counts: 'any' }),
  ],
  [
    'inclusion',
    quantity('platelets', 'ge', '50', '10*9/L', {
      maximumAge: freshness,
      counts: { reading: 'counts', cases: { every: 'every', any: 'any', latest: 'latest' } },
    }),
  ],
  [
    'inclusion',
    {
      kind: 'all',
      of: [duration('antiviral_treatment', 'start_to_end', 3, 'month'), { kind: 'sex', is: 'male' }],
    },
  ],
  ['exclusion', not({ kind: 'all', of: [not(event('tips', { kind: 'ever' })), not({ kind: 'never' })] })],
  [
    'exclusion',
    not(
      duration('conservative_treatment', 'start_to_end', 10, 'week', [
        { attribute: 'symptoms', in: ['not_relieved'], judged: true },
        { attribute: 'qualityOfLife', in: ['not_improved'] },
      ]),
    ),
  ],
  [
    'inclusion',
    {
      kind: 'latest',
      of: 'ascites',
      where: [
        { attribute: 'grade', in: { reading: 'strict', cases: { yes: ['none'], no: ['none', 'grade_1'] } } },
      ],
      maximumAge: freshness,
    },
  ],
  [
    'inclusion',
    {
      kind: 'by_reading',
      reading: 'strict',
      cases: {
        yes: {
          kind: 'by_reading',
          reading: 'kinds',
          cases: {
            bacterial_only: duration('cirrhosis', 'since_start', 1, 'year'),
            all: not(event('cirrhosis', { kind: 'now' })),
          },
        },
        no: { kind: 'any', of: [event('cirrhosis', within(18, 'month')), { kind: 'never' }] },
      },
    },
  ],
  [
    'exclusion',
    {
      kind: 'any',
      of: [{ kind: 'attestation', question: 'fit', informedBy: ['ascites'] }, { kind: 'never' }],
    },
  ],
  [
    'exclusion',
    {
      kind: 'latest',
      of: 'hypersplenism',
      where: [{ attribute: 'needsSplenectomy', in: ['yes'], judged: true }],
      maximumAge: { amount: 400, unit: 'day' },
      notApplicable: 'absent',
    },
  ],
  [
    'exclusion',
    {
      ...event('hypersplenism', within(3, 'month'), {
        where: [{ attribute: 'needsSplenectomy', in: ['yes'] }],
      }),
      onlyOne: true,
    },
  ],
  [
    'inclusion',
    event('decompensation', { kind: 'now' }, { where: [{ attribute: 'manifestation', in: ['ascites'] }] }),
  ],
]

/** The invented criteria. */
export const syntheticCriteria: readonly Criterion[] = conditions.map(([side, condition], index) =>
  Criterion.parse({
    id: `synthetic-${index}`,
    label: `S${index}`,
    side,
    concept: 'invented',
    title: words,
    quote,
    condition,
  }),
)
