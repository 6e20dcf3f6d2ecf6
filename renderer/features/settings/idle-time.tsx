import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/api/settings.ts'
import { SettingForm, SettingSection } from './setting-form.tsx'

const LIMITS = { min: 1, max: 60 }

interface IdleTimeProps {
  readonly settings: Settings
}

/** Minutes without anybody at the keyboard after which the store locks. */
export function IdleTime({ settings }: IdleTimeProps) {
  const { t } = useTranslation('settings')
  return (
    <SettingSection
      title={t('idle.title')}
      now={[t('idle.now', { count: settings.idleMinutes })]}
      hint={t('idle.hint')}
      change={t('idle.change')}
      form={onClose => <IdleForm settings={settings} onClose={onClose} />}
    />
  )
}

function IdleForm({ settings, onClose }: IdleTimeProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [minutes, setMinutes] = useState<number | string>(settings.idleMinutes)
  const isWhole = typeof minutes === 'number' && Number.isInteger(minutes)
  const isWithin = isWhole && minutes >= LIMITS.min && minutes <= LIMITS.max
  const isSame = minutes === settings.idleMinutes
  const wrong = isSame ? t('idle.same') : t('idle.range', LIMITS)
  return (
    <SettingForm
      settings={settings}
      changes={isWithin && !isSame ? { idleMinutes: minutes } : undefined}
      onClose={onClose}
    >
      {({ isTried, errorOf }) => (
        <NumberInput
          label={t('idle.minutes')}
          value={minutes}
          onChange={setMinutes}
          allowDecimal={false}
          maw={200}
          required
          autoFocus
          error={errorOf('idleMinutes') ?? (isTried && (!isWithin || isSame) && wrong)}
        />
      )}
    </SettingForm>
  )
}
