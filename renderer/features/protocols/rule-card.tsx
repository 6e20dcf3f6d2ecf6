import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import { type ChosenReadings, type Reading, readingsUsed } from '#shared/core/protocol/reading.ts'
import { conditionWords } from '#shared/core/protocol/words.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import classes from './protocols.module.css'
import { SourceQuote } from './source-quote.tsx'

interface RuleCardProps {
  readonly criterion: Criterion
  readonly readings: readonly Reading[]
  readonly chosen: ChosenReadings
  /** Stands beside the title, such as how it differs from the version before. */
  readonly mark?: ReactNode
  /** More about the rule, below its words. */
  readonly children?: ReactNode
  /** Readings that are not entered yet cannot be linked to. */
  readonly isLinked?: boolean
}

/** One criterion: the rule in words beside the words that it comes from. */
export function RuleCard({ criterion, readings, chosen, mark, children, isLinked = true }: RuleCardProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const { label, title, side, quote, condition } = criterion
  const used = new Set(readingsUsed(condition).map(({ reading }) => reading))
  return (
    <article className={classes['rule']}>
      <div className={classes['ruleHead']}>
        <span className={classes['ruleLabel']}>{label}</span>
        <span className={classes['ruleTitle']}>{textOf(title)}</span>
        {mark}
      </div>
      <div className={classes['ruleBody']}>
        <div>
          <p className={classes['ruleWords']}>
            <b>{t(`criteria.says.${side}`)}</b> {textOf(conditionWords(condition, readings, chosen))}
          </p>
          {children}
          {used.size > 0 && (
            <ul className={classes['usedReadings']}>
              {readings
                .filter(({ id }) => used.has(id))
                .map(reading => (
                  <UsedReading key={reading.id} {...{ reading, isLinked }} choice={chosen[reading.id]} />
                ))}
            </ul>
          )}
        </div>
        <SourceQuote quote={quote} />
      </div>
    </article>
  )
}

interface UsedReadingProps {
  readonly reading: Reading
  readonly choice: string | undefined
  readonly isLinked: boolean
}

function UsedReading({ reading, choice, isLinked }: UsedReadingProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const label = reading.alternatives.find(({ id }) => id === choice)?.label
  const question = textOf(reading.question)
  return (
    <li>
      {isLinked ? (
        <LinkAnchor to="." hash={`reading-${reading.id}`} size="xs">
          {question}
        </LinkAnchor>
      ) : (
        question
      )}{' '}
      {label ? textOf(label) : <b className={classes['open']}>{t('readings.notChosen')}</b>}
    </li>
  )
}
