import { Alert, List, Text } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.tsx'
import { DraftOffers } from './draft-offers.tsx'

/** What must be seen first after unlocking: failed attempts by somebody else, findings about the store, kept drafts. */
export function WelcomeNotices() {
  const { t } = useTranslation(['shell', 'common'])
  const { welcome } = useSession()
  const [isSeen, setSeen] = useState(false)
  const failed = welcome?.failedAttempts ?? 0
  const findings = welcome?.findings ?? []
  const hasNotice = !isSeen && (failed > 0 || findings.length > 0)
  return (
    <>
      {hasNotice && (
        <Alert
          color="orange"
          mb="md"
          icon={<IconShieldExclamation />}
          title={t('shell:welcome.title')}
          withCloseButton
          closeButtonLabel={t('common:close')}
          onClose={() => setSeen(true)}
          role="alert"
        >
          <List size="sm" spacing={4}>
            {failed > 0 && <List.Item>{t('shell:welcome.failedAttempts', { count: failed })}</List.Item>}
            {findings.map(finding => (
              <List.Item key={finding}>{t(`shell:welcome.finding.${finding}`)}</List.Item>
            ))}
          </List>
          {findings.length > 0 && (
            <Text size="sm" mt="xs">
              {t('shell:welcome.whatToDo')}
            </Text>
          )}
        </Alert>
      )}
      <DraftOffers />
    </>
  )
}
