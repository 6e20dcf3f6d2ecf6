import { type DayNumber, dateOf } from '../civil-date.ts'
import { type HysLawRule, isHysLawCandidate } from '../scores/hys-law.ts'
import type { ChartingChoices } from './charting-choices.ts'
import type { LiverMultiples, Multiples } from './liver-injury.ts'
import type { LiverInjurySignal } from './series.ts'

type Choice = NonNullable<ChartingChoices['liverInjury']>
type Against = LiverInjurySignal['against']

/** One analyte on one day, against limit or baseline. */
interface Seen extends Pick<Multiples, 'day' | 'isUnfit' | 'isAtLeast'> {
  readonly multiple: number
}

/**
 * The days on which the site's limits were met: that of the later of the two values. Against baseline only where a
 * baseline was abnormal. Where the site asks for an alkaline phosphatase and none was measured, the signal stands with
 * that unknown: what was not measured excludes nothing.
 */
export function signalsOf(
  choice: Choice | undefined,
  multiples: LiverMultiples,
  hasAbnormalBaseline: boolean,
): LiverInjurySignal[] {
  if (choice === undefined) return []
  const against: Against[] = hasAbnormalBaseline ? ['uln', 'baseline'] : ['uln']
  return against
    .flatMap(by => signalsAgainst(by, choice, multiples))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

/** On each day the value measured on it, with the highest of the other in the days before: two pairs at most. */
function signalsAgainst(by: Against, choice: Choice, multiples: LiverMultiples): LiverInjurySignal[] {
  const enzymes = highest([...seenIn(multiples.alt, by), ...seenIn(multiples.ast, by)])
  const bilirubins = highest(seenIn(multiples.bilirubin, by))
  const phosphatases = highest(seenIn(multiples.alp, by))
  const rule = ruleOf(choice)
  const days = [...new Set([...enzymes.keys(), ...bilirubins.keys()])]
  return days.flatMap(day => {
    const before = (seen: ByDay) => highestBefore(seen, day, choice.withinDays)
    const phosphatase = before(phosphatases)
    const pairs = [
      [enzymes.get(day), before(bilirubins)],
      [before(enzymes), bilirubins.get(day)],
    ] as const
    const met = pairs.find(([enzyme, bilirubin]) => {
      if (!enzyme || !bilirubin) return false
      // Most days are far from both limits; the exact comparison is for those that are not.
      if (enzyme.multiple < rule.transaminase.multiple || bilirubin.multiple < rule.bilirubin.multiple)
        return false
      const daysToBilirubin = bilirubin.day - enzyme.day
      const finding = { transaminase: enzyme.multiple, bilirubin: bilirubin.multiple, daysToBilirubin }
      return isHysLawCandidate({ ...finding, alp: phosphatase?.multiple }, rule) !== false
    })
    if (!met?.[0] || !met[1]) return []
    const [enzyme, bilirubin] = [met[0], met[1]]
    return [
      {
        ...{ on: dateOf(day), against: by },
        aminotransferase: enzyme.multiple,
        bilirubin: bilirubin.multiple,
        alkalinePhosphatase: phosphatase?.multiple ?? null,
        isAtLeast: enzyme.isAtLeast || bilirubin.isAtLeast,
        isUnfit: enzyme.isUnfit || bilirubin.isUnfit,
      },
    ]
  })
}

type ByDay = ReadonlyMap<DayNumber, Seen>

function highestBefore(seen: ByDay, day: DayNumber, within: number): Seen | undefined {
  let found: Seen | undefined
  for (let back = 0; back <= within; back += 1) {
    const one = seen.get(day - back)
    if (one !== undefined && one.multiple > (found?.multiple ?? Number.NEGATIVE_INFINITY)) found = one
  }
  return found
}

function ruleOf({ aminotransferase, bilirubin, alkalinePhosphataseBelow, withinDays }: Choice): HysLawRule {
  return {
    transaminase: { compare: aminotransferase.operator, multiple: Number(aminotransferase.times) },
    bilirubin: { compare: bilirubin.operator, multiple: Number(bilirubin.times) },
    alp:
      alkalinePhosphataseBelow === undefined
        ? undefined
        : { compare: 'lt', multiple: Number(alkalinePhosphataseBelow) },
    window: { from: -withinDays, to: withinDays },
  }
}

function seenIn(days: ReadonlyMap<DayNumber, Multiples>, by: Against): Seen[] {
  return [...days.values()].flatMap(({ day, isUnfit, isAtLeast, ...multiples }) => {
    const multiple = multiples[by]
    return multiple === null ? [] : [{ day, isUnfit, isAtLeast, multiple }]
  })
}

/** The highest of each day. */
function highest(seen: readonly Seen[]): ByDay {
  const byDay = new Map<DayNumber, Seen>()
  for (const one of seen) {
    if (one.multiple > (byDay.get(one.day)?.multiple ?? Number.NEGATIVE_INFINITY)) byDay.set(one.day, one)
  }
  return byDay
}
