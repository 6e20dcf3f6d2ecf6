import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '#shared/api/app.ts'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { COMMAND_KEYS } from '../../shell/commands.ts'
import { Logo } from '../../shell/logo.tsx'
import { Shortcut } from '../../shell/shortcut.tsx'
import classes from './about.module.css'
import { LicenceList } from './licence-list.tsx'

/** What runs here, where its data are, what it is not, and whose work is in it. */
export function About() {
  const { t } = useTranslation(['settings', 'shell', 'session'])
  const { data: info, error, refetch } = useRead('app', 'info', {})
  return (
    <div className={classes['page']}>
      <header>
        <div className={classes['brand']}>
          <Logo size={40} />
          <Title order={1}>{t('settings:about.title')}</Title>
        </div>
        <Text mt="xs">{t('settings:about.what')}</Text>
        <p className={classes['statement']}>{t('session:statement')}</p>
        <Text size="sm" c="dimmed" mt={4}>
          {t('settings:about.rules')}
        </Text>
      </header>
      <section>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {info && <Versions info={info} />}
      </section>
      <section>
        <Title order={2} size="h3" mb={6}>
          {t('settings:about.keys')}
        </Title>
        <ul className={classes['keys']}>
          {COMMANDS.map(id => (
            <li key={id}>
              {t(`shell:commands.${id}`)}
              <Shortcut keys={COMMAND_KEYS[id]} />
            </li>
          ))}
          <li>
            {t('settings:about.save')}
            <Shortcut keys="mod+Enter" />
          </li>
          <li>
            {t('settings:about.closePanel')}
            <Shortcut keys="Esc" />
          </li>
        </ul>
      </section>
      <section>
        <Title order={2} size="h3" mb={6}>
          {t('settings:about.licences')}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('settings:about.licencesHint')}
        </Text>
        <LicenceList />
      </section>
    </div>
  )
}

const COMMANDS = Object.keys(COMMAND_KEYS) as (keyof typeof COMMAND_KEYS)[]

function Versions({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation('settings')
  const runtime = Object.entries(info.runtime).map(([name, version]) => `${name} ${version}`)
  return (
    <Facts
      rows={[
        [t('about.version'), info.version],
        [t('about.build'), info.build ?? t('about.fromSource')],
        [t('about.host'), t(`about.hosts.${info.host}`)],
        [t('about.runtime'), runtime.join(' · ')],
        [
          t('about.folder'),
          <span key="folder" className={classes['folder']}>
            {info.dataFolder}
          </span>,
        ],
      ]}
    />
  )
}
