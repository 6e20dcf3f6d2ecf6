import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './log.module.css'

/** Where search and filters leave nobody. */
export function NobodyFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('candidates')
  return (
    <Stack className={classes['nobody'] ?? ''} align="center" gap="sm" role="status">
      <Text fw={600}>{t('nobody.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('nobody.text')}
      </Text>
      <Button variant="default" size="xs" onClick={onClear}>
        {t('nobody.clear')}
      </Button>
    </Stack>
  )
}
