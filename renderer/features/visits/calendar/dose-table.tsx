import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calendar } from '#shared/core/schedule/calendar.ts'
import { cellsText } from '../../../components/cells-text.ts'
import { dateText, spanText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import classes from './calendar.module.css'
import type { ProtocolCalendarProps } from './calendar-props.ts'
import { Days } from './days.tsx'
import { PlanDoseDialog } from './plan-dose-dialog.tsx'

type Dose = Calendar['doses'][number]

/** Each dose as the protocol plans it, as somebody planned it, and as it was given. */
export function DoseTable({ patientId, calendar }: ProtocolCalendarProps) {
  const { t } = useTranslation('visits')
  const [planning, setPlanning] = useState<number>()
  const { doses, protocol } = calendar
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} aria-label={t('doses.title')}>
        <thead>
          <tr>
            <th scope="col">{t('doses.number')}</th>
            <th scope="col">{t('doses.planned')}</th>
            <th scope="col">{t('doses.scheduled')}</th>
            <th scope="col">{t('doses.given')}</th>
            <th scope="col">{t('doses.cells')}</th>
            <th scope="col">{t('column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {doses.map(dose => (
            <DoseLine
              key={dose.number}
              dose={dose}
              protocol={protocol}
              onPlan={() => setPlanning(dose.number)}
            />
          ))}
        </tbody>
      </table>
      {planning !== undefined && (
        <PlanDoseDialog
          patientId={patientId}
          protocolId={protocol}
          number={planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </div>
  )
}

interface DoseLineProps {
  readonly dose: Dose
  readonly protocol: Calendar['protocol']
  readonly onPlan: () => void
}

function DoseLine({ dose, protocol, onPlan }: DoseLineProps) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { number, planned, window, scheduled, given, plannedCells, isExpected } = dose
  const none = <span className={classes['dim']}>–</span>
  return (
    <tr>
      <th scope="row" className={classes['number']}>
        {t('doses.one', { number })}
      </th>
      <td className={classes['planned']}>
        {planned === null ? none : dateText(planned, language)}
        {window && (
          <span className={classes['below-text']}>
            <Days days={window} isSites />
          </span>
        )}
      </td>
      <td>{scheduled === null ? none : dateText(scheduled, language)}</td>
      <td>
        {given === null ? (
          <span className={classes['dim']}>{isExpected ? t('doses.notYet') : t('doses.notExpected')}</span>
        ) : (
          spanText(given.from, given.to, language)
        )}
      </td>
      <td>{cellsOf(given?.givenCells ?? null, plannedCells, t('doses.of'))}</td>
      <td>
        <DoseActions {...{ dose, protocol, onPlan }} />
      </td>
    </tr>
  )
}

/** Given of planned; a number that nobody entered is not told. */
function cellsOf(given: string | null, planned: string | null, of: string): string {
  if (given === null) return planned === null ? '–' : cellsText(planned)
  return planned === null ? cellsText(given) : `${cellsText(given)} ${of} ${cellsText(planned)}`
}

function DoseActions({ dose: { number, given, isExpected }, protocol, onPlan }: DoseLineProps) {
  const { t } = useTranslation('visits')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  const mayPlan = useRight('enrolment.plan')
  const look = { size: 'compact-sm', variant: 'default' } as const
  if (given !== null)
    return (
      <Button {...look} variant="subtle" onClick={() => open({ open: 'fact', factId: given.fact })}>
        {t('action.open')}
      </Button>
    )
  return (
    <Group gap={6} wrap="nowrap">
      {mayWrite && (
        <Button {...look} onClick={() => open({ open: 'enter', kind: 'dose', protocol, number })}>
          {t('action.dose')}
        </Button>
      )}
      {mayWrite && number > 1 && isExpected && (
        <Button {...look} onClick={() => open({ open: 'enter', kind: 'dose_checklist', protocol, number })}>
          {t('action.checklist')}
        </Button>
      )}
      {mayPlan && number > 1 && isExpected && (
        <Button {...look} onClick={onPlan} aria-haspopup="dialog">
          {t('action.planDose')}
        </Button>
      )}
    </Group>
  )
}
