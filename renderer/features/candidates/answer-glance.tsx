import { Text } from '@mantine/core'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { VerdictStatus } from '../../components/status.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useSession } from '../../session/session.tsx'
import { GlanceMark } from '../signatures/glance-mark.tsx'
import type { Answer } from './answer.ts'
import { AnswerDetail } from './answer-detail.tsx'
import classes from './candidate-page.module.css'

interface AnswerGlanceProps {
  readonly patientId: PatientId
  readonly answer: Answer
  readonly on: CivilDate
}

/** One protocol's answer at a glance: which protocol, the verdict, and what stands behind it. */
export function AnswerGlance({ patientId, answer, on }: AnswerGlanceProps) {
  const { site } = useSession()
  return (
    <div className={classes['answer']}>
      <Text size="sm" fw={600}>
        {answer.protocol}
      </Text>
      <VerdictStatus verdict={answer.verdict} projected={answer.projected} size="md" />
      <GlanceMark patientId={patientId} protocolId={answer.protocol} />
      <AnswerDetail answer={answer} on={on} />
      {answer.training && !site.training && <TrainingMark />}
    </div>
  )
}
