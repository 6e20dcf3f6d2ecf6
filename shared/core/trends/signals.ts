import { type DayNumber, dateOf } from '../civil-date.ts'
import { type HysLawRule, isHysLawCandidate } from '../scores/hys-law.ts'
import type { ChartingChoices } from './charting-choices.ts'
import type { LiverMultiples, Multiples } from './liver-injury.ts'
import type { LiverInjurySignal } from './series.ts'

type Choice = NonNullable<ChartingChoices['liverInjury']>
type Against = LiverInjurySignal['against']

/** One analyte on one day, against limit or baseline. */
interface Seen {
  readonly day: DayNumber
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

function signalsAgainst(by: Against, choice: Choice, multiples: LiverMultiples): LiverInjurySignal[] {
  const alp = seenIn(multiples.alp, by)
  const rule = ruleOf(choice)
  const enzymes = highest([...seenIn(multiples.alt, by), ...seenIn(multiples.ast, by)])
  const high = enzymes.filter(({ multiple }) => multiple >= rule.transaminase.multiple)
  const jaundiced = seenIn(multiples.bilirubin, by).filter(
    ({ multiple }) => multiple >= rule.bilirubin.multiple,
  )
  const found = new Map<DayNumber, LiverInjurySignal>()
  for (const bilirubin of jaundiced) {
    for (const enzyme of high) {
      if (Math.abs(bilirubin.day - enzyme.day) > choice.withinDays) continue
      const phosphatase = nearest(alp, enzyme.day, choice.withinDays)
      const finding = {
        transaminase: enzyme.multiple,
        bilirubin: bilirubin.multiple,
        alp: phosphatase?.multiple,
        daysToBilirubin: bilirubin.day - enzyme.day,
      }
      if (isHysLawCandidate(finding, rule) === false) continue
      const day = Math.max(bilirubin.day, enzyme.day)
      found.set(day, {
        on: dateOf(day),
        against: by,
        aminotransferase: enzyme.multiple,
        bilirubin: bilirubin.multiple,
        alkalinePhosphatase: phosphatase?.multiple ?? null,
      })
    }
  }
  return [...found.values()]
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
  return [...days.values()].flatMap(multiples => {
    const multiple = multiples[by]
    return multiple === null ? [] : [{ day: multiples.day, multiple }]
  })
}

/** The higher of ALT and AST of each day. */
function highest(seen: readonly Seen[]): Seen[] {
  const byDay = new Map<DayNumber, Seen>()
  for (const one of seen) {
    if (one.multiple > (byDay.get(one.day)?.multiple ?? Number.NEGATIVE_INFINITY)) byDay.set(one.day, one)
  }
  return [...byDay.values()]
}

function nearest(seen: readonly Seen[], day: DayNumber, within: number): Seen | undefined {
  const close = seen.filter(one => Math.abs(one.day - day) <= within)
  return close.sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0]
}
