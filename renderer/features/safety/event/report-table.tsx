import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { valueName } from '#shared/core/names.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePanel } from '../../candidates/use-panel.ts'
import type { EventDetail } from '../causality/event-detail.ts'
import tableClasses from '../patient/patient-safety.module.css'
import classes from './event-page.module.css'

type Report = EventDetail['reports'][number]

interface ReportTableProps {
  readonly listed: ListedEvent
  readonly reports: readonly Report[]
}

/** Whom the event was reported to: when, how, and exactly which file. */
export function ReportTable({ listed, reports }: ReportTableProps) {
  const { t } = useTranslation('safety')
  if (reports.length === 0)
    return isSerious(listed.content) ? (
      <section>
        <h3>{t('reports.title')}</h3>
        <p className={classes['quiet']}>{t('reports.none')}</p>
      </section>
    ) : null
  return (
    <section>
      <h3>{t('reports.title')}</h3>
      <div className={tableClasses['scroll']}>
        <table className={tableClasses['table']} aria-label={t('reports.title')}>
          <thead>
            <tr>
              <th scope="col">{t('report.on')}</th>
              <th scope="col">{t('report.to')}</th>
              <th scope="col">{t('report.how')}</th>
              <th scope="col">{t('report.receivedAt')}</th>
              <th scope="col">{t('report.sent')}</th>
              <th scope="col">{t('reports.more')}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map(report => (
              <ReportLine key={report.fact} report={report} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ReportLine({ report: { fact, content } }: { readonly report: Report }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { open } = usePanel()
  const { on, to, stage, recipient, how, receivedAt, lateReason } = content
  return (
    <tr>
      <td className={tableClasses['unbroken']}>
        {timeText(on, language)}
        {lateReason !== undefined && (
          <span className={classes['late']}>{t('reports.late', { reason: lateReason })}</span>
        )}
      </td>
      <th scope="row">
        {valueName(to)[language]} · {valueName(stage)[language]}
        <span className={tableClasses['below']}>{recipient}</span>
      </th>
      <td>{how}</td>
      <td className={tableClasses['unbroken']}>
        {receivedAt === undefined ? (
          <span className={tableClasses['dim']}>{t('reports.notConfirmed')}</span>
        ) : (
          timeText(receivedAt, language)
        )}
      </td>
      <td>
        <Sent sent={content.sent} />
      </td>
      <td>
        <Button size="compact-sm" variant="subtle" onClick={() => open({ open: 'fact', factId: fact })}>
          {t('reports.open')}
        </Button>
      </td>
    </tr>
  )
}

/** The whole sum stands in the record; here as much of it as tells two files apart. */
const SHOWN_DIGITS = 16

function Sent({ sent: { sha256, document } }: Pick<Report['content'], 'sent'>) {
  const { t } = useTranslation('safety')
  return (
    <>
      {document !== undefined && (
        <LinkAnchor to="/documents/$documentId" params={{ documentId: document }} size="sm">
          {t('reports.document')}
        </LinkAnchor>
      )}
      <code className={classes['sum']} title={sha256}>
        {sha256.slice(0, SHOWN_DIGITS)}…
      </code>
    </>
  )
}
