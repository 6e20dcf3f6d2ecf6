import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { FocusedTitle } from '../../../components/focused-title.tsx'
import { Notice } from '../../../components/notice.tsx'
import { canBeRestored, kindOf, type Trouble } from './trouble.ts'

interface StoreTroubleProps {
  readonly trouble: Trouble
  readonly onRetry: () => void
  readonly onRestore: () => void
  /** To the recovery key: damage of a keyring can concern one user's entry alone. */
  readonly onRecover?: (() => void) | undefined
}

/** A store that cannot be opened: what happened, what is safe, what to do. Nothing is made in its place. */
export function StoreTrouble({ trouble, onRetry, onRestore, onRecover }: StoreTroubleProps) {
  const { t } = useTranslation(['trouble', 'session'])
  const kind = kindOf(trouble)
  const isDamaged = trouble.code === 'store_damaged'
  const isForAnother = kind === 'store_damaged_keyring' && onRecover !== undefined
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconAlertTriangle size={26} color="var(--lobule-bad)" aria-hidden="true" />
        <FocusedTitle>{t(`trouble:kind.${kind}.title`)}</FocusedTitle>
      </Group>
      <Text>{t(`trouble:kind.${kind}.happened`, versionsOf(trouble))}</Text>
      <Notice kind="info" title={t('trouble:safe')}>
        {t(`trouble:kind.${kind}.safe`)}
      </Notice>
      <Steps title={t('trouble:next')} steps={t(`trouble:kind.${kind}.steps`)} />
      <DataFolder />
      <Group>
        {/* What is damaged does not mend by itself; what is missing may only be elsewhere. */}
        <Button variant={isDamaged ? 'default' : 'filled'} onClick={onRetry}>
          {t('trouble:retry')}
        </Button>
        {canBeRestored(trouble) && (
          <Button variant={isDamaged && !isForAnother ? 'filled' : 'default'} onClick={onRestore}>
            {t('trouble:restore')}
          </Button>
        )}
        {isForAnother && (
          // What loses nothing is tried first.
          <Button onClick={onRecover}>{t('session:unlock.toRecovery')}</Button>
        )}
      </Group>
    </Stack>
  )
}

/** Only the words of a newer store name them. */
function versionsOf(trouble: Trouble): { store: number | string; application: number | string } {
  return trouble.code === 'store_newer' ? trouble : { store: '', application: '' }
}

interface StepsProps {
  readonly title: string
  /** One on each line. */
  readonly steps: string
}

/** What to do, in order. */
export function Steps({ title, steps }: StepsProps) {
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {title}
      </Title>
      <List type="ordered" spacing={6} size="sm">
        {steps.split('\n').map(step => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </section>
  )
}

function DataFolder() {
  const { t } = useTranslation('trouble')
  const { data: info } = useRead('app', 'info', {})
  return (
    <section>
      <Text size="sm" c="dimmed">
        {t('folder')}
      </Text>
      <Code block>{info?.dataFolder ?? '…'}</Code>
    </section>
  )
}
