import { Button, Group, List, Stack, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RestorePlan } from '#shared/api/restoring.ts'
import { DangerButton } from '../../../components/danger-button.tsx'
import { Failure } from '../../../components/failure.tsx'
import { FocusedTitle } from '../../../components/focused-title.tsx'
import { LossTold } from './loss-told.tsx'
import classes from './restore.module.css'
import { TwoStates } from './two-states.tsx'

interface RestoreChoiceProps {
  readonly plan: RestorePlan
  readonly attempt: { readonly isRunning: boolean; readonly error?: unknown }
  readonly onPerform: () => void
  readonly onBack: () => void
}

/** The one confirmation: what would be lost and what is kept, before the backup takes the place of the store. */
export function RestoreChoice({ plan, attempt, onPerform, onBack }: RestoreChoiceProps) {
  const { t } = useTranslation('restore')
  const { copy, loss, keptAside } = plan
  const replaces = keptAside !== null
  const isLosing = !loss.known || loss.entries > 0
  return (
    <Stack gap="md">
      <div>
        <FocusedTitle>{t('plan.title')}</FocusedTitle>
        <p className={classes['whole']} role="status">
          <IconCircleCheck size={19} aria-hidden="true" />
          {t('plan.checked')}
        </p>
      </div>
      <LossTold loss={loss} copy={copy} />
      <TwoStates copy={copy} loss={loss} replaces={replaces} />
      <section>
        <Title order={2} size="h3" mb={4}>
          {t('plan.after')}
        </Title>
        <List size="sm" spacing={4}>
          {replaces && (
            <List.Item className={classes['path'] ?? ''}>
              {t('plan.keptAside', { folder: keptAside })}
            </List.Item>
          )}
          <List.Item>{t('plan.afterPasswords')}</List.Item>
          <List.Item>{t(replaces ? 'plan.afterTrail' : 'plan.afterTrailFresh')}</List.Item>
          {replaces && isLosing && <List.Item>{t('plan.afterEnter')}</List.Item>}
        </List>
      </section>
      {attempt.error !== undefined && <Failure error={attempt.error} />}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack} disabled={attempt.isRunning}>
          {t('plan.back')}
        </Button>
        {replaces ? (
          <DangerButton onClick={onPerform} loading={attempt.isRunning}>
            {t('plan.perform')}
          </DangerButton>
        ) : (
          <Button onClick={onPerform} loading={attempt.isRunning}>
            {t('plan.performFresh')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
