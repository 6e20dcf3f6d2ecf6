import { Button, Center, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice.tsx'

/** Where a screen broke: says that nothing is lost, and opens it again. The error itself may quote patient data. */
export function ScreenError({ reset }: { readonly reset: () => void }) {
  const { t } = useTranslation()
  return (
    <Center p="xl">
      <Notice kind="bad" title={t('somethingWrong')} role="alert">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('somethingWrongHint')}</Text>
          <Button size="xs" variant="default" onClick={reset}>
            {t('openAgain')}
          </Button>
        </Stack>
      </Notice>
    </Center>
  )
}
