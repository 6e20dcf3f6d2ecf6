import { Text } from '@mantine/core'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import { valueAxis } from '#shared/core/trends/drawing/value-axis.ts'
import { ticksOf } from '../../../charts/month-ticks.ts'
import { StepChart } from '../../../charts/step-chart.tsx'
import { useToday } from '../../candidates/use-today.ts'
import { useTrendWords } from '../use-trend-words.ts'
import { CARD_PX, Card } from './card.tsx'

/** How many are enrolled, day by day, against the number that was registered. */
export function Enrolment({ cohort: { planned, enrolment, enrolledUndated } }: { readonly cohort: Cohort }) {
  const { t, date } = useTrendWords()
  const today = useToday()
  const [first, last] = [enrolment[0], enrolment.at(-1)]
  const count = (last?.count ?? 0) + enrolledUndated
  const words = t('cohort.enrolled', { count, planned })
  if (first === undefined || last === undefined) {
    return (
      <Card title={t('cohort.enrolment')}>
        <Text c="dimmed">{words}</Text>
      </Card>
    )
  }
  // To today: months in which nobody was enrolled are part of the pace.
  const [from, to] = [dayOf(first.on) - 7, Math.max(dayOf(today), dayOf(last.on) + 7)]
  const most = Math.max(planned, count)
  const steps = [
    { at: from, value: 0 },
    ...enrolment.map(({ on, count: value }) => ({ at: dayOf(on), value })),
  ]
  return (
    <Card title={t('cohort.enrolment')} hint={words}>
      <StepChart
        label={words}
        steps={steps}
        xDomain={[from, to]}
        yDomain={[0, most * 1.08]}
        yTicks={valueAxis([0, Math.ceil(most * 0.92)], { isLog: false, isWhole: true }).ticks}
        xTicks={ticksOf({ from, to }, CARD_PX.width - 60).map(({ day }) => day)}
        xText={day => date(dateOf(day).slice(0, 7))}
        yText={value => `${Math.round(value)}`}
        goal={{ value: planned, word: t('cohort.planned', { planned }) }}
        {...CARD_PX}
      />
    </Card>
  )
}
