import { Text } from '@mantine/core'
import type { Curve } from '#shared/core/trends/cohort.ts'
import { STEP_PLOT, StepChart } from '../../../charts/step-chart.tsx'
import { useTrendWords } from '../use-trend-words.ts'
import { atRiskOn, weeksOf } from './at-risk.ts'
import { CARD_PX, Card } from './card.tsx'
import classes from './cohort.module.css'

interface SurvivalProps {
  readonly title: string
  readonly curve: Curve
}

/** A Kaplan-Meier curve with its limits of confidence, who was last seen when, and how many were at risk. */
export function Survival({ title, curve }: SurvivalProps) {
  const { t } = useTrendWords()
  const { patients, events, undated, steps } = curve
  if (steps.length === 0) {
    return (
      <Card title={title}>
        <Text c="dimmed">{t('cohort.noValues')}</Text>
      </Card>
    )
  }
  const plotPx = CARD_PX.width - STEP_PLOT.left - STEP_PLOT.right
  const label = t('cohort.survivalLabel', { title, patients, count: events })
  const weeks = weeksOf(steps)
  const end = Math.max((weeks.at(-1) ?? 0) * 7, steps.at(-1)?.day ?? 0)
  const drawn = steps.map(({ day, survival, lower, upper, censored }) => ({
    ...{ at: day, value: survival, low: lower, high: upper, isMarked: censored > 0 },
  }))
  return (
    <Card
      title={title}
      hint={[label, undated > 0 && t('cohort.undated', { count: undated })].filter(part => part).join('. ')}
    >
      <StepChart
        label={label}
        steps={[{ at: 0, value: 1 }, ...drawn]}
        xDomain={[0, end]}
        yDomain={[0, 1]}
        yTicks={[0, 0.25, 0.5, 0.75, 1]}
        xTicks={weeks.map(week => week * 7)}
        xText={day => t('time.week', { week: Math.round(day / 7) })}
        yText={value => `${Math.round(value * 100)}\u00a0%`}
        {...CARD_PX}
      />
      <dl className={classes['atRisk']}>
        <dt>{t('cohort.atRisk')}</dt>
        {weeks.map(week => (
          <dd key={week} style={{ left: STEP_PLOT.left + ((week * 7) / end) * plotPx }}>
            {atRiskOn(curve, week * 7)}
          </dd>
        ))}
      </dl>
    </Card>
  )
}
