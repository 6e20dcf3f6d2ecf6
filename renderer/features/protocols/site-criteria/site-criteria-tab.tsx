import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import type { EnteredCriteria, ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { VersionHistory } from '../version-history.tsx'
import { CriteriaImport } from './criteria-import.tsx'

/** The criteria that the site enters where the record publishes none: what holds now, a new file, and every version. */
export function SiteCriteriaTab({ details }: { readonly details: ProtocolDetails }) {
  const { t } = useTranslation('protocols')
  const mayEnter = useRight('protocols.configure')
  const { data: history } = useRead('protocols', 'history', { id: details.definition.id })
  return (
    <div className={classes['parts']}>
      <Present criteria={details.criteria} />
      {mayEnter ? (
        <CriteriaImport details={details} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('site.onlyInvestigator')}
        </Text>
      )}
      <History versions={history?.criteria ?? []} />
    </div>
  )
}

function Present({ criteria }: { readonly criteria: EnteredCriteria | null }) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  if (criteria === null) return <p className={classes['remark']}>{t('criteria.notPublished')}</p>
  const { protocolVersion, approvedOn, training, criteria: list } = criteria.criteria
  return (
    <Text component="div">
      {t('site.present', {
        version: criteria.version,
        protocolVersion,
        approvedOn: dateText(approvedOn, language),
        number: list.length,
      })}{' '}
      {training && <TrainingMark />}
    </Text>
  )
}

function History({ versions }: { readonly versions: readonly EnteredCriteria[] }) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  return (
    <VersionHistory
      versions={versions}
      columns={[
        {
          head: t('history.approved'),
          cell: ({ criteria }) => `${criteria.protocolVersion}, ${dateText(criteria.approvedOn, language)}`,
        },
        { head: 'SHA-256', cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code> },
      ]}
    />
  )
}
