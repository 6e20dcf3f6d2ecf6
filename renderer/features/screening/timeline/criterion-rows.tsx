import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CriterionResult, Screening } from '#shared/core/eligibility/verdict.ts'
import { toCriterion } from '../to-criterion.ts'
import { SpanButton } from './span-button.tsx'
import { stretchOf, type TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'
import { useCriterionSentence } from './use-sentences.ts'
import { Projection } from './verdict-row.tsx'

interface CriterionRowsProps {
  readonly screening: Screening
  readonly scale: TimeScale
}

/** The criteria that are not satisfied on every day shown, each over time; the others are counted. */
export function CriterionRows({ screening, scale }: CriterionRowsProps) {
  const { t } = useTranslation('screening')
  const sentenceOf = useCriterionSentence()
  const { criteria, protocol, lastEntryOn } = screening
  const telling = criteria.filter(criterion => !passesThroughout(criterion, scale))
  const others = criteria.length - telling.length
  return (
    <div>
      {telling.map(criterion => (
        <div key={criterion.id} className={classes['row']} data-criterion="true">
          <button
            type="button"
            className={classes['criterionName']}
            onClick={() => toCriterion(protocol.id, criterion.id)}
          >
            {criterion.label}
          </button>
          <div className={classes['track']}>
            {criterion.intervals.map(interval => (
              <SpanButton
                key={interval.from ?? ''}
                scale={scale}
                days={interval}
                kind={interval.outcome}
                sentence={sentenceOf(criterion, interval)}
              />
            ))}
            <Projection lastEntryOn={lastEntryOn} scale={scale} />
          </div>
        </div>
      ))}
      {others > 0 && (
        <Text size="xs" c="dimmed" className={classes['others'] ?? ''}>
          {t('timeline.others', { count: others })}
        </Text>
      )}
    </div>
  )
}

function passesThroughout({ intervals }: CriterionResult, scale: TimeScale): boolean {
  return intervals
    .filter(interval => stretchOf(scale, interval) !== undefined)
    .every(({ outcome }) => outcome === 'satisfied')
}
