import {
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarX,
  IconCircleX,
  IconClockExclamation,
  IconHourglass,
  IconMedicineSyrup,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#shared/api/visits.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Status, type StatusLook } from '../../../components/status.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { TaskWay } from './task-way.tsx'
import classes from './visit-work.module.css'

const looks: Readonly<Record<Task['kind'], StatusLook>> = {
  visit_due: { kind: 'judge', icon: IconCalendarDue },
  visit_overdue: { kind: 'open', icon: IconClockExclamation },
  visit_coming: { kind: 'over', icon: IconCalendarEvent },
  visit_missed: { kind: 'bad', icon: IconCalendarX },
  assessments_missing: { kind: 'bad', icon: IconCircleX },
  results_awaited: { kind: 'judge', icon: IconHourglass },
  dose_coming: { kind: 'over', icon: IconMedicineSyrup },
  dose_due: { kind: 'judge', icon: IconMedicineSyrup },
}

/** One thing to do: for whom, what, when, and the way to the calendar and to the form. */
export function TaskLine({ task }: { readonly task: Task }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const textOf = useCoreText()
  const { kind, patientId, screeningNumber, protocol, title, on, until, items } = task
  const name = textOf(title)
  return (
    <li className={classes['line']}>
      <LinkAnchor
        to="/candidates/$patientId/visits"
        params={{ patientId }}
        fz="sm"
        fw={600}
        aria-label={t('work.openOf', { number: screeningNumber, visit: name })}
      >
        {screeningNumber}
      </LinkAnchor>
      <span className={classes['protocol']}>{protocol}</span>
      <span className={classes['what']}>
        {name}
        {items.length > 0 && <span className={classes['items']}>{items.map(textOf).join(t('between'))}</span>}
      </span>
      <Status {...looks[kind]} word={t(`task.${kind}`)} />
      <span className={classes['when']}>
        {dateText(on, language)}
        {until !== null && until !== on && ` – ${dateText(until, language)}`}
      </span>
      <TaskWay task={task} />
    </li>
  )
}
