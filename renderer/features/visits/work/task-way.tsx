import { useTranslation } from 'react-i18next'
import type { Task } from '#shared/api/visits.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { useRight } from '../../../session/session.tsx'
import type { PanelRequest } from '../../chart/panel-request.ts'

/** Leads to the form that does away with a task; to the calendar where several forms would, or none is allowed. */
export function TaskWay({ task }: { readonly task: Task }) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const mayWrite = useRight('facts.write')
  const { kind, patientId, screeningNumber, on, title } = task
  const way = mayWrite ? wayOf(kind) : 'open'
  const what = t(`work.${way}`)
  const label = t('work.doOf', { what, number: screeningNumber, visit: textOf(title) })
  const look = { size: 'sm', 'aria-label': label }
  if (way === 'results') {
    const search = { back: 'visits' as const, on }
    return (
      <LinkAnchor to="/candidates/$patientId/report" params={{ patientId }} search={search} {...look}>
        {what}
      </LinkAnchor>
    )
  }
  const search = way === 'open' ? {} : { panel: formOf(task) }
  return (
    <LinkAnchor to="/candidates/$patientId/visits" params={{ patientId }} search={search} {...look}>
      {what}
    </LinkAnchor>
  )
}

function wayOf(kind: Task['kind']): 'record' | 'dose' | 'results' | 'open' {
  if (kind === 'visit_due' || kind === 'visit_overdue' || kind === 'visit_missed') return 'record'
  if (kind === 'dose_due') return 'dose'
  // What is missing may be examinations as well: the calendar leads to the form of each.
  return kind === 'results_awaited' ? 'results' : 'open'
}

function formOf({ protocol, visit, number }: Task): PanelRequest {
  const counted = number === null ? {} : { number }
  if (visit === null) return { open: 'enter', kind: 'dose', protocol, ...counted }
  return { open: 'enter', kind: 'visit', protocol, visit, ...counted }
}
