import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'

const POINTS = ['first', 'crash', 'password', 'others', 'recovery', 'lock'] as const

interface RekeyIntroductionProps {
  readonly onBegin: () => void
  readonly isBeginning: boolean
  readonly error: unknown
}

/** What another key means for everybody, before anything is begun; what becomes of the backups of before. */
export function RekeyIntroduction({ onBegin, isBeginning, error }: RekeyIntroductionProps) {
  const { t } = useTranslation('backups')
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{t('key.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('key.why')}
        </Text>
      </div>
      <List size="sm" spacing={6}>
        {POINTS.map(point => (
          <List.Item key={point}>{t(`key.what.${point}`)}</List.Item>
        ))}
      </List>
      <Notice kind="bad">{t('key.what.backups')}</Notice>
      {error !== undefined && <Failure error={error} />}
      <Group gap="md">
        <Button onClick={onBegin} loading={isBeginning}>
          {t('key.begin')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('key.nothingYet')}
        </Text>
      </Group>
    </Stack>
  )
}
