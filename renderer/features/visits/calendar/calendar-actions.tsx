import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { UNSCHEDULED } from '#shared/core/facts/trial.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { PlanDialog } from '../../signatures/enrolment/plan-dialog.tsx'
import type { ProtocolCalendarProps } from './calendar-props.ts'

/** What can be entered about the trial besides a planned visit or dose. */
export function CalendarActions({ patientId, calendar }: ProtocolCalendarProps) {
  const { t } = useTranslation('visits')
  const mayWrite = useRight('facts.write')
  const mayPlan = useRight('enrolment.plan')
  const { open } = usePanel()
  const [isPlanning, plan] = useDisclosure(false)
  const { protocol, enrolled, doses, ended } = calendar
  const isBegun = doses.some(({ given }) => given !== null)
  return (
    <Group gap="xs">
      {mayWrite && (
        <>
          <Button
            size="xs"
            variant="default"
            onClick={() => open({ open: 'enter', kind: 'visit', protocol, visit: UNSCHEDULED })}
          >
            {t('action.unscheduled')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => open({ open: 'enter', kind: 'enrolment', protocol })}
          >
            {enrolled === null ? t('action.enrolment') : t('action.disposition')}
          </Button>
        </>
      )}
      {mayPlan && !isBegun && ended === null && (
        <Button size="xs" variant="default" onClick={plan.open} aria-haspopup="dialog">
          {t('action.planFirst')}
        </Button>
      )}
      {isPlanning && <PlanDialog patientId={patientId} protocolId={protocol} onClose={plan.close} />}
    </Group>
  )
}
