import { Button, Stack, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRight } from '../../session/session.tsx'
import { COMMAND_KEYS } from '../../shell/commands.ts'
import { Shortcut } from '../../shell/shortcut.tsx'
import classes from './log.module.css'

/** Before the first candidate: what one is here, and how to add one. */
export function NoCandidates() {
  const { t } = useTranslation('candidates')
  const navigate = useNavigate()
  const mayRegister = useRight('patients.write')
  return (
    <Stack className={classes['empty'] ?? ''} gap="sm" align="flex-start">
      <Title order={1}>{t('empty.title')}</Title>
      <Text>{t('empty.what')}</Text>
      <Text c="dimmed" size="sm">
        {t(mayRegister ? 'empty.next' : 'empty.notYou')}
      </Text>
      {mayRegister && (
        <Button
          size="md"
          mt="xs"
          onClick={() => void navigate({ to: '/candidates/new' })}
          rightSection={<Shortcut keys={COMMAND_KEYS['new-candidate']} />}
        >
          {t('add')}
        </Button>
      )}
    </Stack>
  )
}

/** While a patient can see the screen: no word about any other. */
export function HiddenLog() {
  const { t } = useTranslation('candidates')
  return (
    <Stack className={classes['empty'] ?? ''} gap="sm" align="flex-start">
      <Title order={1}>{t('title')}</Title>
      <Text>{t('hidden.what')}</Text>
      <Text c="dimmed" size="sm">
        {t('hidden.how')} <Shortcut keys={COMMAND_KEYS.privacy} />
      </Text>
    </Stack>
  )
}
