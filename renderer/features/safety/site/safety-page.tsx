import { Loader, Tabs, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { useRight } from '../../../session/session.tsx'
import { NotForRole } from '../../candidates/not-for-role.tsx'
import { EventList } from './event-list.tsx'
import { ListingExport } from './listing-export.tsx'
import { SafetyOverviewOf } from './overview.tsx'
import { ProtocolSwitch } from './protocol-switch.tsx'
import classes from './site.module.css'

/** Safety of the site: every adverse event, and what they come to. Blinded throughout. */
export function SafetyPage() {
  const { t } = useTranslation('safetySite')
  const mayRead = useRight('facts.read')
  const { isOn } = usePrivacy()
  if (!mayRead) return <NotForRole />
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <Title order={1}>{t('page.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('page.blinded')}
          </Text>
        </div>
        {!isOn && <ListingExport />}
      </header>
      {isOn ? <Notice kind="info">{t('page.hidden')}</Notice> : <Parts />}
    </div>
  )
}

function Parts() {
  const { t } = useTranslation('safetySite')
  const navigate = useNavigate()
  const search = useSearch({ from: '/safety' })
  const isOverview = search.part === 'overview'
  const change = (part: string | null) =>
    void navigate({
      to: '/safety',
      search: { ...search, part: part === 'overview' ? part : undefined },
      replace: true,
    })
  return (
    <Tabs value={isOverview ? 'overview' : 'events'} onChange={change} keepMounted={false}>
      <Tabs.List aria-label={t('page.parts')}>
        <Tabs.Tab value="events">{t('page.events')}</Tabs.Tab>
        <Tabs.Tab value="overview">{t('page.overview')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="events" pt="sm">
        <Events />
      </Tabs.Panel>
      <Tabs.Panel value="overview" pt="sm">
        <Overview />
      </Tabs.Panel>
    </Tabs>
  )
}

function Events() {
  const { t } = useTranslation('common')
  const { data, error, refetch } = useRead('adverseEvents', 'list', {})
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  return <EventList events={data.events} now={data.now} />
}

/** Rates are of one protocol: without a choice it is the first one. */
function Overview() {
  const { protocol, cohort } = useSearch({ from: '/safety' })
  const { data: protocols } = useRead('protocols', 'list', {})
  const shown = protocol ?? protocols?.[0]?.id
  if (shown === undefined) return null
  return (
    <>
      <ProtocolSwitch shown={shown} />
      <SafetyOverviewOf protocolId={shown} cohort={cohort} />
    </>
  )
}
