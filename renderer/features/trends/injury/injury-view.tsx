import { Text } from '@mantine/core'
import type { LiverInjurySignal, Trends } from '#shared/core/trends/series.ts'
import { shortNumber } from '../shown-value.ts'
import shared from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './injury.module.css'
import { type Against, isBaselineAbnormal } from './plane.ts'
import { Plane } from './plane-card.tsx'

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
          <Plane key={against} {...{ against }} injury={trends.liverInjury} />
        ))}
      </div>
      <Signals signals={trends.signals} />
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
