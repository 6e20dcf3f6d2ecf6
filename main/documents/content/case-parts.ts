import type { EventCase } from '#shared/core/documents/event-case.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { caseWords as words } from '../words/case-words.ts'
import { common } from '../words/common.ts'

/** "Initial report", or "follow-up report no. 2". */
export function reportText({ stage, number }: EventCase['report']): LocalizedText {
  if (stage === 'initial') return words.initial
  return {
    en: `${words.followUp.en} ${words.number.en} ${number}`,
    'zh-CN': `${words.followUp['zh-CN']}（${words.number['zh-CN']} ${number} 次）`,
  }
}

/** Completed years on the day of onset. */
export function ageText({ ageYears }: EventCase['person']): LocalizedText {
  if (ageYears === null) return common.notKnown
  return { en: `${ageYears} ${words.years.en}`, 'zh-CN': `${ageYears} ${words.years['zh-CN']}` }
}
