import type { DayBounds, EventTime } from '../civil-date.ts'
import { evidenceOf } from '../eligibility/describe.ts'
import type { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import type { CausalityContext } from './context.ts'
import { DAYS_AROUND } from './liver-around.ts'

type Medication = CausalityContext['medications'][number]

const medicines: ReadonlySet<string> = new Set([
  'concomitant_medication',
  'antiviral_treatment',
  'anticoagulation',
])

/**
 * What may have been taken at onset or in the 30 days before it. Where the record does not say when something began or
 * ended, it may have been taken then: a possible cause is not left out for want of a date.
 */
export function medicationsAt(onset: DayBounds, facts: readonly Fact[], siteDay: SiteDay): Medication[] {
  return facts.flatMap((fact): Medication[] => {
    if (!medicines.has(fact.content.kind)) return []
    const { first, last } = takenOn(fact.content as Taken, siteDay)
    if (first > onset.latest || last < onset.earliest - DAYS_AROUND) return []
    const { date: when } = evidenceOf(fact)
    return [{ fact: fact.id, text: namedBy(fact.content), when, isAtOnset: last >= onset.earliest }]
  })
}

/** As charted: the name with its dose, and what it was given for. */
function namedBy(content: FactContent): LocalizedText {
  const { name, agent, dose, indication } = content as Named
  const what = [name ?? agent, dose].filter(part => part !== undefined).join(' ')
  return indication === undefined
    ? verbatim(what)
    : text(`${what} (for ${indication})`, `${what}（${indication}）`)
}

interface Named {
  readonly name?: string
  readonly agent?: string
  readonly dose?: string
  readonly indication?: string
}

interface Taken {
  readonly from?: EventTime
  readonly to?: EventTime | 'ongoing'
}

/** The first and the last day on which it may have been taken. */
function takenOn({ from, to }: Taken, siteDay: SiteDay): { readonly first: number; readonly last: number } {
  const isOpen = to === undefined || to === 'ongoing'
  return {
    first: from === undefined ? Number.NEGATIVE_INFINITY : siteDaysOf(from, siteDay).earliest,
    last: isOpen ? Number.POSITIVE_INFINITY : siteDaysOf(to, siteDay).latest,
  }
}
