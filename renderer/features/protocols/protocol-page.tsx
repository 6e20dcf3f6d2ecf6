import { Loader, Tabs, Text, Title } from '@mantine/core'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { useCoreText } from '../../components/core-text.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { ConfigurationStatus } from '../signatures/configuration-status.tsx'
import { SafetyWatch, ScoresAndCharts, VisitsAndDoses } from './conduct/conduct-tabs.tsx'
import { CriteriaTab } from './criteria-tab.tsx'
import { Overview } from './overview.tsx'
import { choicesIn, type ProtocolDetails, readingsIn } from './protocol-details.ts'
import classes from './protocols.module.css'
import { ReadingsTab } from './readings/readings-tab.tsx'
import { Schedule } from './schedule.tsx'
import { SiteCriteriaTab } from './site-criteria/site-criteria-tab.tsx'

/** One protocol in words: what its record says, what it leaves open, and what the site decided. */
export function ProtocolPage() {
  const { protocolId } = useParams({ from: '/protocols/$protocolId' })
  const { t } = useTranslation('common')
  const { data, error, refetch } = useRead('protocols', 'get', { id: protocolId })
  if (error !== null && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  return (
    <div className={classes['page']}>
      <Head details={data} />
      <Parts key={protocolId} details={data} />
    </div>
  )
}

function Head({ details: { definition, criteria } }: { readonly details: ProtocolDetails }) {
  const { t } = useTranslation(['protocols', 'trends'])
  const textOf = useCoreText()
  const { id, title, site, sponsor, version, record } = definition
  return (
    <header className={classes['head']}>
      <LinkAnchor to="/protocols" size="sm">
        {t('list.title')}
      </LinkAnchor>
      <Title order={1}>
        {id} {criteria?.criteria.training && <TrainingMark />}
      </Title>
      <Text size="lg">{textOf(title)}</Text>
      <Text size="sm" c="dimmed">
        {[site, sponsor, t('definition', { version })].filter(part => part !== undefined).join(' · ')}
      </Text>
      <ConfigurationStatus protocolId={id} />
      <LinkAnchor to="/cohort/$protocolId" params={{ protocolId: id }} size="sm">
        {t('trends:cohort.link')}
      </LinkAnchor>
      {record.remark && <p className={classes['remark']}>{textOf(record.remark)}</p>}
    </header>
  )
}

const TABS = [
  'overview',
  'criteria',
  'readings',
  'schedule',
  'site-criteria',
  'visits-and-doses',
  'scores-and-charts',
  'safety-watch',
] as const
type Tab = (typeof TABS)[number]

/** Which part is shown stands behind the address, so that a reading or the import can be linked to. */
function Parts({ details }: { readonly details: ProtocolDetails }) {
  const { t } = useTranslation('protocols')
  const navigate = useNavigate()
  const hash = useLocation({ select: location => location.hash })
  const isEntered = details.definition.eligibilityCriteria === 'not_published'
  const tabs = TABS.filter(tab => tab !== 'site-criteria' || isEntered)
  const reading = hash.startsWith('reading-') ? hash.slice('reading-'.length) : undefined
  const tab = reading ? 'readings' : (tabs.find(one => one === hash) ?? 'overview')
  const undecided = readingsIn(details).length - Object.keys(choicesIn(details)).length
  const panels: Readonly<Record<Tab, () => ReactNode>> = {
    overview: () => <Overview definition={details.definition} />,
    criteria: () => <CriteriaTab details={details} />,
    readings: () => <ReadingsTab details={details} linked={reading} />,
    schedule: () => <Schedule definition={details.definition} />,
    'site-criteria': () => <SiteCriteriaTab details={details} />,
    'visits-and-doses': () => <VisitsAndDoses details={details} />,
    'scores-and-charts': () => <ScoresAndCharts details={details} />,
    'safety-watch': () => <SafetyWatch details={details} />,
  }
  return (
    <Tabs
      value={tab}
      onChange={to => void navigate({ to: '.', hash: to ?? '', replace: true, resetScroll: false })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('tabs.label')} className={classes['tabs'] ?? ''}>
        {tabs.map(one => (
          <Tabs.Tab key={one} value={one}>
            {t(`tabs.${one}`)}
            {one === 'readings' && undecided > 0 && (
              <span className={classes['mark']}>{t('readings.undecided', { count: undecided })}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(one => (
        <Tabs.Panel key={one} value={one} pt="md">
          {panels[one]()}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
