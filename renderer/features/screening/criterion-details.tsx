import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { EvidenceList } from './evidence-list.tsx'
import { IntervalList } from './interval-list.tsx'
import { ReadingList } from './reading-list.tsx'
import classes from './screening.module.css'

interface CriterionDetailsProps {
  readonly protocol: ProtocolId
  readonly criterion: CriterionResult
}

/** All that a criterion's answer rests on: evidence, readings, the source's words, and its days. */
export function CriterionDetails({ protocol, criterion }: CriterionDetailsProps) {
  const { t } = useTranslation('screening')
  const { evidence, readings, quote, intervals } = criterion
  return (
    <dl className={classes['details']}>
      <dt>{t('details.evidence')}</dt>
      <dd>{evidence.length > 0 ? <EvidenceList evidence={evidence} /> : t('details.noEvidence')}</dd>
      {readings.length > 0 && (
        <>
          <dt>{t('details.readings')}</dt>
          <dd>
            <ReadingList protocol={protocol} criterion={criterion} />
          </dd>
        </>
      )}
      <dt>{t('details.quote')}</dt>
      <dd>
        <blockquote className={classes['quote']} lang="en">
          {quote}
        </blockquote>
      </dd>
      <dt>{t('details.days')}</dt>
      <dd>
        <IntervalList intervals={intervals} />
      </dd>
    </dl>
  )
}
