import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Preferences } from '#shared/api/preferences.ts'
import { Language } from '#shared/core/text.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { usePreferences } from '../preferences/preferences.tsx'

interface ChoiceProps {
  readonly size?: 'xs' | 'sm'
}

/** The language of the screens, each named in itself; takes effect at once. */
export function LanguageChoice({ size = 'sm' }: ChoiceProps) {
  const { t } = useTranslation('session')
  const { choose } = usePreferences()
  return (
    <SegmentedControl
      size={size}
      aria-label={t('language')}
      data={Language.options.map(value => ({ value, label: t(`languages.${value}`) }))}
      value={useLanguage()}
      onChange={value => void choose({ language: Language.parse(value) })}
    />
  )
}

/** Light, dark, or as the computer has it; takes effect at once. */
export function ThemeChoice({ size = 'sm' }: ChoiceProps) {
  const { t } = useTranslation('session')
  const { preferences, choose } = usePreferences()
  const themes = Preferences.shape.theme
  return (
    <SegmentedControl
      size={size}
      aria-label={t('theme')}
      data={themes.options.map(value => ({ value, label: t(`themes.${value}`) }))}
      value={preferences.theme}
      onChange={value => void choose({ theme: themes.parse(value) })}
    />
  )
}
