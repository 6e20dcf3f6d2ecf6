import { Text } from '@mantine/core'
import { edishCuts, edishQuadrant, mdishCuts } from '#shared/core/scores/edish.ts'
import type { LiverInjuryPoint } from '#shared/core/trends/series.ts'
import { PlaneChart } from '../../../charts/plane-chart.tsx'
import { shortNumber } from '../shown-value.ts'
import shared from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './injury.module.css'
import { type Against, planeOf } from './plane.ts'

interface PlaneProps {
  readonly injury: readonly LiverInjuryPoint[]
  readonly against: Against
  /** In pixels. */
  readonly width?: number
  readonly height?: number
}

/** The days of a patient between aminotransferase and bilirubin, as multiples of the limit or of the own baseline. */
export function Plane({ injury, against, width = 500, height = 360 }: PlaneProps) {
  const { t, date } = useTrendWords()
  const points = planeOf(injury, against)
  const cuts = against === 'uln' ? edishCuts : mdishCuts
  const title = t(`injury.${against}`)
  const axisTitle = (what: string) => t('injury.axis', { what, unit: t(`unit.${against}`) })
  const labelOf = (index: number) =>
    index === points.length - 1 ? t('injury.last') : index === 0 ? t('injury.first') : undefined
  const placed = points.map(({ on, alt, bilirubin }, index) => {
    const quadrant = edishQuadrant({ alt, bilirubin }, cuts)
    const where = t(`injury.quadrant.${quadrant}`)
    const words = `${date(on)}: ALT ${shortNumber(alt)} ×, ${t('injury.bilirubin')} ${shortNumber(bilirubin)} × (${where})`
    const label = labelOf(index)
    return { key: on, x: alt, y: bilirubin, words, ...(label !== undefined && { label }) }
  })
  return (
    <section className={classes['planeCard']}>
      <h2 className={shared['groupTitle']}>{title}</h2>
      {points.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('injury.none')}
        </Text>
      ) : (
        <PlaneChart
          label={t('injury.plot', { title, count: points.length })}
          points={placed}
          isPath
          cuts={{ x: cuts.alt, y: cuts.bilirubin }}
          xTitle={axisTitle(t('injury.alt'))}
          yTitle={axisTitle(t('injury.bilirubin'))}
          {...{ width, height }}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('injury.cuts', { alt: cuts.alt, bilirubin: cuts.bilirubin })}
      </Text>
    </section>
  )
}
