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
  if (content.kind === 'laboratory') return writeLaboratory(content)
  if (content.kind === 'pregnancy_test') return writePregnancyTest(content)
  if (content.kind === 'adverse_event') return writeAdverseEvent({ ...fact, content }, judgements)
  if (content.kind === 'negative_finding') return writeNegative(content)
  if (content.kind === 'not_known') return writeNotKnown(content)
  return writeOfTrial(content) ?? writeKind(fact, definitions[content.kind as keyof typeof definitions])
}

/** What happened in a trial; undefined for a kind that has a definition. */
function writeOfTrial(content: FactContent): Written | undefined {
  if (content.kind === 'consent') return writeConsent(content)
  if (content.kind === 'enrolment') return writeEnrolment(content)
  if (content.kind === 'death') return writeDeath(content)
  if (content.kind === 'unblinding') return writeUnblinding(content)
  if (content.kind === 'visit') return writeVisit(content)
  return content.kind === 'dose_checklist' ? writeChecklist(content) : undefined
}
