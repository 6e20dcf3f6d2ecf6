import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'
import classes from './settings-page.module.css'

/** The own password, changed whenever its owner wants to. */
export function PasswordSettings() {
  const { t } = useTranslation('settings')
  const [isDone, setDone] = useState(false)
  return (
    <Stack gap="sm" className={classes['section'] ?? ''}>
      <Text size="sm" c="dimmed">
        {t('password.hint')}
      </Text>
      <OwnPasswordForm onChanged={() => setDone(true)} onTyped={() => setDone(false)} />
      {isDone && (
        <Notice kind="good" role="status">
          {t('password.done')}
        </Notice>
      )}
    </Stack>
  )
}
