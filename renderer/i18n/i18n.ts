import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '#shared/core/text.ts'
import { en, zhCN } from './messages.ts'

/** The language to begin with where nobody chose one: the computer's, if Lobule speaks it. */
export function computerLanguage(languages: readonly string[]): Language {
  const first = languages.find(language => /^(?:zh|en)\b/i.test(language))
  return first?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Starts the texts of the screens. A missing key is a bug that the tests find; nothing falls back silently. */
export async function startI18n(language: Language): Promise<i18n> {
  const texts = i18next.createInstance()
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en, 'zh-CN': zhCN },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return texts
}

/** The language that the screens speak now. */
export function useLanguage(): Language {
  const { i18n: texts } = useTranslation()
  return texts.language === 'zh-CN' ? 'zh-CN' : 'en'
}
