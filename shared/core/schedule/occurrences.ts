import type { FactOf } from './calendar-input.ts'
import { type Basis, type Course, doseOf } from './course.ts'
import { type SiteDay, siteDaysOf } from './event-days.ts'
import type { VisitTemplate } from './visit-templates.ts'

export type VisitFact = FactOf<'visit'>

/** A visit of a template as one patient has it: what it is counted from, and what was charted of it. */
export interface Occurrence {
  readonly template: VisitTemplate
  readonly basis: Basis
  /** The dose that it is counted from, where one visit can be counted from several. */
  readonly number: number | null
  readonly fact: VisitFact | undefined
}

/**
 * The visits of one template. `facts` are those about it. What was charted of a visit keeps the dose that it was counted
 * from when it took place: a dose given later gives further visits, and never another planned day for one that was done.
 */
export function occurrencesOf(
  template: VisitTemplate,
  facts: readonly VisitFact[],
  { course, siteDay }: { course: Course; siteDay: SiteDay },
): Occurrence[] {
  const { anchor } = template
  if (anchor !== 'administration') {
    const own = facts.filter(({ content: { number } }) => isAbout(number, anchor))
    return [{ template, basis: anchor, number: null, fact: chosen(own, siteDay) }]
  }
  const counted = facts.map(fact => ({ fact, dose: countedDose(fact, { course, siteDay }) }))
  const from = (dose: number) => counted.flatMap(one => (one.dose === dose ? [one.fact] : []))
  const visit = (dose: number, number: number | null): Occurrence => {
    return { template, basis: { from: 'dose', number: dose }, number, fact: chosen(from(dose), siteDay) }
  }
  const { given } = course
  const [first = 1, last = first] = [given[0], given.at(-1)]
  switch (course.administration) {
    case 'first':
      return [firstOnly(template, facts, siteDay)]
    case 'each':
      return (given.length === 0 ? [1] : given).map(dose => visit(dose, dose))
    case 'last':
      return [
        ...given.filter(dose => dose !== last && from(dose).length > 0).map(dose => visit(dose, dose)),
        visit(last, null),
      ]
    case undefined:
      return given.length < 2 ? [visit(first, null)] : undecided(template, counted, siteDay)
  }
}

/** Whatever dose a person named with it, there is but one visit. */
function firstOnly(template: VisitTemplate, facts: readonly VisitFact[], siteDay: SiteDay): Occurrence {
  const own = facts.filter(({ content: { number } }) => number === undefined || number === 1)
  return { template, basis: { from: 'dose', number: 1 }, number: null, fact: chosen(own, siteDay) }
}

interface Counted {
  readonly fact: VisitFact
  readonly dose: number
}

/** Up to the second dose every reading counts from the first; what came later is not dated before the site chose. */
function undecided(template: VisitTemplate, counted: readonly Counted[], siteDay: SiteDay): Occurrence[] {
  const [early, later] = [true, false].map(isEarly =>
    counted.flatMap(({ fact, dose }) => ((dose === 1) === isEarly ? [fact] : [])),
  )
  const certain = chosen(early ?? [], siteDay)
  const open = chosen(later ?? [], siteDay)
  return [
    ...(certain ? [{ template, basis: { from: 'dose', number: 1 }, number: 1, fact: certain } as const] : []),
    ...(open || !certain ? [{ template, basis: { from: 'open' }, number: null, fact: open } as const] : []),
  ]
}

/** The dose that a visit names, else the last one given before its first day: no visit is counted from its own day. */
function countedDose(fact: VisitFact, { course, siteDay }: { course: Course; siteDay: SiteDay }): number {
  const { number, from } = fact.content
  const { given } = course
  if (number !== undefined) return number
  const { earliest } = siteDaysOf(from, siteDay)
  const before = given.filter(dose => (doseOf(dose, course)?.given?.day ?? Infinity) < earliest)
  return before.at(-1) ?? given[0] ?? 1
}

function isAbout(number: number | undefined, anchor: Exclude<Basis, { from: 'open' }>): boolean {
  return number === undefined || (anchor.from === 'dose' && anchor.number === number)
}

/** One that took place before one that did not; of several the first. */
function chosen(facts: readonly VisitFact[], siteDay: SiteDay): VisitFact | undefined {
  const start = ({ content }: VisitFact) => siteDaysOf(content.from, siteDay).earliest
  const ordered = [...facts].sort((a, b) => start(a) - start(b))
  return ordered.find(({ content }) => content.status === 'done') ?? ordered[0]
}
