import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo } from 'react'
import type { Point, Series } from '#shared/core/trends/series.ts'
import { LineSample } from '../../charts/line-sample.tsx'
import { type ShownAs, sideOf } from './shown-value.ts'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

interface PanelHeadProps {
  readonly id: string
  readonly series: readonly Series[]
  readonly shown: ShownAs
  readonly leftOut: number
}

/** What a chart shows; several lines are told apart by a sample of each. */
export const PanelHead = memo(function PanelHead({ id, series, shown, leftOut }: PanelHeadProps) {
  const { t, shortOf, lineName, panelName, nameOf, scaleOf, baselineOf, unitOf } = useTrendWords()
  const [first] = series
  if (first === undefined) return null
  const baseline = first.baseline && `${Number(first.baseline.value.toPrecision(4))} ${unitOf(first)}`.trim()
  const title = [series.map(nameOf).join(', '), baseline && baselineOf(first, baseline)].filter(part => part)
  return (
    <div className={classes['panelHead']} title={title.join('\n')}>
      {series.length === 1 && <span className={classes['panelName']}>{shortOf(first)}</span>}
      {series.length > 1 && <span className={classes['panelName']}>{panelName(id)}</span>}
      {series.length > 1 &&
        series.map((one, place) => (
          <span key={one.id} className={classes['lineName']}>
            <LineSample place={place} />
            {lineName(one)}
          </span>
        ))}
      <span className={classes['panelUnit']}>{scaleOf(first, shown)}</span>
      {leftOut > 0 && (
        <span className={classes['leftOut']} title={t(`panel.leftOutHint.${shown}`)}>
          {t('panel.leftOut', { count: leftOut })}
        </span>
      )}
      {series.length === 1 && <Latest series={first} />}
    </div>
  )
})

function Latest({ series }: { readonly series: Series }) {
  const { bareText } = useTrendWords()
  const last = series.points.at(-1)
  if (last === undefined) return null
  return (
    <span className={classes['latest']}>
      {bareText(last, series)}
      <SideMark point={last} />
    </span>
  )
}

/** Above or below the range as an arrow, with the word for those who hear it. */
export function SideMark({ point }: { readonly point: Point }) {
  const { t } = useTrendWords()
  const side = sideOf(point)
  if (side === undefined) return null
  const Icon = side === 'high' ? IconArrowUp : IconArrowDown
  return (
    <span className={classes['side']} role="img" aria-label={t(`side.${side}`)}>
      <Icon size={13} stroke={2.6} aria-hidden="true" />
    </span>
  )
}
