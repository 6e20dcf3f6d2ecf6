import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { attributesBeside, concept } from './elements.ts'
import type { CodeableConcept, Reference } from './r4/datatypes.ts'
import type { ResourceOf } from './r4/resources.ts'
import { identified, type StandingFact } from './standing-fact.ts'
import { CTCAE, MEDDRA, terminology } from './systems.ts'

type AdverseEventContent = FactContentOf<'adverse_event'>

const outcomes: Readonly<Record<NonNullable<AdverseEventContent['outcome']>, string>> = {
  recovered: 'resolved',
  recovering: 'recovering',
  not_recovered: 'ongoing',
  recovered_with_sequelae: 'resolvedWithSequelae',
  fatal: 'fatal',
  unknown: 'unknown',
}

/** What FHIR has an element for. Severity is not among them: its mild, moderate and severe are no CTCAE grades. */
const MAPPED = ['from', 'term', 'ctcae', 'meddra', 'serious', 'outcome']

/** An adverse event. R4 cannot say that one was entered in error: an extension does. */
export function adverseEventOf(
  fact: StandingFact<AdverseEventContent>,
  subject: Reference,
): ResourceOf<'AdverseEvent'> {
  const { content, isRetracted } = fact
  const { from, serious, outcome, aware } = content
  const { id, identifier } = identified(fact)
  const [own = { system: '', value: '' }] = identifier
  const said = isRetracted ? { ...content, retracted: 'yes' } : content
  return {
    resourceType: 'AdverseEvent',
    id,
    identifier: own,
    ...attributesBeside(said, MAPPED),
    actuality: 'actual',
    event: eventOf(content),
    subject,
    ...(from !== undefined && { date: from }),
    ...(aware !== undefined && { detected: aware.at }),
    recordedDate: fact.enteredAt,
    ...(serious !== undefined && { seriousness: seriousnessOf(serious) }),
    ...(outcome !== undefined && {
      outcome: concept(terminology('adverse-event-outcome'), outcomes[outcome]),
    }),
  }
}

function eventOf({ term, ctcae, meddra }: AdverseEventContent): CodeableConcept {
  const coding = [
    ...(ctcae === undefined ? [] : [{ system: CTCAE, code: ctcae, display: ctcaeEntries[ctcae].name }]),
    ...(meddra === undefined ? [] : [{ system: MEDDRA, code: meddra.code, display: meddra.term }]),
  ]
  return coding.length === 0 ? { text: term } : { coding, text: term }
}

function seriousnessOf(serious: 'yes' | 'no'): CodeableConcept {
  return concept(terminology('adverse-event-seriousness'), serious === 'yes' ? 'serious' : 'non-serious')
}
