import { z } from 'zod'
import { FactId } from '../ids.ts'
import { LocalizedText } from '../text.ts'

/** What does not fit together in the record of an event: asked, never a wall. */
export const QuestionCode = z.enum([
  'onset_not_known',
  'not_graded',
  'serious_not_answered',
  'serious_without_criterion',
  'criterion_without_serious',
  'life_threatening_not_serious',
  'seriousness_taken_back',
  'awareness_missing',
  'awareness_before_onset',
  'awareness_later_than_charted',
  'perhaps_ends_before_onset',
  'fatal_without_death',
  'death_without_fatal_event',
  'before_consent',
  'overlaps_same_term',
  'related_against_who_umc',
  'reported_late',
  'reported_before_awareness',
])
export type QuestionCode = z.infer<typeof QuestionCode>

/** One question about an event, and the reason that was kept for leaving the record as it is. */
export const Question = z.object({
  code: QuestionCode,
  text: LocalizedText,
  /** Other facts that it is about. */
  about: z.array(FactId),
  /** Null while nobody has answered. */
  answer: z.string().nullable(),
})
export type Question = z.infer<typeof Question>
