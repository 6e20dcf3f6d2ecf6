import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { BackupSettings, BackupStatus } from '#shared/api/backups.ts'
import { Facts } from '../../components/facts.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { everyName, keptText } from './backup-words.ts'
import classes from './backups.module.css'
import { PlanDialog } from './plan-dialog.tsx'

/** Where and when the site backs up, in words, and the way to change it. */
export function BackupPlan({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups')
  const mayManage = useRight('backups.manage')
  const [isOpen, { open, close }] = useDisclosure(false)
  const { settings, version } = status
  return (
    <section className={classes['card']} aria-labelledby="backups-plan">
      <h2 id="backups-plan">{t('plan.title')}</h2>
      <Stack gap="sm" align="flex-start">
        {settings ? <Plan settings={settings} /> : <Text size="sm">{t('plan.none')}</Text>}
        {!settings && !mayManage && <Text size="sm">{t('now.onlyManagers')}</Text>}
        {mayManage && (
          <Button variant={settings ? 'default' : 'filled'} aria-haspopup="dialog" onClick={open}>
            {t(settings ? 'plan.change' : 'plan.choose')}
          </Button>
        )}
      </Stack>
      {isOpen && <PlanDialog {...{ settings, version }} onClose={close} />}
    </section>
  )
}

function Plan({ settings }: { readonly settings: BackupSettings }) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  return (
    <Facts
      rows={[
        [t('plan.folder'), settings.folder],
        [t('plan.when'), t(`plan.every.${everyName(settings.everyHours)}`)],
        [t('plan.closing'), t(settings.onClosing ? 'plan.onClosing' : 'plan.notOnClosing')],
        [t('plan.keep'), keptText(settings.keep, { t, language })],
      ]}
    />
  )
}
