import { useTranslation } from 'react-i18next'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { VisitAssessment } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import type { VisitLineProps } from './calendar-props.ts'
import { panelForAssessment } from './panel-for-assessment.ts'

interface EnterAssessmentProps extends VisitLineProps {
  readonly assessment: VisitAssessment
}

/** The form of what an assessment lacks: of an examination beside the calendar, of a laboratory value the report. */
export function EnterAssessment({ patientId, visit: { title, done }, assessment }: EnterAssessmentProps) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const panel = panelForAssessment(assessment)
  const on = CivilDate.safeParse(done?.from.slice(0, 10)).data
  const label = t('assessment.enterOf', { what: textOf(assessment.title), visit: textOf(title) })
  const look = { 'aria-label': label, fz: 'xs', ml: 4 }
  if (panel !== undefined) {
    return (
      <LinkAnchor to="/candidates/$patientId/visits" params={{ patientId }} search={{ panel }} {...look}>
        {t('assessment.enter')}
      </LinkAnchor>
    )
  }
  return (
    <LinkAnchor
      to="/candidates/$patientId/report"
      params={{ patientId }}
      search={{ back: 'visits', ...(on && { on }) }}
      {...look}
    >
      {t('assessment.enter')}
    </LinkAnchor>
  )
}
