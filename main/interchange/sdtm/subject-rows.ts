import { type CurrentFact, currentFactsOf } from '../current-facts.ts'
import type { SiteData, SubjectData } from '../site-data.ts'
import { type DayOfTime, siteDays } from '../site-day.ts'
import { contentsOf, type Study, studiesOf } from './studies.ts'
import { studyDays } from './study-days.ts'
import { supplements } from './supplement.ts'
import { writeFact } from './write-fact.ts'
import { demographics, deviations, exceptions } from './write-subject.ts'
import type { Part, Values } from './written.ts'

/** A row that waits for its number. */
interface Waiting {
  readonly study: string
  /** Id of the fact, the criterion or the deviation. */
  readonly id: string
  readonly part: Part
  readonly fact?: { readonly content: CurrentFact['content']; readonly used: readonly string[] }
}

/** All rows of a patient in all data sets, each complete with its identifiers, its number and its study days. */
export function subjectRows(subject: SubjectData, data: SiteData): Part[] {
  const facts = currentFactsOf(subject).toSorted(byEntry)
  const studies = studiesOf(facts, subject, data)
  const person: Values = { USUBJID: `${data.site.number}-${subject.screeningNumber}` }
  const rows = studies.map(study => {
    const values = { ...demographics(subject, study, facts), SITEID: data.site.number }
    return { domain: 'DM' as const, values: { STUDYID: study.id, DOMAIN: 'DM', ...person, ...values } }
  })
  const waiting = [
    ...factRows(facts, studies),
    ...exceptions(subject, facts, studies),
    ...deviations(subject),
  ]
  return [...rows, ...numbered(waiting, studies, { person, siteDay: siteDaysIn(data) })]
}

const knownDays = new WeakMap<SiteData, DayOfTime>()

/** One for all patients of an export: it remembers the days that it was asked for. */
function siteDaysIn(data: SiteData): DayOfTime {
  const known = knownDays.get(data) ?? siteDays(data.site.timeZone)
  knownDays.set(data, known)
  return known
}

function factRows(facts: readonly CurrentFact[], studies: readonly Study[]): Waiting[] {
  const judgements = contentsOf(facts, 'causality')
  const main = studies[0]?.id ?? ''
  return facts.flatMap(fact => {
    const { content, id } = fact
    const { parts, used } = writeFact(fact, judgements)
    const study = 'protocol' in content ? content.protocol : main
    // What stands in no row is told once, beside the first.
    return parts.map((part, index) => ({ study, id, part, ...(index === 0 && { fact: { content, used } }) }))
  })
}

/** Numbers the rows of each data set by their time and gives them what is theirs; then the supplements, which refer to the numbers. */
function numbered(
  waiting: readonly Waiting[],
  studies: readonly Study[],
  whose: Pick<Place, 'person' | 'siteDay'>,
): Part[] {
  const references = new Map(studies.map(({ id, reference }) => [id, reference]))
  const told: Waiting[] = []
  const rows = [...Map.groupBy(waiting, ({ part }) => part.domain)].flatMap(([domain, list]) =>
    list.toSorted(byTime).map((row, index) => {
      const { study, id, fact } = row
      if (fact !== undefined) {
        const anchor = { domain, fact: id, sequence: index + 1 }
        told.push(...supplements(fact.content, fact.used, anchor).map(part => ({ study, id, part })))
      }
      return complete(row, { sequence: index + 1, reference: references.get(study), ...whose })
    }),
  )
  let comments = rows.filter(({ domain }) => domain === 'CO').length
  const further = told.map(row => {
    if (row.part.domain === 'CO') comments += 1
    return complete(row, { sequence: comments, ...whose })
  })
  return [...rows, ...further]
}

interface Place {
  readonly sequence: number
  readonly reference?: string | undefined
  readonly person: Values
  readonly siteDay: DayOfTime
}

function complete(
  { study, id, part: { domain, values } }: Waiting,
  { sequence, reference, person, siteDay }: Place,
): Part {
  const own = {
    STUDYID: study,
    DOMAIN: domain,
    ...person,
    [`${domain}SEQ`]: sequence,
    [`${domain}SPID`]: id,
  }
  return {
    domain,
    values: { ...own, ...values, ...studyDays(values, { prefix: domain, reference, siteDay }) },
  }
}

/** The last judgement of an event is the one that was charted last; ids tell nothing of time. */
function byEntry(one: CurrentFact, other: CurrentFact): number {
  return Date.parse(one.enteredAt) - Date.parse(other.enteredAt) || (one.id < other.id ? -1 : 1)
}

function byTime(one: Waiting, other: Waiting): number {
  const [first, second] = [timeOf(one.part), timeOf(other.part)]
  return first < second ? -1 : first > second ? 1 : 0
}

function timeOf({ domain, values }: Part): string {
  return String(values[`${domain}STDTC`] ?? values[`${domain}DTC`] ?? '')
}
