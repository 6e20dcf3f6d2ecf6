import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/api/settings.ts'
import { SettingForm, SettingSection } from './setting-form.tsx'

/** Whether a sub-investigator's decision waits for the principal investigator. */
export function Countersignature({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const { countersignature: isOn } = settings
  return (
    <SettingSection
      title={t('countersignature.title')}
      now={[t(isOn ? 'countersignature.on' : 'countersignature.off')]}
      hint={t('countersignature.hint')}
      change={t(isOn ? 'countersignature.turnOff' : 'countersignature.turnOn')}
      form={onClose => (
        <SettingForm settings={settings} changes={{ countersignature: !isOn }} onClose={onClose}>
          {() => (
            <Text size="sm">{t(isOn ? 'countersignature.willBeOff' : 'countersignature.willBeOn')}</Text>
          )}
        </SettingForm>
      )}
    />
  )
}
