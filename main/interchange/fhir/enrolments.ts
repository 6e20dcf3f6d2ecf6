import { boundsOf, type EventTime } from '#shared/core/civil-date.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { SiteData } from '../site-data.ts'
import { attributesBeside, referenceTo, uuidOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { ResourceOf } from './r4/resources.ts'
import type { StandingFact } from './standing-fact.ts'
import { FACT, SUBJECT_NUMBER } from './systems.ts'

type Enrolment = FactContentOf<'enrolment'>
type EnrolmentFact = StandingFact<Enrolment>

const states = {
  enrolled: 'on-study',
  dosed: 'on-study-intervention',
  treatment_discontinued: 'follow-up',
  completed: 'off-study',
  discontinued: 'withdrawn',
  lost_to_follow_up: 'off-study',
} as const satisfies Readonly<Record<Enrolment['status'], ResourceOf<'ResearchSubject'>['status']>>

/**
 * A ResearchSubject for each trial that a patient was enrolled in, as it stands at last. Never with an arm, asked for or
 * given: there is no allocation in Lobule (trust.md K1).
 */
export function researchSubjects(
  facts: readonly StandingFact[],
  patient: Reference,
  { protocols }: Pick<SiteData, 'protocols'>,
): ResourceOf<'ResearchSubject'>[] {
  const enrolments = facts.filter(
    (fact): fact is EnrolmentFact => fact.content.kind === 'enrolment' && !fact.isRetracted,
  )
  return [...Map.groupBy(enrolments, ({ content }) => content.protocol)].map(([protocol, all]) => {
    const inOrder = all.toSorted((a, b) => dayOfTime(a.content.on) - dayOfTime(b.content.on))
    const isExported = protocols.some(({ id }) => id === protocol)
    return {
      resourceType: 'ResearchSubject',
      id: subjectId(all, protocol),
      identifier: inOrder.flatMap(identifiersOf),
      ...lastOf(inOrder),
      period: periodOfAll(inOrder),
      study: isExported ? referenceTo(uuidOf('protocol', protocol)) : { display: protocol },
      individual: patient,
    }
  })
}

function subjectId([first]: readonly EnrolmentFact[], protocol: ProtocolId): string {
  return uuidOf('enrolment', `${protocol} ${first?.id ?? ''}`)
}

function identifiersOf({ id, content: { subjectNumber } }: EnrolmentFact) {
  const own = { system: FACT, value: id }
  return subjectNumber === undefined ? [own] : [own, { system: SUBJECT_NUMBER, value: subjectNumber }]
}

function lastOf(inOrder: readonly EnrolmentFact[]) {
  const content = inOrder.at(-1)?.content
  const beside = attributesBeside(content ?? {}, ['on', 'protocol', 'subjectNumber'])
  return { ...beside, status: states[content?.status ?? 'enrolled'] }
}

function periodOfAll(inOrder: readonly EnrolmentFact[]): { start?: string; end?: string } {
  const start = inOrder[0]?.content.on
  const last = inOrder.at(-1)?.content
  const isOver = last !== undefined && ['off-study', 'withdrawn'].includes(states[last.status])
  return {
    ...(start !== undefined && { start: start }),
    ...(isOver && { end: last.on }),
  }
}

function dayOfTime(time: EventTime): number {
  return boundsOf(time).earliest
}
