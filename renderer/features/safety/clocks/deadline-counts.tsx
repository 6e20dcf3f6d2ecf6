import { IconAlarm, IconClock, IconClockExclamation, IconClockQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Deadlines } from '#shared/api/events.ts'
import { Status, type StatusLook } from '../../../components/status.tsx'
import classes from './clocks.module.css'

const looks: Readonly<Record<keyof Deadlines, StatusLook>> = {
  overdue: { kind: 'bad', icon: IconAlarm },
  noStart: { kind: 'bad', icon: IconClockQuestion },
  dueSoon: { kind: 'open', icon: IconClockExclamation },
  running: { kind: 'over', icon: IconClock },
}

const ORDER = ['overdue', 'noStart', 'dueSoon', 'running'] as const

/** How many deadlines stand how, and nothing of whose they are: for a screen that anybody may see. */
export function DeadlineCounts({ deadlines }: { readonly deadlines: Deadlines }) {
  const { t } = useTranslation('safetySite')
  return (
    <span className={classes['clock']}>
      {ORDER.filter(state => deadlines[state] > 0).map(state => (
        <Status key={state} {...looks[state]} word={t(`count.${state}`, { count: deadlines[state] })} />
      ))}
    </span>
  )
}
