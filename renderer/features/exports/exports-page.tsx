import { Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { CompleteCopy } from './complete-copy.tsx'
import { CopiesTaken } from './copies-taken.tsx'
import { ExportTable } from './export-table.tsx'
import classes from './exports.module.css'

/** Data that left the site, or are about to: what, whose, why, and by whom. */
export function ExportsPage() {
  const { t } = useTranslation('exports')
  const maySee = useRight('documents.export')
  const mayExport = useRight('data.export')
  const mayCopy = useRight('data.copy')
  const { isOn } = usePrivacy()
  if (!maySee) return <NotForRole />
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <Title order={1} mb={2}>
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            {t('hint')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" flex="none">
          {mayCopy && <CompleteCopy />}
          {mayExport && (
            <LinkButton to="/exports/new" leftSection={<IconFileExport size={17} aria-hidden="true" />}>
              {t('new')}
            </LinkButton>
          )}
        </Group>
      </header>
      {isOn ? (
        <Stack mt="md" maw={640}>
          <Notice kind="info">{t('hidden')}</Notice>
        </Stack>
      ) : (
        <>
          <History />
          <CopiesTaken />
        </>
      )}
    </div>
  )
}

function History() {
  const { t } = useTranslation(['exports', 'common'])
  const { data, error, refetch } = useRead('exports', 'list', {})
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" mt="lg" aria-label={t('common:loading')} />
  if (data.length > 0) return <ExportTable exports={data} />
  return (
    <Stack mt="xl" gap={4} maw={560}>
      <Text fw={600}>{t('exports:none')}</Text>
      <Text size="sm" c="dimmed">
        {t('exports:noneHint')}
      </Text>
    </Stack>
  )
}
