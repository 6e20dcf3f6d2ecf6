import { useTranslation } from 'react-i18next'
import { whoUmcAnswers, whoUmcCriteria } from '#shared/core/adverse-events/aid-words.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Facts } from '../../../components/facts.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { capital } from '../../chart/fact-words.ts'
import { AidsView } from './aids-view.tsx'
import classes from './causality.module.css'
import { DisagreementList } from './disagreements.tsx'
import { type Judgement, WHO_UMC_ANSWERS } from './judgement-values.ts'
import { RELATIONS } from './relation-fields.tsx'
import { UnmetList } from './unmet-list.tsx'

interface JudgementViewProps {
  readonly judgement: Judgement
  /** Every answer is shown at once, as in a record that is signed. */
  readonly isWhole?: boolean
}

/** What an investigator judged, why, and what the answers and the aids say beside it. */
export function JudgementView({ judgement, isWhole = false }: JudgementViewProps) {
  const { t } = useTranslation('causality')
  const language = useLanguage()
  const textOf = useCoreText()
  const say = (value: string) => capital(textOf(valueName(value)))
  const { whoUmc, ground, on, doseLimiting } = judgement
  return (
    <div className={classes['view']}>
      <Facts
        rows={[
          ...RELATIONS.map(
            name => [t(`relation.${name}`), <b key={name}>{say(judgement[name])}</b>] as const,
          ),
          ['WHO-UMC', <b key="whoUmc">{say(whoUmc.category)}</b>],
          [t('view.ground'), ground],
          [t('view.on'), timeText(on, language)],
          ...(doseLimiting
            ? ([[t('doseLimiting.title'), t(`doseLimiting.answer.${doseLimiting}`)]] as const)
            : []),
        ]}
      />
      <UnmetList {...whoUmc} />
      <DisagreementList judgement={judgement} />
      <Answers judgement={judgement} isWhole={isWhole} />
      <AidsView judgement={judgement} isWhole={isWhole} />
    </div>
  )
}

function Answers({ judgement: { whoUmc }, isWhole }: Required<JudgementViewProps>) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  return (
    <details open={isWhole}>
      <summary>{t('view.answers')}</summary>
      <Facts
        rows={WHO_UMC_ANSWERS.map(criterion => {
          const words: Readonly<Record<string, LocalizedText>> = whoUmcAnswers[criterion]
          const answer = whoUmc.answers[criterion]
          return [
            textOf(whoUmcCriteria[criterion]),
            capital(textOf(words[answer] ?? valueName(answer))),
          ] as const
        })}
      />
    </details>
  )
}
