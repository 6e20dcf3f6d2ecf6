import { Box, Button, List, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice.tsx'
import { useSession } from '../session/session.tsx'
import { DraftOffers } from './draft-offers.tsx'

/** What must be seen first after unlocking: failed attempts by somebody else, findings about the store, kept drafts. */
export function WelcomeNotices() {
  const { t } = useTranslation('shell')
  const { welcome } = useSession()
  const [isSeen, setSeen] = useState(false)
  const failed = welcome?.failedAttempts ?? 0
  const findings = welcome?.findings ?? []
  const hasNotice = !isSeen && (failed > 0 || findings.length > 0)
  return (
    <>
      {hasNotice && (
        <Box mb="md">
          <Notice kind="bad" title={t('welcome.title')} role="alert">
            <List size="sm" spacing={4}>
              {failed > 0 && <List.Item>{t('welcome.failedAttempts', { count: failed })}</List.Item>}
              {findings.map(finding => (
                <List.Item key={finding}>{t(`welcome.finding.${finding}`)}</List.Item>
              ))}
            </List>
            {findings.length > 0 && (
              <Text size="sm" mt="xs">
                {t('welcome.whatToDo')}
              </Text>
            )}
            <Button mt="sm" size="xs" variant="default" onClick={() => setSeen(true)}>
              {t('welcome.seen')}
            </Button>
          </Notice>
        </Box>
      )}
      <DraftOffers />
    </>
  )
}
