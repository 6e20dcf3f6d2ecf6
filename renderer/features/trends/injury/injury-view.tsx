import { Text } from '@mantine/core'
import { edishCuts, edishQuadrant, mdishCuts } from '#shared/core/scores/edish.ts'
import type { LiverInjurySignal, Trends } from '#shared/core/trends/series.ts'
import { PlaneChart } from '../../../charts/plane-chart.tsx'
import { shortNumber } from '../shown-value.ts'
import shared from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './injury.module.css'
import { type Against, isBaselineAbnormal, planeOf } from './plane.ts'

/** Where the patient stands between aminotransferase and bilirubin, and the days that met the site's limits. */
export function InjuryView({ trends }: { readonly trends: Trends }) {
  const { t } = useTrendWords()
  const isAbnormal = isBaselineAbnormal(trends.liverInjury, trends.day0)
  const order: readonly Against[] = isAbnormal ? ['baseline', 'uln'] : ['uln', 'baseline']
  return (
    <section className={classes['injury']} aria-label={t('view.injury')}>
      {isAbnormal && <Text size="sm">{t('injury.abnormal')}</Text>}
      <div className={classes['planes']}>
        {order.map(against => (
          <Plane key={against} {...{ trends, against }} />
        ))}
      </div>
      <Signals signals={trends.signals} />
    </section>
  )
}

interface PlaneProps {
  readonly trends: Trends
  readonly against: Against
}

function Plane({ trends, against }: PlaneProps) {
  const { t, date } = useTrendWords()
  const points = planeOf(trends.liverInjury, against)
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
          width={500}
          height={360}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('injury.cuts', { alt: cuts.alt, bilirubin: cuts.bilirubin })}
      </Text>
    </section>
  )
}

function Signals({ signals }: { readonly signals: readonly LiverInjurySignal[] }) {
  const { t } = useTrendWords()
  return (
    <section>
      <h2 className={shared['groupTitle']}>{t('injury.signals')}</h2>
      {signals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('injury.noSignals')}
        </Text>
      ) : (
        <table className={shared['table']}>
          <thead>
            <tr>
              <th scope="col">{t('injury.date')}</th>
              <th scope="col">{t('injury.against')}</th>
              <th scope="col">{t('injury.aminotransferase')}</th>
              <th scope="col">{t('injury.bilirubin')}</th>
              <th scope="col">{t('injury.alp')}</th>
              <th scope="col">{t('table.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map(signal => (
              <SignalRow key={`${signal.on} ${signal.against}`} signal={signal} />
            ))}
          </tbody>
        </table>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('injury.noDiagnosis')}
      </Text>
    </section>
  )
}

function SignalRow({ signal }: { readonly signal: LiverInjurySignal }) {
  const { t, date } = useTrendWords()
  const { on, against, aminotransferase, bilirubin, alkalinePhosphatase, isAtLeast, isUnfit } = signal
  const least = isAtLeast ? '≥ ' : ''
  return (
    <tr>
      <th scope="row">{date(on)}</th>
      <td>{t(`injury.signalAgainst.${against}`)}</td>
      <td>{`${least}${shortNumber(aminotransferase)} ×`}</td>
      <td>{`${least}${shortNumber(bilirubin)} ×`}</td>
      <td>{alkalinePhosphatase === null ? '' : `${shortNumber(alkalinePhosphatase)} ×`}</td>
      <td>{isUnfit ? t('flag.specimen') : ''}</td>
    </tr>
  )
}
