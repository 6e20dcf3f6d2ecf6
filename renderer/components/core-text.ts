import { useCallback } from 'react'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { dateText, unitText } from '../i18n/format.ts'
import { useLanguage } from '../i18n/i18n.ts'

const UCUM = /(?<= )(?:umol\/L|ukat\/L|ug\/d?L|10\*9\/L|10\*3\/uL|k?\[IU\]\/m?L|mm\[Hg\]|Cel)(?![A-Za-z])/g
const NO_UNIT = / \{INR\}/g
const DAY = /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/g

/** A sentence of the core in the screen's language, with units and days as the rest of the screen prints them. */
export function useCoreText(): (text: LocalizedText) => string {
  const language = useLanguage()
  return useCallback(text => printed(text[language], language), [language])
}

function printed(text: string, language: Language): string {
  return text
    .replace(NO_UNIT, '')
    .replace(UCUM, unitText)
    .replace(DAY, day => dateText(day, language))
}
