import { currentConduct } from '#main/store/conduct-repository.ts'
import type { InputIssue } from '#shared/api/errors.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { UNSCHEDULED } from '#shared/core/facts/trial.ts'
import type { QueryContext } from './context.ts'
import { doseTimeProblems } from './dose-times.ts'

interface Place {
  readonly content: FactContent
  /** Where it stands in the caller's input. */
  readonly path: string
}

/** What keeps doses and visits from being charted beside `others`: a dose twice, a visit that no protocol has. */
export function trialIssues(
  places: readonly Place[],
  others: readonly FactContent[],
  context: Pick<QueryContext, 'db' | 'protocols'>,
): InputIssue[] {
  return places.flatMap(({ content, path }, index) => {
    if (content.kind === 'dose') {
      const known = [...others, ...places.slice(0, index).map(place => place.content)]
      return [
        ...(isGiven(content, known) ? [{ path: `${path}.number`, message: SECOND }] : []),
        ...doseTimeProblems(content).map(field => ({ path: `${path}.${field}`, message: EARLIER })),
        ...cellIssues(content, path, context),
      ]
    }
    if (content.kind !== 'visit' || isKnown(content, context)) return []
    return [{ path: `${path}.visit`, message: UNKNOWN }]
  })
}

const EARLIER = 'lies before its start'
const SECOND = 'this dose is charted already; correct it there'
const UNKNOWN = 'neither the protocol nor the site’s schedule has this visit'

const BLINDED =
  'neither the record nor the site’s schedule says how many cells a dose has: whoever is blinded leaves it out'

/** The cells of a dose would tell an arm where the protocol keeps them from the site (trust.md K1). */
function cellIssues(
  dose: FactContentOf<'dose'>,
  path: string,
  { db, protocols }: Pick<QueryContext, 'db' | 'protocols'>,
): InputIssue[] {
  const { definition } = protocols.find(one => one.definition.id === dose.protocol) ?? {}
  const [arm, another] = definition?.arms ?? []
  const isSaid = arm?.cellsPerDose !== undefined && another === undefined
  if (isSaid || currentConduct(db, dose.protocol, 'schedule')?.content.doses.cells !== undefined) return []
  return (['plannedCells', 'givenCells'] as const).flatMap(name =>
    dose[name] === undefined ? [] : [{ path: `${path}.${name}`, message: BLINDED }],
  )
}

function isGiven({ protocol, number }: FactContentOf<'dose'>, known: readonly FactContent[]): boolean {
  return known.some(one => one.kind === 'dose' && one.protocol === protocol && one.number === number)
}

function isKnown(
  { protocol, visit }: FactContentOf<'visit'>,
  { db, protocols }: Pick<QueryContext, 'db' | 'protocols'>,
): boolean {
  if (visit === UNSCHEDULED) return true
  const { definition } = protocols.find(one => one.definition.id === protocol) ?? {}
  const site = currentConduct(db, protocol, 'schedule')?.content.extraVisits ?? []
  return [...(definition?.visits ?? []), ...site].some(({ id }) => id === visit)
}
