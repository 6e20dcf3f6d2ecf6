import { Text } from '@mantine/core'
import { edishCuts } from '#shared/core/scores/edish.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import { PlaneChart } from '../../../charts/plane-chart.tsx'
import { shortNumber } from '../shown-value.ts'
import { useTrendWords } from '../use-trend-words.ts'
import { CARD_PX, Card } from './card.tsx'

/** The highest multiples of everybody after the first dose. */
export function InjuryOfAll({ cohort: { patients } }: { readonly cohort: Cohort }) {
  const { t } = useTrendWords()
  const points = patients.flatMap(({ patientId, screeningNumber, peak }) => {
    const [x, y] = [peak?.altUln ?? 0, peak?.bilirubinUln ?? 0]
    const words = `${screeningNumber}: ALT ${shortNumber(x)} ×, ${t('injury.bilirubin')} ${shortNumber(y)} ×`
    return x > 0 && y > 0 ? [{ key: patientId, x, y, words }] : []
  })
  const axisTitle = (what: string) => t('injury.axis', { what, unit: t('unit.uln') })
  return (
    <Card title={t('cohort.injury')} hint={t('injury.noDiagnosis')}>
      {points.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('cohort.noValues')}
        </Text>
      ) : (
        <PlaneChart
          label={t('injury.plot', { title: t('cohort.injury'), count: points.length })}
          points={points}
          isPath={false}
          cuts={{ x: edishCuts.alt, y: edishCuts.bilirubin }}
          xTitle={axisTitle(t('injury.alt'))}
          yTitle={axisTitle(t('injury.bilirubin'))}
          {...CARD_PX}
        />
      )}
    </Card>
  )
}
