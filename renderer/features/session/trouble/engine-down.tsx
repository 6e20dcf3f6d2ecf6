import { Center, Loader, Stack, Text } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Steps } from './store-trouble.tsx'

/** By then a restart has either worked or does not work by itself. */
const LONG_MS = 12_000

/** The engine ended under the window: what was saved is safe, and it comes back; where it does not, what to do. */
export function EngineDown() {
  const { t } = useTranslation('trouble')
  const [isLong, setLong] = useState(false)
  useTimeout(() => setLong(true), LONG_MS, { autoInvoke: true })
  return (
    <Center mih="100vh" p="xl">
      <Stack gap="xl" maw={460}>
        <Stack align="center" gap="xs" role="status">
          <Loader type="dots" aria-hidden="true" />
          <Text fw={600}>{t('engine.title')}</Text>
          <Text size="sm" c="dimmed" ta="center">
            {t('engine.hint')}
          </Text>
        </Stack>
        {isLong && (
          <div role="alert">
            <Steps title={t('engine.long')} steps={t('engine.steps')} />
          </div>
        )}
      </Stack>
    </Center>
  )
}
