import { useCallback } from 'react'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { withPrintedUnits } from '#shared/core/unit-text.ts'
import { dateText } from '../i18n/format.ts'
import { useLanguage } from '../i18n/i18n.ts'

const DAY = /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/g

/** A sentence of the core in the screen's language, with units and days as the rest of the screen prints them. */
export function useCoreText(): (text: LocalizedText) => string {
  const language = useLanguage()
  return useCallback(text => printed(text[language], language), [language])
}

function printed(text: string, language: Language): string {
  return withPrintedUnits(text).replace(DAY, day => dateText(day, language))
}
