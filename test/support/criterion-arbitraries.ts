import fc, { type Arbitrary } from 'fast-check'
import { dayOf } from '#shared/core/civil-date.ts'
import {
  criterionOn,
  type PreparedCriterion,
  prepareCriterion,
  type Question,
} from '#shared/core/eligibility/criterion.ts'
import { indexChart } from '#shared/core/eligibility/index.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import type { ChosenReadings, Reading } from '#shared/core/protocol/reading.ts'
import { chartAbout, LAST_DAY } from './chart-arbitraries.ts'
import { nct05106972, nct07413549, trainingCriteria } from './protocols.ts'
import { syntheticCriteria, syntheticReadings } from './synthetic-criteria.ts'

/** One criterion with its site's readings, and one candidate. */
export interface Case {
  readonly protocol: ProtocolId
  readonly criterion: Criterion
  readonly readings: readonly Reading[]
  readonly chosen: ChosenReadings
  readonly chart: Chart
  readonly anchors: Question['anchors']
}

interface Source {
  readonly protocol: ProtocolId
  readonly criterion: Criterion
  readonly readings: readonly Reading[]
}

/** Every criterion of both protocols, and the invented ones. */
const sources: readonly Source[] = [
  ...nct05106972.criteria.map(criterion => source(nct05106972.id, criterion, nct05106972.readings)),
  ...trainingCriteria.criteria.map(criterion => source(nct07413549.id, criterion, trainingCriteria.readings)),
  ...syntheticCriteria.map(criterion => source(nct05106972.id, criterion, syntheticReadings)),
]

function source(protocol: ProtocolId, criterion: Criterion, readings: readonly Reading[]): Source {
  return { protocol, criterion, readings: prepareCriterion(criterion, readings, {}).readings }
}

/** A criterion under random readings, some of them not chosen, and a random chart about its subjects. */
export const someCase: Arbitrary<Case> = fc.constantFrom(...sources).chain(origin => caseOf(origin))

function caseOf(origin: Source): Arbitrary<Case> {
  const scope = prepareCriterion(origin.criterion, origin.readings, {}).scope
  return fc.record({
    protocol: fc.constant(origin.protocol),
    criterion: fc.constant(origin.criterion),
    readings: fc.constant(origin.readings),
    chosen: choicesOf(origin.readings),
    chart: chartAbout(scope),
    anchors: anchorDates,
  })
}

const anchor = fc.integer({ min: dayOf('2026-10-01'), max: dayOf('2027-02-01') })
const anchorDates = fc.record({ dose: anchor, today: anchor }, { requiredKeys: [] })

function choicesOf(readings: readonly Reading[]): Arbitrary<ChosenReadings> {
  const options = readings.map(({ id, alternatives }) => {
    const chosen = fc.constantFrom(...alternatives.map(alternative => alternative.id))
    return fc.option(chosen, { nil: undefined, freq: 5 }).map(alternative => [id, alternative] as const)
  })
  return fc
    .tuple(...options)
    .map(pairs =>
      Object.fromEntries(pairs.flatMap(([id, chosen]) => (chosen === undefined ? [] : [[id, chosen]]))),
    )
}

export function preparedCase({ criterion, readings, chosen }: Case): PreparedCriterion {
  return prepareCriterion(criterion, readings, chosen)
}

/** The question about a case's candidate; the day of the last entry stays, whatever the facts are. */
export function questionAbout({ chart, protocol, anchors }: Case): Question {
  return { chart: indexChart(chart, LAST_DAY), protocol, anchors }
}

/** What a case's criterion says on a day. */
export function findingOf(given: Case, day: string) {
  return criterionOn(preparedCase(given), questionAbout(given), dayOf(day))
}

export function isDefinite(outcome: string): boolean {
  return outcome === 'satisfied' || outcome === 'violated'
}

/** A case in few words, to read a counter-example by. */
export function summary({ criterion, chosen, chart, anchors }: Case): string {
  const facts = chart.facts.map(
    ({ id, enteredAt, content }) => `${id} (${enteredAt.slice(0, 10)}) ${JSON.stringify(content)}`,
  )
  const { sex, birthDate } = chart.candidate
  return [
    `${criterion.id} ${JSON.stringify(chosen)} ${JSON.stringify(anchors)}`,
    `${sex} ${birthDate}`,
    ...facts,
  ].join('\n')
}
