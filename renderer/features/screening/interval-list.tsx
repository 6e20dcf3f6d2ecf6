import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { OutcomeStatus } from '../../components/status.tsx'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'
import { useDaysText } from './use-days.ts'

type Interval = CriterionResult['intervals'][number]

const SHOWN = 5

/** What a criterion says over all days; of a long list those around the day asked about first. */
export function IntervalList({ intervals }: { readonly intervals: readonly Interval[] }) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const daysText = useDaysText()
  const [isAll, all] = useDisclosure(false)
  const { on } = useScreeningTools()
  const shown = isAll ? intervals : around(intervals, on)
  return (
    <>
      <ul className={classes['intervals']}>
        {shown.map(interval => (
          <li key={interval.from ?? ''} data-now={covers(interval, on) || undefined}>
            <span className={classes['intervalDays']}>{daysText(interval)}</span>
            <OutcomeStatus outcome={interval.outcome} plain />
            <span className={classes['intervalWhy']}>
              {textOf(interval.explanation)}
              {interval.assumesRenewal && ` (${t('details.assumed')})`}
            </span>
          </li>
        ))}
      </ul>
      {intervals.length > shown.length && (
        <Button variant="subtle" size="compact-xs" onClick={all.open}>
          {t('details.allDays', { count: intervals.length })}
        </Button>
      )}
    </>
  )
}

function covers({ from, to }: Interval, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}

function around(intervals: readonly Interval[], day: string): readonly Interval[] {
  if (intervals.length <= SHOWN) return intervals
  const now = intervals.findIndex(interval => covers(interval, day))
  const start = Math.max(0, Math.min(now - 2, intervals.length - SHOWN))
  return intervals.slice(start, start + SHOWN)
}
