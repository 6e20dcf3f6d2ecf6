import {
  add,
  and,
  before,
  candidate,
  closed,
  collapse,
  decimal,
  type Elm,
  equal,
  exists,
  greater,
  includes,
  isNull,
  isTrue,
  its,
  length,
  lessOrEqual,
  max,
  no,
  not,
  on,
  or,
  query,
  retrieve,
  rounded,
  sameOrBefore,
  subtract,
  text,
  unknown,
  when,
  yes,
} from './elm.ts'

/*
 * Five criteria of NCT05106972 as ELM, under the first alternative of every reading. True: the condition holds; null:
 * unknown, or waiting for a judgement, which CQL does not tell apart.
 */

/** True where it is certain, false where it is not even possible, else null. */
const sure = (certain: Elm, possible: Elm): Elm => when(certain, yes, when(not(possible), no, unknown))

const age = sure(
  and(
    sameOrBefore(add(candidate('bornLatest'), length(20, 'years')), on),
    before(on, add(candidate('bornEarliest'), length(61, 'years'))),
  ),
  and(
    sameOrBefore(add(candidate('bornEarliest'), length(20, 'years')), on),
    before(on, add(candidate('bornLatest'), length(61, 'years'))),
  ),
)

/** Whether negative findings, joined and after the last entry renewed unless asked in vain, cover the window up to `on`. */
function covered(kind: string, from: Elm): Elm {
  const askedAgain = its('askedAfter')
  const current = isTrue(equal(its('wasCurrent'), text('yes')))
  const renewed = and(
    current,
    and(before(candidate('lastEntry'), on), or(isNull(askedAgain), before(on, askedAgain))),
  )
  const spans = query(
    retrieve(`No${kind}`),
    and(sameOrBefore(its('from'), on), or(renewed, sameOrBefore(its('from'), its('to')))),
    closed(its('from'), when(renewed, on, its('to'))),
  )
  return exists(query(collapse(spans), includes({ type: 'AliasRef', name: 'R' }, closed(from, on))))
}

/** An event in the days before registration, where `counts` says which events certainly and possibly count. */
function within(days: number, kind: string, counts?: { certainly: Elm; possibly: Elm }): Elm {
  const from = subtract(on, length(days, 'days'))
  const inside = and(sameOrBefore(its('startLatest'), on), sameOrBefore(from, its('endEarliest')))
  const near = and(sameOrBefore(its('startEarliest'), on), sameOrBefore(from, its('endLatest')))
  const certain = exists(query(retrieve(kind), counts ? and(inside, counts.certainly) : inside))
  const possible = exists(query(retrieve(kind), counts ? and(near, counts.possibly) : near))
  const hinted = and(sameOrBefore(its('earliest'), on), sameOrBefore(from, its('latest')))
  const open = or(possible, exists(query(retrieve(`${kind}Hint`), hinted)))
  return when(certain, yes, when(open, unknown, when(covered(kind, from), no, unknown)))
}

const significance = its('clinicallySignificant')
const bleeding = within(28, 'UpperGiBleeding', {
  certainly: isTrue(equal(significance, text('yes'))),
  possibly: or(isNull(significance), equal(significance, text('yes'))),
})

/** Every prothrombin time that may be the latest must agree. */
function prothrombinProlonged(): Elm {
  const times = retrieve('ProthrombinTime')
  const known = query(times, sameOrBefore(its('latest'), on), its('earliest'))
  const newest = and(sameOrBefore(its('earliest'), on), sameOrBefore(max(known), its('latest')))
  const over = (side: string) => rounded(subtract(its(side), its('control')))
  const three = decimal('3')
  const prolonged = or(greater(over('low'), three), and(equal(over('low'), three), not(its('lowIncluded'))))
  const every = (condition: Elm) => not(exists(query(times, and(newest, not(isTrue(condition))))))
  const agreed = when(every(prolonged), yes, when(every(lessOrEqual(over('high'), three)), no, unknown))
  const inVain = and(sameOrBefore(its('on'), on), sameOrBefore(max(known), its('on')))
  const asked = exists(query(retrieve('ProthrombinTimeInVain'), inVain))
  return when(and(exists(known), not(asked)), agreed, unknown)
}

/** Whether a course exceeds five years before it ends and before registration. */
const overFiveYears = (start: string, end: string): Elm => {
  const edge = add(its(start), length(5, 'years'))
  return exists(query(retrieve('Cirrhosis'), and(before(edge, on), before(edge, its(end)))))
}

const course = when(
  exists(retrieve('Cirrhosis')),
  when(
    overFiveYears('startLatest', 'endEarliest'),
    yes,
    when(
      overFiveYears('startEarliest', 'endLatest'),
      unknown,
      when(exists(retrieve('CirrhosisInVain')), unknown, no),
    ),
  ),
  unknown,
)

/** By the id that the same condition has in the engine's five criteria. */
const conditions: Readonly<Record<string, Elm>> = {
  i1: age,
  course,
  e6: prothrombinProlonged(),
  e7: within(21, 'AlbuminInfusion'),
  e8: bleeding,
}

/** The library as JSON, as a compiler of CQL would hand it over. */
export const library = {
  library: {
    identifier: { id: 'FiveCriteria', version: '1.0.0' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
    parameters: { def: [{ name: 'On', accessLevel: 'Public' }] },
    statements: {
      def: Object.entries(conditions).map(([name, expression]) => ({
        name,
        context: 'Patient',
        accessLevel: 'Public',
        expression,
      })),
    },
  },
}
