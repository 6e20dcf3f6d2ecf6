import { useTranslation } from 'react-i18next'
import type { VisitAssessment } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useRight } from '../../../session/session.tsx'
import { AssessmentStatus } from '../visit-status.tsx'
import classes from './calendar.module.css'
import type { VisitLineProps } from './calendar-props.ts'
import { EnterAssessment } from './enter-assessment.tsx'

/** What a visit asks for: where each stands, what is lacking, and the way to enter it. */
export function AssessmentList(props: VisitLineProps) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const mayWrite = useRight('facts.write')
  return (
    <ul className={classes['assessments']}>
      {props.visit.assessments.map(assessment => {
        const { id, title, source, state, lacks, reason } = assessment
        return (
          <li key={id} data-state={state}>
            <AssessmentStatus state={state} />
            <span>
              {textOf(title)} {source === 'site' && <span className={classes['site']}>{t('sites')}</span>}
              {mayWrite && isToBeEntered(assessment) && (
                <EnterAssessment {...props} assessment={assessment} />
              )}
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
        )
      })}
    </ul>
  )
}

function isToBeEntered({ state }: VisitAssessment): boolean {
  return state === 'partly' || state === 'missing' || state === 'awaited'
}
