import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { usePeople } from '../../chart/use-people.ts'
import classes from './causality.module.css'
import type { StandingJudgement } from './event-detail.ts'
import { JudgementView } from './judgement-view.tsx'
import { SignatureOf } from './signature-of.tsx'

interface OthersJudgementsProps {
  readonly patientId: PatientId
  readonly event: FactId
  readonly others: readonly StandingJudgement[]
}

/** What other investigators judged: each has an own judgement, and signs that alone. */
export function OthersJudgements({ patientId, event, others }: OthersJudgementsProps) {
  const { t } = useTranslation('causality')
  const personOf = usePeople()
  return others.map(({ fact, author, content }) => {
    const title = t('others.title', { who: personOf(author) })
    return (
      <section key={fact} className={classes['judgement']} aria-label={title}>
        <h3 className={classes['blockTitle']}>{title}</h3>
        <SignatureOf {...{ patientId, event, author }} />
        <JudgementView judgement={content} />
      </section>
    )
  })
}
