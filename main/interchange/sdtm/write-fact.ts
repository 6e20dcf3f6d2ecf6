import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import type { CurrentFact } from '../current-facts.ts'
import { definitions } from './kinds.ts'
import { writeNegative, writeNotKnown } from './write-absence.ts'
import { writeAdverseEvent } from './write-adverse-event.ts'
import { writeKind } from './write-kind.ts'
import { writeLaboratory, writePregnancyTest } from './write-laboratory.ts'
import {
  writeChecklist,
  writeConsent,
  writeDeath,
  writeEnrolment,
  writeUnblinding,
  writeVisit,
} from './write-trial.ts'
import type { Written } from './written.ts'

/** A fact as rows of SDTM; `judgements` are the causality facts of its patient, oldest first. */
export function writeFact(fact: CurrentFact, judgements: readonly FactContentOf<'causality'>[]): Written {
  const { content } = fact
  switch (content.kind) {
    case 'laboratory':
      return writeLaboratory(content)
    case 'pregnancy_test':
      return writePregnancyTest(content)
    case 'adverse_event':
      return writeAdverseEvent({ ...fact, content }, judgements)
    case 'negative_finding':
      return writeNegative(content)
    case 'not_known':
      return writeNotKnown(content)
    default:
      return writeOfTrial(fact, content)
  }
}

type Rest = Exclude<
  FactContent,
  FactContentOf<'laboratory' | 'pregnancy_test' | 'adverse_event' | 'negative_finding' | 'not_known'>
>

function writeOfTrial(fact: CurrentFact, content: Rest): Written {
  switch (content.kind) {
    case 'consent':
      return writeConsent(content)
    case 'enrolment':
      return writeEnrolment(content)
    case 'death':
      return writeDeath(content)
    case 'unblinding':
      return writeUnblinding(content)
    case 'visit':
      return writeVisit(content)
    case 'dose_checklist':
      return writeChecklist(content)
    default:
      return writeKind(fact, definitions[content.kind])
  }
}
