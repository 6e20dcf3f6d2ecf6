import { Checkbox, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/api/settings.ts'
import { SettingForm, SettingSection } from './setting-form.tsx'

interface PasswordPolicyProps {
  readonly settings: Settings
}

const AGE = { min: 30, max: 730 }
const RECALL = { min: 0, max: 10 }
/** Offered where an age is wanted for the first time. */
const USUAL_AGE = 365

/** How old a password may become, and how many earlier ones may not come back. */
export function PasswordPolicy({ settings }: PasswordPolicyProps) {
  const { t } = useTranslation('settings')
  const { passwordMaxAgeDays: days, passwordRecall: recall } = settings
  return (
    <SettingSection
      title={t('policy.title')}
      now={[
        days === null ? t('policy.noAge') : t('policy.age', { count: days }),
        recall === 0 ? t('policy.noRecall') : t('policy.recall', { count: recall }),
      ]}
      hint={t('policy.hint')}
      change={t('policy.change')}
      form={onClose => <PolicyForm settings={settings} onClose={onClose} />}
    />
  )
}

function PolicyForm({ settings, onClose }: PasswordPolicyProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [expires, setExpires] = useState(settings.passwordMaxAgeDays !== null)
  const [days, setDays] = useState<number | string>(settings.passwordMaxAgeDays ?? USUAL_AGE)
  const [recall, setRecall] = useState<number | string>(settings.passwordRecall)
  const isAge = isWithin(days, AGE)
  const isRecall = isWithin(recall, RECALL)
  const age = expires ? days : null
  const isSame = age === settings.passwordMaxAgeDays && recall === settings.passwordRecall
  const isRight = (!expires || isAge) && isRecall && !isSame
  const changes = {
    ...(age === settings.passwordMaxAgeDays ? {} : { passwordMaxAgeDays: age === null ? null : Number(age) }),
    ...(recall === settings.passwordRecall ? {} : { passwordRecall: Number(recall) }),
  }
  return (
    <SettingForm settings={settings} changes={isRight ? changes : undefined} onClose={onClose}>
      {({ isTried, errorOf }) => (
        <>
          <Checkbox
            label={t('policy.expires')}
            checked={expires}
            onChange={event => setExpires(event.currentTarget.checked)}
          />
          {expires && (
            <NumberInput
              label={t('policy.days')}
              value={days}
              onChange={setDays}
              allowDecimal={false}
              maw={240}
              required
              error={errorOf('passwordMaxAgeDays') ?? (isTried && !isAge && t('policy.daysRange', AGE))}
            />
          )}
          <NumberInput
            label={t('policy.recallCount')}
            description={t('policy.recallHint')}
            value={recall}
            onChange={setRecall}
            allowDecimal={false}
            maw={420}
            required
            error={
              errorOf('passwordRecall') ??
              ((isTried && !isRecall && t('policy.recallRange', RECALL)) ||
                (isTried && isSame && t('policy.same')))
            }
          />
        </>
      )}
    </SettingForm>
  )
}

function isWithin(typed: number | string, { min, max }: { min: number; max: number }): boolean {
  return typeof typed === 'number' && Number.isInteger(typed) && typed >= min && typed <= max
}
