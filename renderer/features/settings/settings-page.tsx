import { Tabs, Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useRight } from '../../session/session.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { LaboratorySettings } from './laboratory-settings.tsx'
import { PasswordSettings } from './password-settings.tsx'
import classes from './settings-page.module.css'
import { SigningSettings } from './signing-settings.tsx'
import { SiteSettings } from './site-settings.tsx'
import { UserSettings } from './user-settings.tsx'

export const SettingsTab = z.enum(['appearance', 'site', 'users', 'signing', 'laboratories', 'password'])
export type SettingsTab = z.infer<typeof SettingsTab>

/** Everything that is decided once: for this computer, for the site, for oneself. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { tab = 'appearance' } = useParams({ strict: false }) as { tab?: SettingsTab }
  const navigate = useNavigate()
  const maySeeLaboratories = useRight('laboratories.read')
  const tabs = SettingsTab.options.filter(name => name !== 'laboratories' || maySeeLaboratories)
  return (
    <div className={classes['page']}>
      <Title order={1} mb="sm">
        {t('title')}
      </Title>
      <Tabs
        value={tabs.includes(tab) ? tab : 'appearance'}
        onChange={value => void navigate({ to: '/settings/$tab', params: { tab: SettingsTab.parse(value) } })}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map(name => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="appearance" className={classes['panel'] ?? ''}>
          <AppearanceSettings />
        </Tabs.Panel>
        <Tabs.Panel value="site" className={classes['panel'] ?? ''}>
          <SiteSettings />
        </Tabs.Panel>
        <Tabs.Panel value="users" className={classes['panel'] ?? ''}>
          <UserSettings />
        </Tabs.Panel>
        <Tabs.Panel value="signing" className={classes['panel'] ?? ''}>
          <SigningSettings />
        </Tabs.Panel>
        {maySeeLaboratories && (
          <Tabs.Panel value="laboratories" className={classes['panel'] ?? ''}>
            <LaboratorySettings />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="password" className={classes['panel'] ?? ''}>
          <PasswordSettings />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
