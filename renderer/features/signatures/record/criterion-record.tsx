import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { OutcomeStatus } from '../../../components/status.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { SourceQuote } from '../../protocols/source-quote.tsx'
import classes from './record.module.css'
import { UsedFacts } from './used-facts.tsx'

interface CriterionRecordProps {
  readonly criterion: CriterionResult
  readonly subject: EligibilitySubject
}

/** One criterion as decided: the source's words, the answer and why, its evidence, readings and judgement. */
export function CriterionRecord({ criterion, subject }: CriterionRecordProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  const { label, title, outcome, explanation, quote, evidence, readings, assumesRenewal } = criterion
  return (
    <li className={classes['criterion']} data-outcome={outcome} aria-label={`${label} ${textOf(title)}`}>
      <div className={classes['criterionHead']}>
        <span className={classes['label']}>{label}</span>
        <span className={classes['criterionTitle']}>{textOf(title)}</span>
        <OutcomeStatus outcome={outcome} />
      </div>
      <div className={classes['criterionBody']}>
        <SourceQuote quote={{ text: quote }} />
        <p className={classes['why']}>
          {textOf(explanation)}
          {assumesRenewal && ` (${t('record.assumesRenewal')})`}
        </p>
        <dl className={classes['details']}>
          <dt>{t('record.evidence')}</dt>
          <dd>
            {evidence.length === 0 ? (
              t('record.noEvidence')
            ) : (
              <UsedFacts evidence={evidence} subject={subject} />
            )}
          </dd>
          {readings.length > 0 && (
            <>
              <dt>{t('record.reading')}</dt>
              <dd>
                <Readings criterion={criterion} subject={subject} />
              </dd>
            </>
          )}
          <Judgements criterion={criterion} subject={subject} />
        </dl>
      </div>
    </li>
  )
}

function Readings({ criterion, subject }: CriterionRecordProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  return (
    <ul className={classes['plain']}>
      {criterion.readings.map(({ reading, alternative, label }) => {
        const asked = subject.readings.choices.find(({ id }) => id === reading)
        return (
          <li key={reading}>
            {asked && <span className={classes['dim']}>{textOf(asked.question)} </span>}
            <b>{alternative === null ? t('record.notChosen') : textOf(label)}</b>
          </li>
        )
      })}
    </ul>
  )
}

function Judgements({ criterion, subject }: CriterionRecordProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const made = subject.judgements.filter(({ label }) => label === criterion.label)
  return made.map(({ question, answer, ground, on }) => (
    <div key={question} className={classes['row']}>
      <dt>{t('record.judgement')}</dt>
      <dd>
        <b>{t(`record.answer.${answer}`)}</b> · {ground}{' '}
        <span className={classes['dim']}>{timeText(on, language)}</span>
      </dd>
    </div>
  ))
}
