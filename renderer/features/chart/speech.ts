import type { TFunction } from 'i18next'
import type { Language } from '#shared/core/text.ts'
import type { TrialNaming } from './trial/trial-names.ts'

/** The language of the screen with the words of the chart. */
export interface Speech {
  readonly language: Language
  readonly t: TFunction<'chart'>
  /** What the visits, assessments and checklist items of the protocols are called. */
  readonly trial: TrialNaming
}
