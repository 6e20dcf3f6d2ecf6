import { Text } from '@mantine/core'
import type { Curve } from '#shared/core/trends/cohort.ts'
import { StepChart } from '../../../charts/step-chart.tsx'
import classes from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import { atRiskOn, weeksOf } from './at-risk.ts'
import { CARD_PX, Card } from './card.tsx'

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
  const label = t('cohort.survivalLabel', { title, patients, events })
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
        xTicks={weeks.map(week => week * 7)}
        xText={day => t('time.week', { week: Math.round(day / 7) })}
        yText={value => `${Math.round(value * 100)} %`}
        {...CARD_PX}
      />
      <table className={classes['atRisk']}>
        <tbody>
          <tr>
            <th scope="row">{t('cohort.atRisk')}</th>
            {weeks.map(week => (
              <td key={week}>{atRiskOn(curve, week * 7)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </Card>
  )
}
