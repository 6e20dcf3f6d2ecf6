import { Box, Button, List, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpeningFinding } from '#shared/api/session.ts'
import { Notice } from '../components/notice.tsx'
import { useSession } from '../session/session.tsx'
import { DraftOffers } from './draft-offers.tsx'

/** What somebody did to the store on purpose; every other finding is amiss until it is explained. */
const DONE: readonly OpeningFinding[] = [
  'store_restored',
  'rekeying_broke_off',
  'rekeying_completed',
  'store_migrated',
]

/** What must be seen first after unlocking: failed attempts by somebody else, findings about the store, kept drafts. */
export function WelcomeNotices() {
  const { welcome } = useSession()
  const findings = welcome?.findings ?? []
  return (
    <>
      <Amiss
        failedAttempts={welcome?.failedAttempts ?? 0}
        findings={findings.filter(finding => !DONE.includes(finding))}
      />
      <Done findings={findings.filter(finding => DONE.includes(finding))} />
      <DraftOffers />
    </>
  )
}

interface DoneProps {
  readonly findings: readonly OpeningFinding[]
}

function Amiss({ failedAttempts, findings }: DoneProps & { readonly failedAttempts: number }) {
  const { t } = useTranslation('shell')
  const [isSeen, setSeen] = useState(false)
  if (isSeen || (failedAttempts === 0 && findings.length === 0)) return null
  return (
    <Box mb="md">
      <Notice kind="bad" title={t('welcome.title')} role="alert">
        <List size="sm" spacing={4}>
          {failedAttempts > 0 && (
            <List.Item>{t('welcome.failedAttempts', { count: failedAttempts })}</List.Item>
          )}
          <Findings findings={findings} />
        </List>
        <Close isRecorded={findings.length > 0} onSeen={() => setSeen(true)} />
      </Notice>
    </Box>
  )
}

function Done({ findings }: DoneProps) {
  const { t } = useTranslation('shell')
  const [isSeen, setSeen] = useState(false)
  if (isSeen || findings.length === 0) return null
  return (
    <Box mb="md">
      <Notice kind="info" title={t('welcome.titleNote')} role="status">
        <List size="sm" spacing={4}>
          <Findings findings={findings} />
        </List>
        <Close isRecorded onSeen={() => setSeen(true)} />
      </Notice>
    </Box>
  )
}

/** What was found, and what to do about it. */
function Findings({ findings }: DoneProps) {
  const { t } = useTranslation('shell')
  return findings.map(finding => (
    <List.Item key={finding}>
      {t(`welcome.finding.${finding}`)}
      <div>{t(`welcome.todo.${finding}`)}</div>
    </List.Item>
  ))
}

interface CloseProps {
  readonly isRecorded: boolean
  readonly onSeen: () => void
}

function Close({ isRecorded, onSeen }: CloseProps) {
  const { t } = useTranslation('shell')
  return (
    <>
      {isRecorded && (
        <Text size="sm" mt="xs">
          {t('welcome.recorded')}
        </Text>
      )}
      <Button mt="sm" size="xs" variant="default" onClick={onSeen}>
        {t('welcome.seen')}
      </Button>
    </>
  )
}
