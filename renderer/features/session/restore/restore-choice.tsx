import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RestorePlan } from '#shared/api/restoring.ts'
import { DangerButton } from '../../../components/danger-button.tsx'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { LossTold } from './loss-told.tsx'
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
      <Title order={1}>{t('plan.title')}</Title>
      <Notice kind="good" role="status" title={t('plan.checked')} />
      <TwoStates copy={copy} loss={loss} replaces={replaces} />
      <LossTold loss={loss} copy={copy} />
      <section>
        <Title order={2} size="h3" mb={4}>
          {t('plan.after')}
        </Title>
        <List size="sm" spacing={4}>
          <List.Item>{t('plan.afterPasswords')}</List.Item>
          <List.Item>{t('plan.afterTrail')}</List.Item>
          {replaces && isLosing && <List.Item>{t('plan.afterEnter')}</List.Item>}
        </List>
      </section>
      {replaces && (
        <section>
          <Text size="sm" mb={4}>
            {t('plan.keptAside')}
          </Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {keptAside}
          </Code>
        </section>
      )}
      {attempt.error !== undefined && <Failure error={attempt.error} />}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack} disabled={attempt.isRunning} autoFocus={replaces}>
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
