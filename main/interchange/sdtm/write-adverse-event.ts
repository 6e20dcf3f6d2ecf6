import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { organClassOf } from '#shared/core/adverse-events/event-of.ts'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import type { CurrentFact } from '../current-facts.ts'
import { seriousnessFlags } from './adverse-event-variables.ts'
import { capitals, spanOf, type Values, type Written, yesNo } from './written.ts'

type Event = FactContentOf<'adverse_event'>

/** CDISC ACN where it has a term for what was done; what it has none for is written in our own words. */
export const actions: Readonly<
  Record<NonNullable<Event['action']>, { readonly term: string; readonly cdisc: boolean }>
> = {
  none: { term: 'DOSE NOT CHANGED', cdisc: true },
  infusion_slowed: { term: 'DOSE RATE REDUCED', cdisc: true },
  infusion_interrupted: { term: 'DRUG INTERRUPTED', cdisc: true },
  infusion_stopped: { term: 'INFUSION STOPPED', cdisc: false },
  dose_delayed: { term: 'DOSE DELAYED', cdisc: false },
  treatment_discontinued: { term: 'DRUG WITHDRAWN', cdisc: true },
  not_applicable: { term: 'NOT APPLICABLE', cdisc: true },
  unknown: { term: 'UNKNOWN', cdisc: true },
}

/** CDISC OUT. */
export const outcomes: Readonly<Record<NonNullable<Event['outcome']>, string>> = {
  recovered: 'RECOVERED/RESOLVED',
  recovering: 'RECOVERING/RESOLVING',
  not_recovered: 'NOT RECOVERED/NOT RESOLVED',
  recovered_with_sequelae: 'RECOVERED/RESOLVED WITH SEQUELAE',
  fatal: 'FATAL',
  unknown: 'UNKNOWN',
}

/** An adverse event; `judgements` are the causality facts of its patient, oldest first. */
export function writeAdverseEvent(
  { id, content, enteredAt }: CurrentFact & { readonly content: Event },
  judgements: readonly FactContentOf<'causality'>[],
): Written {
  const organClass = organClassOf(content)
  const judged = judgements.findLast(({ event }) => event === id)
  const values = {
    AETERM: content.term,
    AEDECOD: content.meddra?.term ?? nameOf(content),
    AEBODSYS: organClass === null ? undefined : organClasses[organClass].en,
    AECTCAE: nameOf(content),
    ...course(content),
    AEREL: judged && capitals(judged.product),
    ...spanOf(content, 'AE', enteredAt),
  }
  const used = ['from', 'to', 'term', 'ctcae', 'meddra.term', 'serious', 'criteria', 'outcome', 'action']
  // Beside a CTCAE term, which has its own, an entered class is not what stands in AEBODSYS.
  if (content.ctcae === undefined) used.push('organClass')
  return { parts: [{ domain: 'AE', values }], used }
}

function nameOf({ ctcae }: Event): string | undefined {
  return ctcae === undefined ? undefined : ctcaeEntries[ctcae].name
}

/** A criterion that is not named was not said to hold: its flag is empty, not N, unless the event was said not to be serious. */
function course({ serious, criteria = [], action, outcome, treatment, grades }: Event): Values {
  const worst = Math.max(0, ...grades.map(({ grade }) => grade))
  const flags = Object.entries(seriousnessFlags).map(([criterion, { name }]) => [
    name,
    criteria.some(each => each === criterion) ? 'Y' : serious === 'no' ? 'N' : undefined,
  ])
  return {
    AESER: serious && yesNo(serious),
    ...(Object.fromEntries(flags) as Values),
    AEACN: action && actions[action].term,
    AEOUT: outcome && outcomes[outcome],
    AECONTRT: treatment && 'Y',
    AETOXGR: worst === 0 ? undefined : String(worst),
  }
}
