import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#shared/api/backups.ts'
import { useWrite } from '../../api/hooks.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useRight } from '../../session/session.tsx'
import { BackUpElsewhere } from './back-up-elsewhere.tsx'
import classes from './backups.module.css'

/** One backup now, for those who may make one; why not, where no folder is chosen. */
export function BackUpNow({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups')
  const mayMake = useRight('backups.make')
  const mayManage = useRight('backups.manage')
  const textOf = useErrorText()
  const start = useWrite('backups', 'start')
  const queries = useQueryClient()
  const { settings, running, failed } = status
  // What kept it from being written is in the status as well, with what to do.
  const refresh = () => void queries.invalidateQueries({ queryKey: ['backups'] })
  if (!mayMake) return null
  return (
    <Stack gap={4} align="flex-end" flex="none" maw={420}>
      <Group gap="xs" wrap="nowrap">
        {mayManage && <BackUpElsewhere disabled={running !== null} />}
        <Button
          leftSection={<IconDeviceFloppy size={17} aria-hidden="true" />}
          disabled={settings === null || running !== null}
          loading={start.isPending}
          onClick={() => start.mutate({}, { onError: refresh })}
        >
          {t('now.make')}
        </Button>
      </Group>
      {settings === null && (
        <Text size="sm" c="dimmed" ta="right">
          {t(mayManage ? 'now.noFolder' : 'now.onlyManagers')}
        </Text>
      )}
      {start.error && failed === null && (
        <p className={classes['refused']} role="alert">
          {textOf(start.error)}
        </p>
      )}
    </Stack>
  )
}
