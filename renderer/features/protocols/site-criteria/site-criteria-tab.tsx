import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePeople } from '../../chart/use-people.ts'
import type { EnteredCriteria, ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
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
      {history && history.criteria.length > 0 && <History versions={history.criteria} />}
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
  const nameOf = usePeople()
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('history.title')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('history.version')}</Table.Th>
            <Table.Th>{t('history.who')}</Table.Th>
            <Table.Th>{t('history.reason')}</Table.Th>
            <Table.Th>{t('history.approved')}</Table.Th>
            <Table.Th>SHA-256</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions
            .toSorted((a, b) => b.version - a.version)
            .map(({ version, author, enteredAt, reason, criteria, sha256 }) => (
              <Table.Tr key={version}>
                <Table.Td>{version}</Table.Td>
                <Table.Td>
                  {nameOf(author)}, {timeText(enteredAt, language)}
                </Table.Td>
                <Table.Td>{reason ?? t('history.first')}</Table.Td>
                <Table.Td>
                  {criteria.protocolVersion}, {dateText(criteria.approvedOn, language)}
                </Table.Td>
                <Table.Td title={sha256}>
                  <code>{sha256.slice(0, 12)}</code>
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
