import { z } from 'zod'
import { plainNumber } from '#shared/core/reports/printed-number.ts'
import { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import type { ScheduleOf } from './schedule-content.ts'
import { at, integerIn, type PlacedProblem, type Problems, problem } from './typed-number.ts'

const Points = z.enum(['', '2', '3'])
const Operator = z.enum(['', 'ge', 'gt'])

const VariationRow = z.strictObject({
  key: z.int(),
  ...{ series: z.string(), by: z.string(), analytical: z.string(), withinSubject: z.string() },
})
export type VariationRow = z.infer<typeof VariationRow>

/** Choices for scores and charts as they stand in the form; empty where nothing was chosen. */
export const ChartingDraft = z.strictObject({
  ...{ grade_1: Points, grade_2: Points, grade_3: Points },
  coagulation: z.enum(['', 'inr', 'pt']),
  bands: z.enum(['', 'mg_dl', 'si']),
  inputDays: z.string(),
  baselineRule: z.enum(['', 'mean', 'last']),
  baselineDays: z.string(),
  variation: z.array(VariationRow),
  ...{ aminotransferase: z.string(), aminotransferaseOperator: Operator },
  ...{ bilirubin: z.string(), bilirubinOperator: Operator },
  ...{ alkalinePhosphatase: z.string(), injuryDays: z.string() },
})
export type ChartingDraft = z.infer<typeof ChartingDraft>

/** What the site chose, as it stands in the form; nothing is preset. */
export function chartingDraftOf(choices: ChartingChoices | undefined): ChartingDraft {
  const { childPugh, baseline, liverInjury, variation = [], inputDays } = choices ?? {}
  const points = (grade: 'grade_1' | 'grade_2' | 'grade_3') =>
    Points.catch('').parse(String(childPugh?.ascites[grade] ?? ''))
  return {
    ...{ grade_1: points('grade_1'), grade_2: points('grade_2'), grade_3: points('grade_3') },
    coagulation: childPugh?.coagulation ?? '',
    bands: childPugh?.bands ?? '',
    inputDays: inputDays?.toString() ?? '',
    baselineRule: baseline?.rule ?? '',
    baselineDays: baseline?.withinDays?.toString() ?? '',
    variation: variation.map(({ by = '', ...rest }, key) => ({ key, by, ...rest })),
    aminotransferase: liverInjury?.aminotransferase.times ?? '',
    aminotransferaseOperator: liverInjury?.aminotransferase.operator ?? '',
    bilirubin: liverInjury?.bilirubin.times ?? '',
    bilirubinOperator: liverInjury?.bilirubin.operator ?? '',
    alkalinePhosphatase: liverInjury?.alkalinePhosphataseBelow ?? '',
    injuryDays: liverInjury?.withinDays.toString() ?? '',
  }
}

const CHILD_PUGH = ['grade_1', 'grade_2', 'grade_3', 'coagulation', 'bands'] as const
const LIVER_INJURY = [
  ...(['aminotransferase', 'aminotransferaseOperator'] as const),
  ...(['bilirubin', 'bilirubinOperator', 'injuryDays'] as const),
] as const

/** A draft as the engine takes it; undefined where something in it is wrong. */
export function chartingOf(
  draft: ChartingDraft,
  { protocol, isTraining }: ScheduleOf,
): ChartingChoices | undefined {
  if (Object.keys(chartingProblems(draft)).length > 0) return undefined
  const inputDays = integerIn(draft.inputDays)
  const withinDays = integerIn(draft.baselineDays)
  return ChartingChoices.safeParse({
    schema: 'lobule.charting/1',
    protocol,
    ...(isTraining && { training: true }),
    ...(isBegun(draft, CHILD_PUGH) && { childPugh: childPughOf(draft) }),
    ...(inputDays !== undefined && { inputDays }),
    ...(draft.baselineRule !== '' && {
      baseline: { rule: draft.baselineRule, ...(withinDays !== undefined && { withinDays }) },
    }),
    variation: draft.variation.map(({ key: _key, by, ...row }) => ({
      series: row.series,
      ...(by.trim() !== '' && { by: by.trim() }),
      analytical: plainNumber(row.analytical),
      withinSubject: plainNumber(row.withinSubject),
    })),
    ...(isBegun(draft, LIVER_INJURY) && { liverInjury: liverInjuryOf(draft) }),
  }).data
}

function childPughOf({ grade_1, grade_2, grade_3, coagulation, bands }: ChartingDraft) {
  const ascites = { grade_1: Number(grade_1), grade_2: Number(grade_2), grade_3: Number(grade_3) }
  return { ascites, coagulation, bands }
}

function liverInjuryOf(draft: ChartingDraft) {
  const { aminotransferase, aminotransferaseOperator, bilirubin, bilirubinOperator } = draft
  const below = plainNumber(draft.alkalinePhosphatase)
  return {
    aminotransferase: { times: plainNumber(aminotransferase), operator: aminotransferaseOperator },
    bilirubin: { times: plainNumber(bilirubin), operator: bilirubinOperator },
    ...(below !== '' && { alkalinePhosphataseBelow: below }),
    withinDays: integerIn(draft.injuryDays),
  }
}

function isBegun(draft: ChartingDraft, fields: readonly (keyof ChartingDraft)[]): boolean {
  return fields.some(field => draft[field] !== '')
}

/** What is wrong in a draft, by place. A score or signal is chosen as a whole or not at all. */
export function chartingProblems(draft: ChartingDraft): Problems {
  const incomplete = [CHILD_PUGH, LIVER_INJURY].flatMap(fields =>
    isBegun(draft, fields) ? fields.filter(field => draft[field] === '') : [],
  )
  const found: PlacedProblem[] = [
    ...incomplete.map(field => at(field, problem('incomplete'))),
    ...[
      ...wholeNumber('inputDays', draft.inputDays, [0, 60]),
      ...wholeNumber('baselineDays', draft.baselineDays, [1, 3650]),
      ...wholeNumber('injuryDays', draft.injuryDays, [0, 60]),
    ],
    ...(draft.baselineRule === '' && draft.baselineDays.trim() !== ''
      ? [at('baselineRule', problem('missing'))]
      : []),
    ...(draft.alkalinePhosphatase.trim() !== '' && !isBegun(draft, LIVER_INJURY)
      ? [at('aminotransferase', problem('incomplete'))]
      : []),
    ...(['aminotransferase', 'bilirubin', 'alkalinePhosphatase'] as const).flatMap(field =>
      draft[field].trim() === '' || isAboveZero(draft[field]) ? [] : [at(field, problem('number'))],
    ),
    ...draft.variation.flatMap(variationProblems),
  ]
  return Object.fromEntries(found)
}

function wholeNumber(place: string, text: string, [min, max]: readonly [number, number]): PlacedProblem[] {
  if (text.trim() === '') return []
  const number = integerIn(text)
  return number === undefined || number < min || number > max ? [at(place, problem('between', min, max))] : []
}

function variationProblems({ key, series, analytical, withinSubject }: VariationRow): PlacedProblem[] {
  const percents = { analytical, withinSubject }
  return [
    ...(series === '' ? [at(`variation.${key}.series`, problem('missing'))] : []),
    ...Object.entries(percents).flatMap(([field, text]): PlacedProblem[] =>
      isAboveZero(text) && Number(plainNumber(text)) <= 200
        ? []
        : [at(`variation.${key}.${field}`, problem('number'))],
    ),
  ]
}

function isAboveZero(text: string): boolean {
  const number = plainNumber(text)
  return /^\d+(?:\.\d+)?$/.test(number) && Number(number) > 0
}
