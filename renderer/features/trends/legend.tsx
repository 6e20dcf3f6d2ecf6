import { memo, type ReactNode } from 'react'
import { isMeasuredOtherwise } from '#shared/core/trends/drawing/links.ts'
import { lookOf, type PointLook } from '#shared/core/trends/drawing/point-look.ts'
import type { Mark, Point, Trends } from '#shared/core/trends/series.ts'
import { MarkIcon } from '../../charts/mark-icon.tsx'
import { PointMark } from '../../charts/point-mark.tsx'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

/** What the signs mean; only those that are there. */
export const Legend = memo(function Legend({ trends }: { readonly trends: Trends }) {
  const { t } = useTrendWords()
  const has = useSigns(trends)
  const kinds = [...new Set(trends.marks.map(({ kind }) => kind))]
  return (
    <section className={classes['legend']} aria-label={t('legend.label')}>
      {kinds.map(kind => (
        <Sign key={kind} word={t(`mark.${kind}`)}>
          <KindSign kind={kind} />
        </Sign>
      ))}
      {has.range && <Sign word={t('legend.range')}>{<i className={classes['rangeSign']} />}</Sign>}
      {has.baseline && <Sign word={t('legend.baseline')}>{<i className={classes['baselineSign']} />}</Sign>}
      {has.limit && <PointSign word={t('legend.limit')} flags={[]} comparator="<" />}
      {has.outOfWindow && <PointSign word={t('legend.outOfWindow')} flags={['out_of_window']} />}
      {has.unscheduled && <PointSign word={t('legend.unscheduled')} flags={['unscheduled']} />}
      {has.specimen && <PointSign word={t('legend.specimen')} flags={['specimen']} />}
      {has.changed && <Sign word={t('legend.changed')}>{<i className={classes['changedSign']} />}</Sign>}
      {has.within && <Sign word={t('legend.within')}>≈</Sign>}
      {has.window && <Sign word={t('legend.window')}>{<i className={classes['windowSign']} />}</Sign>}
      {has.planned && <Sign word={t('legend.planned')}>{<i className={classes['plannedSign']} />}</Sign>}
      {has.missed && <Sign word={t('legend.missed')}>{<i className={classes['missedSign']} />}</Sign>}
    </section>
  )
})

function useSigns({ series, visits }: Trends) {
  const points = series.flatMap(one => one.points)
  const flagged = (flag: Point['flags'][number]) => points.some(({ flags }) => flags.includes(flag))
  return {
    range: points.some(({ low, high }) => low !== null || high !== null),
    baseline: series.some(({ baseline }) => baseline !== null),
    limit: points.some(({ comparator }) => comparator !== null),
    outOfWindow: flagged('out_of_window'),
    unscheduled: flagged('unscheduled'),
    specimen: flagged('specimen'),
    changed: points.some(isMeasuredOtherwise),
    within: points.some(({ isWithinVariation }) => isWithinVariation === true),
    window: visits.some(({ hasWindow }) => hasWindow),
    planned: visits.some(({ hasWindow }) => !hasWindow),
    missed: visits.some(({ state }) => state === 'missed' || state === 'overdue'),
  }
}

function Sign({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <span className={classes['sign']}>
      <span aria-hidden="true">{children}</span>
      {word}
    </span>
  )
}

interface PointSignProps extends Pick<Point, 'flags'> {
  readonly word: string
  readonly comparator?: Point['comparator']
}

function PointSign({ word, flags, comparator = null }: PointSignProps) {
  const look: PointLook = lookOf({ flags, comparator })
  return (
    <Sign word={word}>
      <svg width={12} height={12} className={classes['pointSign']} aria-hidden="true">
        <PointMark x={6} y={6} look={look} />
      </svg>
    </Sign>
  )
}

function KindSign({ kind }: { readonly kind: Mark['kind'] }) {
  return (
    <span className={classes['kindSign']} data-kind={kind}>
      <MarkIcon kind={kind} size={14} />
    </span>
  )
}
