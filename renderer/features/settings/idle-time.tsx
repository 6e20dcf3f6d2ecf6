import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/api/settings.ts'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { useRight } from '../../session/session.tsx'
import { ReasonField } from './reason-field.tsx'

const LIMITS = { min: 1, max: 60 }

/** Minutes without anybody at the keyboard after which the store locks; a change gives its reason. */
export function IdleTime({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation(['settings', 'common'])
  const mayChange = useRight('settings.change')
  const [isChanging, setChanging] = useState(false)
  return (
    <Stack gap="xs">
      <Text>{t('settings:idle.now', { count: settings.idleMinutes })}</Text>
      <Text size="sm" c="dimmed">
        {t('settings:idle.hint')}
      </Text>
      {mayChange && !isChanging && (
        <Group>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('settings:idle.change')}
          </Button>
        </Group>
      )}
      {isChanging && <IdleForm settings={settings} onClose={() => setChanging(false)} />}
    </Stack>
  )
}

interface IdleFormProps {
  readonly settings: Settings
  readonly onClose: () => void
}

function IdleForm({ settings, onClose }: IdleFormProps) {
  const { t } = useTranslation(['settings', 'common'])
  const write = useWrite('settings', 'change')
  const [minutes, setMinutes] = useState<number | string>(settings.idleMinutes)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isWhole = typeof minutes === 'number' && Number.isInteger(minutes)
  const isWithin = isWhole && minutes >= LIMITS.min && minutes <= LIMITS.max
  const isSame = minutes === settings.idleMinutes
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isWithin || isSame || reason.trim() === '') return
    const changes = { idleMinutes: minutes }
    write.mutate({ expectedVersion: settings.version, changes, reason }, { onSuccess: onClose })
  }
  const errors = useFieldErrors(write.error)
  const wrong = isSame ? t('settings:idle.same') : t('settings:idle.range', LIMITS)
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NumberInput
          label={t('settings:idle.minutes')}
          value={minutes}
          onChange={setMinutes}
          allowDecimal={false}
          maw={200}
          required
          autoFocus
          error={errors['changes.idleMinutes'] ?? (isTried && (!isWithin || isSame) && wrong)}
        />
        <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
        {write.error && !isAboutFields(write.error, ['changes.idleMinutes', 'reason']) && (
          <Failure error={write.error} />
        )}
        <Group>
          <Button type="submit" loading={write.isPending}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
