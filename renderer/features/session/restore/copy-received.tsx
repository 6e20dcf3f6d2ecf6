import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CopySummary } from '#shared/api/exports.ts'
import { Facts } from '../../../components/facts.tsx'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { countText, instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './restore.module.css'
import type { ReceivedCopy } from './use-received-copy.ts'

interface CopyReceivedProps {
  readonly received: ReceivedCopy
  readonly isOpening: boolean
  readonly error: unknown
  readonly onOpen: () => void
  readonly onCancel: () => void
}

/** What a copy is, before it becomes the store of this computer: whose, of when, and by what it can be compared. */
export function CopyReceived({ received, isOpening, error, onOpen, onCancel }: CopyReceivedProps) {
  const { t } = useTranslation(['session', 'common'])
  const { name, copy, sha256 } = received
  return (
    <Stack gap="md">
      <Notice kind="good" role="status" title={t('session:copy.whole')}>
        {name}
      </Notice>
      <About copy={copy} sha256={sha256} />
      <Tables tables={copy.tables} />
      <Text size="sm">{t('session:copy.after')}</Text>
      {error !== undefined && <Failure error={error} />}
      <Group>
        <Button onClick={onOpen} loading={isOpening} data-autofocus>
          {t('session:copy.open')}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={isOpening}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function About({ copy, sha256 }: Pick<ReceivedCopy, 'copy' | 'sha256'>) {
  const { t } = useTranslation('session')
  const language = useLanguage()
  const { site, madeAt, application, trail } = copy
  return (
    <div className={classes['facts']}>
      <Facts
        rows={[
          [
            t('copy.site'),
            <span key="site">
              {site.name} {site.training && <TrainingMark />}
            </span>,
          ],
          [t('site.number'), site.number],
          [t('copy.madeAt'), instantText(madeAt, language)],
          [t('copy.application'), t('version', { version: application })],
          [t('copy.entries'), countText(trail.entries, language)],
          [t('copy.head'), <Hash key="head" text={trail.hash} />],
          ...(sha256 === null ? [] : [[t('copy.hash'), <Hash key="file" text={sha256} />] as const]),
        ]}
      />
    </div>
  )
}

function Hash({ text }: { readonly text: string }) {
  return <span className={classes['hash']}>{text}</span>
}

/** For whoever compares the copy with the original count by count. */
function Tables({ tables }: Pick<CopySummary, 'tables'>) {
  const { t } = useTranslation('session')
  const language = useLanguage()
  const rows = Object.entries(tables).map(([table, count]) => [table, countText(count, language)] as const)
  return (
    <details className={classes['tables']}>
      <summary>{t('copy.tables')}</summary>
      <Facts rows={rows.toSorted(([a], [b]) => a.localeCompare(b))} />
    </details>
  )
}
