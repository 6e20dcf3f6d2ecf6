import { Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Api } from '../../api/api.tsx'
import { useRead } from '../../api/hooks.ts'
import { useCoreText } from '../../components/core-text.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { ConfigurationStatus } from '../signatures/configuration-status.tsx'
import { choicesIn, readingsIn } from './protocol-details.ts'
import classes from './protocols.module.css'

type Summary = Awaited<ReturnType<Api['protocols']['list']>>[number]

/** The protocols that Lobule ships, and what each still waits for. */
export function ProtocolList() {
  const { t } = useTranslation(['protocols', 'common'])
  const { data, error, refetch } = useRead('protocols', 'list', {})
  return (
    <div className={classes['page']}>
      <Title order={1}>{t('protocols:list.title')}</Title>
      {error !== null && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {data?.map(summary => (
        <ProtocolSummary key={summary.id} summary={summary} />
      ))}
    </div>
  )
}

function ProtocolSummary({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const mayConfigure = useRight('protocols.configure')
  const { data: details } = useRead('protocols', 'get', { id: summary.id })
  const undecided = details ? readingsIn(details).length - Object.keys(choicesIn(details)).length : 0
  const { id, version, title, site, eligibilityCriteria, criteriaVersion } = summary
  const link = { to: '/protocols/$protocolId', params: { protocolId: id } } as const
  return (
    <section className={classes['summary']} aria-label={id}>
      <Title order={2} size="h3">
        <LinkAnchor {...link} inherit>
          {id}
        </LinkAnchor>
      </Title>
      <Text>{textOf(title)}</Text>
      <Text size="sm" c="dimmed">
        {site} · {t('definition', { version })}
        {details && ` · ${textOf(details.definition.record.status)}`}
      </Text>
      <ul className={classes['states']}>
        <li data-open={eligibilityCriteria === 'not_published' || undefined}>
          {t(`list.criteria.${eligibilityCriteria}`, { version: criteriaVersion })}{' '}
          {eligibilityCriteria === 'not_published' && mayConfigure && (
            <LinkAnchor {...link} hash="site-criteria">
              {t('list.enter')}
            </LinkAnchor>
          )}
        </li>
        {details && (
          <li data-open={undecided > 0 || undefined}>
            {undecided === 0 ? t('list.allChosen') : t('list.undecided', { count: undecided })}{' '}
            {undecided > 0 && (
              <LinkAnchor {...link} hash="readings">
                {t('list.choose')}
              </LinkAnchor>
            )}
          </li>
        )}
      </ul>
      <ConfigurationStatus protocolId={id} />
    </section>
  )
}
