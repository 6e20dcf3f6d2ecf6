import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice, ThemeChoice } from '../../components/appearance.tsx'

/** Language and theme of this computer; both take effect at once. */
export function AppearanceSettings() {
  const { t } = useTranslation(['settings', 'session'])
  return (
    <Stack gap="lg">
      <Choice title={t('session:language')} hint={t('settings:appearance.languageHint')}>
        <LanguageChoice />
      </Choice>
      <Choice title={t('session:theme')} hint={t('settings:appearance.themeHint')}>
        <ThemeChoice />
      </Choice>
      <Text size="sm" c="dimmed">
        {t('settings:appearance.kept')}
      </Text>
    </Stack>
  )
}

interface ChoiceProps {
  readonly title: string
  readonly hint: string
  readonly children: ReactNode
}

function Choice({ title, hint, children }: ChoiceProps) {
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600}>{title}</Text>
      {children}
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </Stack>
  )
}
