import { useTranslation } from 'react-i18next'
import type { VisitAssessment } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { AssessmentStatus } from '../visit-status.tsx'
import classes from './calendar.module.css'

/** What a visit asks for: where each stands, and what is lacking. */
export function AssessmentList({ assessments }: { readonly assessments: readonly VisitAssessment[] }) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  return (
    <ul className={classes['assessments']}>
      {assessments.map(({ id, title, source, state, lacks, reason }) => (
        <li key={id} data-state={state}>
          <AssessmentStatus state={state} />
          <span>
            {textOf(title)} {source === 'site' && <span className={classes['site']}>{t('sites')}</span>}
            {lacks.length > 0 && (
              <span className={classes['lacks']}>
                {t('assessment.lacks', { what: lacks.map(textOf).join(t('between')) })}
              </span>
            )}
            {reason !== null && (
              <span className={classes['lacks']}>{t('assessment.reason', { reason })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
