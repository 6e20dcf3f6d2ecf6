import type { FactContentOf } from '../facts/content.ts'
import { type LocalizedText, text } from '../text.ts'
import { type RucamCategory, rucamCategory } from './rucam.ts'

export type Rucam = NonNullable<FactContentOf<'causality'>['rucam']>
export type RucamInjury = Rucam['injury']
export type RucamItem = keyof Rucam['items']

/** Points that an item can have, and for what. */
interface RucamChoice {
  readonly points: number
  readonly text: LocalizedText
  /** False where the rule was not read in the original: the clinician scores it. */
  readonly isVerified: boolean
}

const verified = (points: number, en: string, zh: string): RucamChoice => ({
  ...{ points, text: text(en, zh), isVerified: true },
})
const unverified = (points: number, en: string, zh: string): RucamChoice => ({
  ...{ points, text: text(en, zh), isVerified: false },
})

type ByItem = Readonly<Record<RucamItem, readonly RucamChoice[]>>

/** The items that both kinds of injury have alike (PMC8508847, Table 6; PMC6969320, Table 2). */
const alike = {
  concomitant: [
    verified(0, 'none, or of incompatible time', '无，或时间不符'),
    verified(-1, 'of compatible time', '时间相符'),
    verified(-2, 'known to be hepatotoxic', '已知有肝毒性'),
    verified(-3, 'its role in this case is proven', '已证实在本例中起作用'),
  ],
  alternativeCauses: [
    verified(2, 'all causes of groups I and II excluded', '第一组、第二组病因全部排除'),
    unverified(1, 'the 7 causes of group I excluded', '第一组 7 项病因均已排除'),
    unverified(0, '6 or 5 causes of group I excluded', '第一组病因已排除 6 或 5 项'),
    unverified(-2, 'less than 5 causes of group I excluded', '第一组病因排除不足 5 项'),
    verified(-3, 'another cause is highly probable', '其他病因极可能'),
  ],
  previousHepatotoxicity: [
    verified(2, 'in the product information', '说明书已载明'),
    verified(1, 'published, not in the product information', '有文献报告，说明书未载明'),
    verified(0, 'not known', '未知'),
  ],
  rechallenge: [
    verified(3, 'positive', '阳性'),
    unverified(1, 'compatible', '可疑阳性'),
    unverified(-2, 'negative', '阴性'),
    unverified(0, 'not done, or cannot be interpreted', '未进行，或无法解读'),
  ],
} as const satisfies Partial<ByItem>

const risks = (one: LocalizedText): readonly RucamChoice[] => [
  verified(0, 'none', '无'),
  { points: 1, text: one, isVerified: true },
  verified(2, 'both', '两项均有'),
]

/** The points of each item with what they are given for, by kind of injury. Chronic hepatitis B stands in group II itself. */
export const rucamChoices: Readonly<Record<RucamInjury, ByItem>> = {
  hepatocellular: {
    ...alike,
    onset: [
      verified(2, '5 to 90 days (re-exposure: 1 to 15 days)', '5～90 天（再暴露：1～15 天）'),
      verified(
        1,
        'less than 5 or more than 90 days (re-exposure: more than 15 days); or within 15 days of cessation',
        '少于 5 天或多于 90 天（再暴露：多于 15 天）；或停药后 15 天内',
      ),
    ],
    course: [
      verified(3, 'ALT falls by at least 50 % within 8 days', 'ALT 在 8 天内下降 ≥50%'),
      verified(2, 'ALT falls by at least 50 % within 30 days', 'ALT 在 30 天内下降 ≥50%'),
      verified(
        0,
        'no information, continued, or a fall by at least 50 % after day 30',
        '无资料、继续用药，或第 30 天后下降 ≥50%',
      ),
      verified(
        -2,
        'a fall by less than 50 % after day 30, or it rises again',
        '第 30 天后下降 <50%，或再次升高',
      ),
    ],
    riskFactors: risks(
      text(
        'alcohol (more than 2 drinks a day in women, 3 in men), or age 55 or more',
        '饮酒（女性每日超过 2 杯，男性超过 3 杯），或年龄 ≥55 岁',
      ),
    ),
  },
  cholestatic_or_mixed: {
    ...alike,
    onset: [
      verified(2, '5 to 90 days (re-exposure: 1 to 90 days)', '5～90 天（再暴露：1～90 天）'),
      verified(
        1,
        'less than 5 or more than 90 days (re-exposure: more than 90 days); or within 30 days of cessation',
        '少于 5 天或多于 90 天（再暴露：多于 90 天）；或停药后 30 天内',
      ),
    ],
    course: [
      verified(2, 'ALP falls by at least 50 % within 180 days', 'ALP 在 180 天内下降 ≥50%'),
      verified(1, 'ALP falls by less than 50 % within 180 days', 'ALP 在 180 天内下降 <50%'),
      verified(0, 'anything else', '其他情况'),
    ],
    riskFactors: risks(
      text(
        'alcohol (more than 2 drinks a day in women, 3 in men) or pregnancy; or age 55 or more',
        '饮酒（女性每日超过 2 杯，男性超过 3 杯）或妊娠；或年龄 ≥55 岁',
      ),
    ),
  },
}

/** Sum of the items that apply, and its category. */
export function rucamOf({ items }: Pick<Rucam, 'items'>): { total: number; category: RucamCategory } {
  const total = Object.values(items).reduce<number>((sum, points) => sum + (points ?? 0), 0)
  return { total, category: rucamCategory(total) }
}

/** The items whose points the scale does not have for this kind of injury. */
export function unknownPoints({ injury, items }: Rucam): RucamItem[] {
  const given = Object.entries(items) as [RucamItem, number | null][]
  return given
    .filter(
      ([item, points]) => points !== null && !rucamChoices[injury][item].some(one => one.points === points),
    )
    .map(([item]) => item)
}
