import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '#shared/api/errors.ts'
import { useRead } from '../../api/hooks.ts'
import { Notice } from '../../components/notice.tsx'

/** What keeps the store from opening, other than a wrong secret. */
export type Trouble = Pick<
  Extract<ErrorPayload, { code: 'store_missing' | 'store_damaged' }>,
  'code' | 'part'
>

interface StoreTroubleProps {
  readonly trouble: Trouble
  readonly onRetry: () => void
  /** To the recovery key: damage of a keyring can concern one user's entry alone. */
  readonly onRecover?: (() => void) | undefined
}

/** A store that cannot be opened: what happened, what is safe, what to do. Nothing is made in its place. */
export function StoreTrouble({ trouble: { code, part }, onRetry, onRecover }: StoreTroubleProps) {
  const { t } = useTranslation('session')
  const { data: info } = useRead('app', 'info', {})
  const steps = ['keep', 'restore', 'compare', 'tell'] as const
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconAlertTriangle size={26} color="var(--lobule-bad)" aria-hidden="true" />
        <Title order={1}>{t(`trouble.${code}.${part}` as 'trouble.store_missing.database')}</Title>
      </Group>
      <Text>{t(`trouble.meaning.${part}`)}</Text>
      <Notice kind="info" title={t('trouble.safe')}>
        {t('trouble.safeHint')}
      </Notice>
      <section>
        <Title order={2} size="h3" mb={6}>
          {t('trouble.next')}
        </Title>
        <List type="ordered" spacing={6} size="sm">
          {steps.map(step => (
            <List.Item key={step}>{t(`trouble.step.${step}`)}</List.Item>
          ))}
        </List>
      </section>
      <section>
        <Text size="sm" c="dimmed">
          {t('trouble.folder')}
        </Text>
        <Code block>{info?.dataFolder ?? '…'}</Code>
      </section>
      {onRecover && part === 'keyring' && code === 'store_damaged' && (
        <Text size="sm">{t('trouble.others')}</Text>
      )}
      <Group>
        <Button onClick={onRetry}>{t('trouble.retry')}</Button>
        {onRecover && part === 'keyring' && code === 'store_damaged' && (
          <Button variant="default" onClick={onRecover}>
            {t('unlock.toRecovery')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
