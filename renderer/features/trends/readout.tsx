import { memo, useMemo } from 'react'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import { lookOf } from '#shared/core/trends/drawing/point-look.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { useCrosshairDay } from '../../charts/crosshair.tsx'
import { PointMark } from '../../charts/point-mark.tsx'
import { SideMark } from './panel-head.tsx'
import classes from './trends.module.css'
import { dayOfPoint, useTrendWords } from './use-trend-words.ts'

interface Reading {
  readonly series: Series
  readonly point: Point
}

/** Every value of the day under the crosshair; of no day, the latest of each series with its day. */
export const Readout = memo(function Readout({ trends }: { readonly trends: Trends }) {
  const { t } = useTrendWords()
  const day = useCrosshairDay()
  const byDay = useMemo(() => readingsByDay(trends), [trends])
  const latest = useMemo(() => latestOf(trends), [trends])
  if (day === null) {
    return (
      <div>
        <h2 className={classes['readoutTitle']}>{t('readout.latest')}</h2>
        <Readings readings={latest} today={trends.today} />
      </div>
    )
  }
  return (
    <div>
      <DayTitle day={day} trends={trends} readings={byDay.get(day) ?? []} />
      <Readings readings={byDay.get(day) ?? []} />
    </div>
  )
})

function readingsByDay({ series }: Trends): ReadonlyMap<number, readonly Reading[]> {
  const readings = series.flatMap(one => one.points.map(point => ({ series: one, point })))
  return Map.groupBy(readings, ({ point }) => dayOfPoint(point))
}

function latestOf({ series }: Trends): Reading[] {
  return series.flatMap(one => {
    const point = one.points.at(-1)
    return point === undefined ? [] : [{ series: one, point }]
  })
}

interface DayTitleProps {
  readonly day: number
  readonly trends: Trends
  readonly readings: readonly Reading[]
}

function DayTitle({ day, trends: { day0, visits }, readings }: DayTitleProps) {
  const { t, date, textOf } = useTrendWords()
  const visit = visits.find(one => readings.some(({ point }) => point.visit === one.visit))
  const after = day0 === null ? undefined : day - dayOf(day0)
  return (
    <>
      <h2 className={classes['readoutTitle']}>{date(dateOf(day))}</h2>
      <p className={classes['readoutDay']}>
        {[
          after === undefined ? undefined : t('time.day', { day: after }),
          visit && t('readout.visit', { visit: textOf(visit.title) }),
        ]
          .filter(part => part !== undefined)
          .join(' · ')}
      </p>
    </>
  )
}

interface ReadingsProps {
  readonly readings: readonly Reading[]
  /** Where the days differ, to tell them briefly. */
  readonly today?: string
}

function Readings({ readings, today }: ReadingsProps) {
  const { t, shortDate } = useTrendWords()
  if (readings.length === 0) return <p className={classes['readoutDay']}>{t('readout.nothing')}</p>
  return (
    <table className={classes['readings']}>
      <tbody>
        {readings.map(reading => (
          <ReadingRow key={`${reading.series.id} ${reading.point.at}`} reading={reading}>
            {today && shortDate(reading.point.on, today)}
          </ReadingRow>
        ))}
      </tbody>
    </table>
  )
}

interface ReadingRowProps {
  readonly reading: Reading
  readonly children?: string | undefined
}

function ReadingRow({ reading: { series, point }, children }: ReadingRowProps) {
  const { t, nameOf, shortOf, valueText, remarksOf } = useTrendWords()
  const remarks = remarksOf(point)
  return (
    <tr title={[nameOf(series), point.by, remarks].filter(part => part).join('\n')}>
      <th scope="row">{shortOf(series)}</th>
      <td>
        {isTelling(point) && <LookSign point={point} word={remarks || t('legend.limit')} />}
        {valueText(point, series)}
        <SideMark point={point} />
      </td>
      {children !== undefined && <td className={classes['readoutDate']}>{children}</td>}
    </tr>
  )
}

function isTelling(point: Point): boolean {
  const { form, isHollow, isCrossed } = lookOf(point)
  return form !== 'circle' || isHollow || isCrossed
}

/** The shape that the point has in its chart, for those that say something. */
function LookSign({ point, word }: { readonly point: Point; readonly word: string }) {
  return (
    <svg width={11} height={11} className={classes['pointSign']} role="img" aria-label={word}>
      <PointMark x={5.5} y={5.5} look={lookOf(point)} />
    </svg>
  )
}
