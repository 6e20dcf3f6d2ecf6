import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight, useSession } from '../../session/session.tsx'
import { usePeople } from '../chart/use-people.ts'
import { CandidateFigures } from './candidate-figures.tsx'
import { FigureList } from './figure-list.tsx'
import { figuresOf, recordOf } from './figures.ts'
import classes from './inspection.module.css'
import { Milestones } from './milestones.tsx'
import type { PartProps } from './part-props.ts'
import { useRecord } from './use-record.ts'

/** How much there is and what will be asked about; of the site also candidate by candidate. */
export function Overview({ patientId }: PartProps) {
  const { t } = useTranslation('common')
  const { record, failed } = useRecord()
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />
  if (record === undefined) return <Loader type="dots" role="status" aria-label={t('loading')} />
  return (
    <>
      <FigureList figures={figuresOf(recordOf(record, patientId))} patientId={patientId} />
      {patientId === undefined ? (
        <>
          <SiteFacts />
          <CandidateFigures record={record} />
        </>
      ) : (
        <Milestones patientId={patientId} />
      )}
    </>
  )
}

function SiteFacts() {
  const { t } = useTranslation('inspection')
  const { site } = useSession()
  const { data: authority } = useRead('signing', 'authority', {})
  return (
    <div className={classes['facts']}>
      <Facts
        rows={[
          [t('overview.site'), site.name],
          [t('overview.number'), site.number],
          [
            t('overview.certificate'),
            authority ? (
              <span key="hash" className={classes['hash']}>
                {fingerprintText(authority.sha256)}
              </span>
            ) : (
              t('overview.noCertificate')
            ),
          ],
          [t('overview.reviewed'), <LastReview key="review" />],
        ]}
      />
    </div>
  )
}

function LastReview() {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const personOf = usePeople()
  const mayRead = useRight('audit.read')
  const { data } = useRead('audit', 'overview', {}, { enabled: mayRead })
  const last = data?.reviews[0]
  if (last === undefined) return t('overview.neverReviewed')
  return t('overview.reviewedBy', { at: timeText(last.at, language), who: personOf(last.userId) })
}
