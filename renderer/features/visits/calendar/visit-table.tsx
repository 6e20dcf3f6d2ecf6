import { useTranslation } from 'react-i18next'
import { dateText, spanText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { VisitStatus } from '../visit-status.tsx'
import classes from './calendar.module.css'
import type { ProtocolCalendarProps } from './calendar-props.ts'
import { inTimeOrder, type UnscheduledVisit } from './in-time-order.ts'
import { OpenFact } from './visit-actions.tsx'
import { VisitLine } from './visit-line.tsx'

/** Every visit in time order, today among them. */
export function VisitTable({ patientId, calendar }: ProtocolCalendarProps) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} aria-label={t('visits.title')}>
        <thead>
          <tr>
            <th scope="col">{t('column.visit')}</th>
            <th scope="col">{t('column.planned')}</th>
            <th scope="col">{t('column.window')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.when')}</th>
            <th scope="col">{t('column.assessments')}</th>
            <th scope="col">{t('column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {inTimeOrder(calendar).map(line => {
            if (line.is === 'today')
              return (
                <tr key="today" className={classes['today']}>
                  <th scope="row" colSpan={7}>
                    {t('today', { on: dateText(line.on, language) })}
                  </th>
                </tr>
              )
            if (line.is === 'unscheduled') return <UnscheduledLine key={line.visit.fact} visit={line.visit} />
            const { visit, number } = line.visit
            return (
              <VisitLine
                key={`${visit} ${number ?? ''}`}
                patientId={patientId}
                protocol={calendar.protocol}
                visit={line.visit}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function UnscheduledLine({ visit: { fact, from, to, day } }: { readonly visit: UnscheduledVisit }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{t('visits.unscheduled')}</th>
      <td className={classes['dim']}>{day === null ? '–' : t('visits.trialDay', { day })}</td>
      <td className={classes['dim']}>–</td>
      <td>
        <VisitStatus state="done" />
      </td>
      <td>{spanText(from, to, language)}</td>
      <td className={classes['dim']}>–</td>
      <td>
        <OpenFact fact={fact} />
      </td>
    </tr>
  )
}
