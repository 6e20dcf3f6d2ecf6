import { Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { useTransport } from '../../api/transport-context.tsx'
import { DeadlineCounts } from '../safety/clocks/deadline-counts.tsx'

const MINUTE_MS = 60_000

/** How many deadlines run while the store is locked: bare counts, asked for again each minute and whenever one passes. */
export function LockedDeadlines() {
  const { t } = useTranslation('safetySite')
  const transport = useTransport()
  const { data, refetch } = useRead('site', 'status', {}, { everyMs: MINUTE_MS })
  useEffect(
    () =>
      transport.subscribe(heard => {
        if (heard.event === 'deadlines') void refetch()
      }),
    [transport, refetch],
  )
  if (data?.state !== 'locked' || data.deadlines === undefined) return null
  return (
    <Stack gap={4} role="status">
      <Text size="sm" c="dimmed">
        {t('count.title')}
      </Text>
      <DeadlineCounts deadlines={data.deadlines} />
    </Stack>
  )
}
