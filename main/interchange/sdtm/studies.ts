import type { FactContentOf } from '#shared/core/facts/content.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { CurrentFact } from '../current-facts.ts'
import type { SiteData, SubjectData } from '../site-data.ts'

/** Of a trial what its data sets count from. */
export interface Study {
  /** Empty for a person who is in no trial. */
  readonly id: string
  /** Start of the first dose, as charted: the reference from which study days are counted. */
  readonly reference: string | undefined
}

/** What brings a patient into a trial, the strongest first. */
const KINDS = ['dose', 'enrolment', 'visit', 'consent', 'judgement'] as const

/** The trials that a patient has to do with; the first is the one that facts without a trial are counted with. */
export function studiesOf(
  facts: readonly CurrentFact[],
  { deviations }: Pick<SubjectData, 'deviations'>,
  { protocols }: Pick<SiteData, 'protocols'>,
): Study[] {
  const ids = new Set<ProtocolId>([
    ...KINDS.flatMap(kind => contentsOf(facts, kind).map(({ protocol }) => protocol)),
    ...facts.flatMap(({ content }) => ('protocol' in content ? [content.protocol] : [])),
    ...deviations.map(({ protocol }) => protocol),
  ])
  const [only, ...others] = protocols
  if (ids.size === 0 && only !== undefined && others.length === 0) ids.add(only.id)
  if (ids.size === 0) return [{ id: '', reference: undefined }]
  return [...ids].map(id => ({ id, reference: firstDose(facts, id) }))
}

/** The first dose of a trial; of a chart without doses the day on which it was said to be given. */
function firstDose(facts: readonly CurrentFact[], protocol: ProtocolId): string | undefined {
  const doses = contentsOf(facts, 'dose').filter(dose => dose.protocol === protocol)
  if (doses.length > 0) return earliest(doses.map(({ from }) => from))
  const dosed = contentsOf(facts, 'enrolment').filter(
    fact => fact.protocol === protocol && fact.status === 'dosed',
  )
  return earliest(dosed.map(({ on }) => on))
}

/** Contents of a kind. */
export function contentsOf<K extends CurrentFact['content']['kind']>(
  facts: readonly CurrentFact[],
  kind: K,
): FactContentOf<K>[] {
  return facts.flatMap(({ content }) => (content.kind === kind ? [content as FactContentOf<K>] : []))
}

/** The first of some times as written; undefined where there is none. */
export function earliest(times: readonly string[]): string | undefined {
  return times.toSorted()[0]
}

/** The last of some times as written; undefined where there is none. */
export function latest(times: readonly string[]): string | undefined {
  return times.toSorted().at(-1)
}
