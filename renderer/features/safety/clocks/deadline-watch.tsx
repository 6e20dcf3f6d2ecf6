import { notifications } from '@mantine/notifications'
import { IconAlarm } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { readKey } from '../../../api/hooks.ts'
import { useTransport } from '../../../api/transport-context.tsx'
import { useRight } from '../../../session/session.tsx'
import { DeadlineCounts } from './deadline-counts.tsx'

/** Says in the window when a deadline has become due soon or has passed: counts alone, whoever looks over a shoulder. */
export function DeadlineWatch() {
  const { t } = useTranslation('safetySite')
  const transport = useTransport()
  const queries = useQueryClient()
  const mayRead = useRight('facts.read')
  useEffect(
    () =>
      transport.subscribe(heard => {
        if (heard.event !== 'deadlines' || !mayRead) return
        void queries.invalidateQueries({ queryKey: readKey('adverseEvents', 'clocks') })
        notifications.show({
          // One notice that says how it stands now, not one below the other.
          id: 'deadlines',
          role: 'alert',
          color: 'orange',
          icon: <IconAlarm size={18} aria-hidden="true" />,
          title: t(`notice.${heard.now}`),
          message: <DeadlineCounts deadlines={heard.deadlines} />,
          autoClose: false,
          closeButtonProps: { 'aria-label': t('notice.close') },
        })
      }),
    [transport, queries, mayRead, t],
  )
  return null
}
