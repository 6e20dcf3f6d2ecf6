import { z } from 'zod'
import { NonNegativeDecimalText } from '../decimal.ts'
import { ProtocolId } from '../ids.ts'
import { SeriesId } from './series.ts'

const limit = NonNegativeDecimalText.refine(text => Number(text) > 0, 'must be above 0')
const percent = limit.refine(text => Number(text) <= 200, 'a percentage of at most 200')

/** How a multiple is compared with its limit: sources differ in exactly this. */
const Limit = z.strictObject({ times: limit, operator: z.enum(['ge', 'gt']) })

/**
 * What the sources of scores and charts leave open and the site decides for a protocol. Everything is optional: what is
 * not chosen is not computed, and the screen says so.
 */
export const ChartingChoices = z.strictObject({
  schema: z.literal('lobule.charting/1'),
  protocol: ProtocolId,
  training: z.literal(true).optional(),
  childPugh: z
    .strictObject({
      /** Points for ascites of each grade (IAC/EASL): none is 1 point. */
      ascites: z.strictObject({
        grade_1: z.union([z.literal(2), z.literal(3)]),
        grade_2: z.union([z.literal(2), z.literal(3)]),
        grade_3: z.union([z.literal(2), z.literal(3)]),
      }),
      coagulation: z.enum(['inr', 'pt']),
      /** The limits of bilirubin and albumin: 2 and 3 mg/dL, or 34 and 51 µmol/L as printed. */
      bands: z.enum(['mg_dl', 'si']),
    })
    .optional(),
  /** Inputs of one score lie at most this many days apart. Not chosen: all of the same calendar day. */
  inputDays: z.int().min(0).max(60).optional(),
  /** What change is measured against. Not chosen: no baseline, no multiples of it, no change from it. */
  baseline: z
    .strictObject({
      rule: z.enum(['mean', 'last']),
      /** Only values of at most this many days before the first dose; not chosen: all before it. */
      withinDays: z.int().min(1).max(3650).optional(),
    })
    .optional(),
  /** Coefficients of variation in percent, from the site's laboratory and examiners; Lobule presets none. */
  variation: z
    .array(
      z.strictObject({
        series: SeriesId,
        /** Only for results of this laboratory or examiner; absent: for all. */
        by: z.string().trim().min(1).max(200).optional(),
        analytical: percent,
        withinSubject: percent,
      }),
    )
    .max(200),
  /** When a laboratory signal of serious liver injury is raised, and within how many days of each other. */
  liverInjury: z
    .strictObject({
      aminotransferase: Limit,
      bilirubin: Limit,
      /** Alkaline phosphatase below this multiple, where the site filters by it. */
      alkalinePhosphataseBelow: limit.optional(),
      withinDays: z.int().min(0).max(60),
    })
    .optional(),
})
export type ChartingChoices = z.infer<typeof ChartingChoices>
