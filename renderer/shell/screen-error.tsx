import { Alert, Button, Center, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Where a screen broke: says that nothing is lost, and opens it again. The error itself may quote patient data. */
export function ScreenError({ reset }: { readonly reset: () => void }) {
  const { t } = useTranslation()
  return (
    <Center p="xl">
      <Alert color="orange" title={t('somethingWrong')} role="alert" maw={520}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('somethingWrongHint')}</Text>
          <Button size="xs" variant="default" onClick={reset}>
            {t('openAgain')}
          </Button>
        </Stack>
      </Alert>
    </Center>
  )
}
