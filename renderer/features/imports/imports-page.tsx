import { Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { useBegunImport } from './import-provider.tsx'
import { ImportTable } from './import-table.tsx'
import classes from './imports.module.css'

/** Every import of the site, with its originals and the way to take it back. */
export function ImportsPage() {
  const { t } = useTranslation('imports')
  const mayRead = useRight('facts.read')
  const mayWrite = useRight('facts.write')
  const { isOn } = usePrivacy()
  const hasBegun = useBegunImport().files.length > 0
  if (!mayRead) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1} mb={2}>
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('hint')}
          </Text>
        </div>
        {mayWrite && !isOn && (
          <LinkButton to="/imports/new" flex="none" leftSection={<IconFileImport size={17} />}>
            {t(hasBegun ? 'goOn' : 'new')}
          </LinkButton>
        )}
      </Group>
      {isOn ? (
        <Stack mt="md" maw={640}>
          <Notice kind="info">{t('hidden')}</Notice>
        </Stack>
      ) : (
        <Listed />
      )}
    </div>
  )
}

function Listed() {
  const { t } = useTranslation(['imports', 'common'])
  const mayWrite = useRight('facts.write')
  const { data, error, refetch } = useRead('imports', 'list', {})
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" mt="lg" aria-label={t('common:loading')} />
  if (data.length === 0)
    return (
      <Stack mt="xl" gap={4} maw={620}>
        <Text fw={600}>{t('imports:none')}</Text>
        <Text size="sm" c="dimmed">
          {t(mayWrite ? 'imports:noneHint' : 'imports:noneReadOnly')}
        </Text>
      </Stack>
    )
  const newestFirst = data.toSorted((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt))
  return (
    <>
      <Text size="sm" c="dimmed" mt="md" mb={4} role="status">
        {t('imports:count', { count: data.length })}
      </Text>
      <ImportTable imports={newestFirst} />
    </>
  )
}
