import { describe, expect, it } from 'vitest'
import {
  calendarInput,
  charted,
  FIRST,
  firstCalendar,
  SECOND,
  secondCalendar,
  siteSchedule,
  visitIn,
} from '#test/support/calendar.ts'
import { type Content, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { nct05106972, nct07413549 } from '#test/support/protocols.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import { partsOf } from './assessment-needs.ts'
import { calendarOf } from './plan-calendar.ts'

const { dose, visit, laboratory } = charted
const TODAY = '2026-06-01'
const DAY = '2026-01-08'

interface Setting {
  readonly readings?: ChosenReadings
  readonly coagulation?: 'inr' | 'pt'
  readonly visit?: object
}

/** How an assessment of a visit on 8 January stands. */
function at(
  protocol: typeof FIRST | typeof SECOND,
  id: string,
  contents: readonly Content[],
  setting: Setting = {},
) {
  const name = protocol === FIRST ? 'week-72' : id.endsWith('stiffness') ? 'week-24' : 'week-1'
  const { visit: more = {}, ...rest } = setting
  const course = {
    today: TODAY,
    contents: [dose(protocol, 1, '2026-01-01'), visit(protocol, name, DAY, more), ...contents],
    ...rest,
  }
  const calendar = protocol === FIRST ? firstCalendar(course) : secondCalendar(course)
  const found = visitIn(calendar, name).assessments.find(assessment => assessment.id === id)
  if (found === undefined) throw new Error(`no ${id} at ${name}`)
  return found
}
const first = (id: string, contents: readonly Content[], setting?: Setting) =>
  at(FIRST, id, contents, setting).state
const second = (id: string, contents: readonly Content[], setting?: Setting) =>
  at(SECOND, id, contents, setting).state

const portal = (more: object): Content => ({ kind: 'portal_vein', on: DAY, modality: 'ultrasound', ...more })
const histology = (more: object): Content => ({ kind: 'histology', on: DAY, ...more })
const TBIL = '14631-6'
const [INR, CREATININE, SODIUM, ALBUMIN, PT] = ['6301-6', '14682-9', '2951-2', '1751-7', '5902-2']
const labs = (...codes: string[]) =>
  codes.map(code => laboratory(code, DAY, code === PT ? { control: '12' } : {}))

describe('what an assessment asks for', () => {
  it.each([nct05106972, nct07413549].flatMap(({ id, assessments }) => assessments.map(one => [id, one.id])))(
    'is known for %s %s',
    (_protocol, id) => expect(partsOf(id, { readings: {}, coagulation: undefined })).toBeDefined(),
  )

  it.each<[string, Content, string]>([
    ['total-bilirubin', laboratory(TBIL, DAY), 'entered'],
    ['total-bilirubin', laboratory(TBIL, '2026-01-07'), 'missing'],
    ['total-bilirubin', laboratory(TBIL, '2026-01'), 'missing'],
    ['total-bilirubin', laboratory(ALBUMIN, DAY), 'missing'],
    [
      'total-bilirubin',
      { ...notKnown('laboratory', 'unknown', DAY), analyte: 'bilirubin_total' } as Content,
      'entered',
    ],
    ['immunoglobulin', laboratory('2472-9', DAY), 'entered'],
    ['coagulation', laboratory(INR, DAY), 'entered'],
    ['ishak-inflammation', histology({ interfaceHepatitis: 2 }), 'partly'],
    [
      'ishak-inflammation',
      histology({ interfaceHepatitis: 2, confluentNecrosis: 0, focalNecrosis: 1, portalInflammation: 1 }),
      'entered',
    ],
    ['ishak-fibrosis', histology({ interfaceHepatitis: 2 }), 'missing'],
    ['ishak-fibrosis', notKnown('histology', 'not_applicable', DAY), 'entered'],
    ['portal-vein-width', portal({ diameterMm: '14' }), 'entered'],
    ['portal-vein-width', portal({ meanVelocityCmPerS: '14' }), 'missing'],
    ['liver-cancer', { kind: 'liver_malignancy', from: '2025-12-01' }, 'entered'],
    ['liver-cancer', { kind: 'liver_malignancy', from: '2026-01-09' }, 'missing'],
    [
      'liver-cancer',
      { kind: 'liver_malignancy', from: '2025-12-01', to: '2025-12-01', certainty: 'ruled_out' },
      'missing',
    ],
    ['liver-cancer', { kind: 'liver_malignancy', from: DAY, to: DAY, certainty: 'ruled_out' }, 'entered'],
    ['liver-cancer', noneOf('liver_malignancy', DAY), 'entered'],
    ['liver-cancer', noneOf('liver_malignancy', '2026-01-07'), 'missing'],
    ['liver-cancer', noneOf('liver_malignancy', '2026-03-01', '2026-01-09'), 'missing'],
  ])('%s: %j is %s', (id, content, state) => expect(first(id, [content])).toBe(state))

  it('is survival where the patient came to the visit', () => {
    expect(first('overall-survival', [])).toBe('entered')
  })

  it.each<[string, ChosenReadings, Content, string]>([
    ['portal-vein-flow', {}, portal({ maximumVelocityCmPerS: '20' }), 'entered'],
    ['portal-vein-flow', {}, portal({ flowMlPerMin: '800' }), 'entered'],
    ['portal-vein-flow', { 'portal-flow-rate': 'velocity' }, portal({ flowMlPerMin: '800' }), 'missing'],
    [
      'portal-vein-flow',
      { 'portal-flow-rate': 'volume_flow' },
      portal({ meanVelocityCmPerS: '14' }),
      'missing',
    ],
    [
      'portal-vein-flow',
      { 'portal-flow-rate': 'volume_flow' },
      portal({ meanVelocityCmPerS: '14', diameterMm: '13' }),
      'entered',
    ],
    ['abdominal-volume', {}, { kind: 'abdominal_girth', on: DAY, cm: '90' }, 'entered'],
    [
      'abdominal-volume',
      { 'abdominal-volume': 'ascites_volume' },
      { kind: 'abdominal_girth', on: DAY, cm: '90' },
      'missing',
    ],
    [
      'abdominal-volume',
      { 'abdominal-volume': 'ascites_volume' },
      { kind: 'ascites', on: DAY, grade: 'none' },
      'entered',
    ],
    [
      'abdominal-volume',
      { 'abdominal-volume': 'ascites_volume' },
      { kind: 'ascites', on: DAY, grade: 'grade_2' },
      'missing',
    ],
  ])('%s under %j: %j is %s', (id, readings, content, state) =>
    expect(first(id, [content], { readings })).toBe(state),
  )

  it.each<[string | undefined, string[], string]>([
    [undefined, [TBIL, INR, CREATININE], 'entered'],
    ['original', [TBIL, INR], 'partly'],
    ['meld_na', [TBIL, INR, CREATININE], 'partly'],
    ['meld_na', [TBIL, INR, CREATININE, SODIUM], 'entered'],
    ['meld_3_0', [TBIL, INR, CREATININE, SODIUM], 'partly'],
    ['meld_3_0', [TBIL, INR, CREATININE, SODIUM, ALBUMIN], 'entered'],
  ])('MELD with the reading %s and %j is %s', (variant, codes, state) => {
    const readings: ChosenReadings = variant === undefined ? {} : { 'meld-variant': variant }
    expect(second('meld', labs(...codes), { readings })).toBe(state)
  })

  it('is, for a score, in part where only a limit of an input is known, which is said', () => {
    const limited = (...codes: string[]) =>
      labs(...codes).map((one): Content => ({ ...one, comparator: '<' }) as Content)
    const charted = [...labs(INR, CREATININE), ...limited(TBIL)]
    const meld = at(SECOND, 'meld', charted)
    expect(meld).toMatchObject({ state: 'partly', lacks: [{ en: 'total bilirubin: only a limit is known' }] })
    expect(at(SECOND, 'meld', limited(TBIL, INR, CREATININE)).state).toBe('partly')
    expect(
      at(SECOND, 'child-pugh', limited(INR), { coagulation: 'inr' }).lacks.map(({ en }) => en),
    ).toContain('INR: only a limit is known')
    expect(second('tbil', charted)).toBe('entered')
  })

  it('is, for Child-Pugh, five components of the days of the visit', () => {
    const bedside: Content[] = [
      { kind: 'ascites', on: DAY, grade: 'grade_1' },
      noneOf('hepatic_encephalopathy', DAY),
    ]
    const all = [...labs(TBIL, ALBUMIN, INR), ...bedside]
    expect(second('child-pugh', all)).toBe('entered')
    for (const left of all)
      expect(
        second(
          'child-pugh',
          all.filter(one => one !== left),
        ),
      ).toBe('partly')
    expect(second('child-pugh', all, { coagulation: 'pt' })).toBe('partly')
    const pt = [...labs(TBIL, ALBUMIN, PT), ...bedside]
    expect(second('child-pugh', pt)).toBe('entered')
    expect(second('child-pugh', pt, { coagulation: 'pt' })).toBe('entered')
    const lacking = at(SECOND, 'child-pugh', pt, { coagulation: 'inr' })
    expect(lacking.lacks.map(({ en }) => en)).toEqual(['INR'])
  })

  it.each<[Content, string]>([
    [{ kind: 'hepatic_encephalopathy', from: '2026-01-01', to: DAY, westHaven: 'grade_1' }, 'met'],
    [{ kind: 'hepatic_encephalopathy', from: '2026-01-01', to: 'ongoing', westHaven: 'grade_1' }, 'met'],
    [{ kind: 'hepatic_encephalopathy', from: '2026-01-01', westHaven: 'grade_1' }, 'lacking'],
    [{ kind: 'hepatic_encephalopathy', to: '2026-01-07', westHaven: 'grade_1' }, 'lacking'],
    [noneOf('hepatic_encephalopathy', '2026-01'), 'lacking'],
    [notKnown('hepatic_encephalopathy', 'unknown', DAY), 'met'],
  ])('encephalopathy: %j is %s', (content, expected) => {
    const lacks = at(SECOND, 'child-pugh', [content]).lacks.map(({ en }) => en)
    expect(lacks.includes('hepatic encephalopathy') ? 'lacking' : 'met').toBe(expected)
  })

  it.each([
    ['liver-stiffness', 'liver_stiffness'],
    ['spleen-stiffness', 'spleen_stiffness'],
  ] as const)('%s is a measurement of its own', (id, kind) => {
    expect(second(id, [{ kind, on: DAY, kPa: '18' }])).toBe('entered')
    expect(second(id, [])).toBe('missing')
  })
})

describe('an assessment of a visit', () => {
  it('is awaited or not done where somebody says so, unless the result is there', () => {
    const said = { awaited: ['albumin'], notDone: [{ assessment: 'hbv-dna', reason: 'tube broken' }] }
    expect(first('albumin', [], { visit: said })).toBe('awaited')
    expect(at(FIRST, 'hbv-dna', [], { visit: said })).toMatchObject({
      state: 'not_done',
      reason: 'tube broken',
    })
    expect(first('albumin', [laboratory(ALBUMIN, DAY)], { visit: said })).toBe('entered')
  })

  it('takes results from every day of a visit that went on over some', () => {
    const setting = { visit: { to: '2026-01-10' } }
    expect(first('albumin', [laboratory(ALBUMIN, '2026-01-10T08:00:00+08:00')], setting)).toBe('entered')
    expect(first('albumin', [laboratory(ALBUMIN, '2026-01-11')], setting)).toBe('missing')
  })

  it('is to come while the visit has not taken place, whatever is charted on its day', () => {
    const contents = [dose(FIRST, 1, '2024-12-01'), laboratory(ALBUMIN, '2026-04-19')]
    const { assessments } = visitIn(firstCalendar({ today: '2026-04-19', contents }), 'week-72')
    expect(new Set(assessments.map(({ state }) => state))).toEqual(new Set(['planned']))
  })

  it('of the site’s own was done where the visit says so, and is missing where it says nothing', () => {
    const extra = {
      id: 'week-6',
      title: 'Week 6',
      anchor: { from: 'dose', number: 1 },
      day: 42,
      before: 1,
      after: 1,
    }
    const schedule = siteSchedule(FIRST, {
      extraVisits: [{ ...extra, assessments: ['albumin', 'diary', 'weight-log', 'interview'] }],
      assessments: [
        { id: 'diary', title: 'Diary 日记卡' },
        { id: 'interview', title: 'Interview' },
        { id: 'weight-log', title: 'Weight log' },
      ],
    })
    const notDone = [{ assessment: 'diary', reason: 'forgotten at home' }]
    const said = { notDone, carriedOut: ['weight-log'] }
    const contents = [dose(FIRST, 1, '2026-01-01'), visit(FIRST, 'week-6', '2026-02-12', said)]
    expect(visitIn(firstCalendar({ today: TODAY, contents, schedule }), 'week-6').assessments).toMatchObject([
      { id: 'albumin', source: 'record', state: 'missing' },
      { id: 'diary', source: 'site', state: 'not_done', title: { en: 'Diary 日记卡' } },
      { id: 'weight-log', source: 'site', state: 'entered' },
      { id: 'interview', source: 'site', state: 'missing' },
    ])
  })

  it('belongs to the site’s day of an instant that was written with another offset', () => {
    const contents = [dose(SECOND, 1, '2026-01-01T20:00:00+00:00')]
    const input = calendarInput(nct07413549, { today: TODAY, contents })
    const shanghai = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10)
    const calendar = calendarOf({ ...input, siteDay: time => shanghai(time) as typeof input.today })
    expect(calendar.day0).toBe('2026-01-02')
  })
})
