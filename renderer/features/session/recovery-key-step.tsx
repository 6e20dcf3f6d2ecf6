import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DangerButton } from '../../components/danger-button.tsx'
import { useSessionControl } from '../../session/session.tsx'
import { KeyShown } from './key-shown.tsx'
import type { TypedSite } from './site-step.tsx'
import { TypeBack } from './type-back.tsx'
import { useKeyGuard } from './use-key-guard.ts'

interface RecoveryKeyStepProps {
  readonly site: TypedSite
  readonly recoveryKey: string
}

/** The only time that the recovery key is on a screen. It leaves the page with this step. */
export function RecoveryKeyStep({ site, recoveryKey }: RecoveryKeyStepProps) {
  const { refresh } = useSessionControl()
  const [isTyping, setTyping] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const askToLeave = useCallback(() => setLeaving(true), [])
  const release = useKeyGuard(askToLeave)
  const goOn = useCallback(() => {
    release()
    void refresh()
  }, [release, refresh])
  return (
    <>
      {isTyping ? (
        <TypeBack recoveryKey={recoveryKey} onBack={() => setTyping(false)} onSame={goOn} />
      ) : (
        <KeyShown
          site={site}
          recoveryKey={recoveryKey}
          onTakenDown={() => setTyping(true)}
          onLeave={askToLeave}
        />
      )}
      <LeaveDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onLeave={goOn} />
    </>
  )
}

interface LeaveDialogProps {
  readonly isOpen: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
}

function LeaveDialog({ isOpen, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation(['session', 'common'])
  const [isUnderstood, setUnderstood] = useState(false)
  return (
    <Modal
      opened={isOpen}
      onClose={onStay}
      title={t('session:key.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('session:key.leaveHint')}</Text>
        <Checkbox
          label={t('session:key.leaveUnderstood')}
          checked={isUnderstood}
          onChange={event => setUnderstood(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('session:key.stay')}
          </Button>
          <DangerButton disabled={!isUnderstood} onClick={onLeave}>
            {t('session:key.leaveAnyway')}
          </DangerButton>
        </Group>
      </Stack>
    </Modal>
  )
}
