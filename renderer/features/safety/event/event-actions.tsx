import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { FOLLOW_UPS } from '../form/follow-up.ts'

/** No field has this name, so the first one is taken. */
const FIRST_FIELD = 'first'

/** What can be done about an event, each beside it. */
export function EventActions({ listed: { event, content } }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('safety')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  if (!mayWrite) return null
  return (
    <Group gap="xs">
      <Button size="xs" onClick={() => open({ open: 'fact', factId: event, correct: FOLLOW_UPS })}>
        {t('followUp.add')}
      </Button>
      <Button
        size="xs"
        variant={isSerious(content) ? 'filled' : 'default'}
        onClick={() => open({ open: 'enter', kind: 'safety_report', event })}
      >
        {t('event.report')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => open({ open: 'fact', factId: event, correct: FIRST_FIELD })}
      >
        {t('event.correct')}
      </Button>
      <Button size="xs" variant="default" onClick={() => open({ open: 'fact', factId: event })}>
        {t('event.asFact')}
      </Button>
    </Group>
  )
}
