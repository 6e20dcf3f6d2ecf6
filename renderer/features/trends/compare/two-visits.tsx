import { Select, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { dateOf } from '#shared/core/civil-date.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { SideMark } from '../panel-head.tsx'
import { shortNumber } from '../shown-value.ts'
import shared from '../trends.module.css'
import { daysOf } from '../use-frame.ts'
import { dayOfPoint, useTrendWords } from '../use-trend-words.ts'
import classes from './compare.module.css'
import { type Compared, compareDays } from './two-days.ts'

/** Two visits, or any two days with values, side by side: what changed, and whether it may be noise. */
export function TwoVisits({ trends }: { readonly trends: Trends }) {
  const { t } = useTrendWords()
  const days = useMemo(() => daysOf(trends), [trends])
  const [chosenFirst, setFirst] = useState<number | undefined>()
  const [chosenSecond, setSecond] = useState<number | undefined>()
  const first = chosenFirst ?? firstOf(trends, days)
  const second = chosenSecond ?? days.at(-1)
  if (first === undefined || second === undefined || days.length < 2)
    return <Text c="dimmed">{t('compare.fewDays')}</Text>
  return (
    <section aria-label={t('compare.table')} className={shared['tables']}>
      <div className={classes['choices']}>
        <DayChoice label={t('compare.first')} {...{ trends, days }} day={first} onChoose={setFirst} />
        <DayChoice label={t('compare.second')} {...{ trends, days }} day={second} onChoose={setSecond} />
      </div>
      <ComparedTable rows={compareDays(trends, first, second)} days={[first, second]} />
    </section>
  )
}

/** The last day before the first dose, which is what changes are looked at from; else the first of all. */
function firstOf({ day0 }: Trends, days: readonly number[]): number | undefined {
  return (day0 === null ? undefined : days.findLast(day => dateOf(day) <= day0)) ?? days[0]
}

interface DayChoiceProps {
  readonly label: string
  readonly trends: Trends
  readonly days: readonly number[]
  readonly day: number
  readonly onChoose: (day: number) => void
}

function DayChoice({ label, trends, days, day, onChoose }: DayChoiceProps) {
  const textOfDay = useDayText(trends)
  return (
    <Select
      size="xs"
      w={260}
      label={label}
      allowDeselect={false}
      value={`${day}`}
      onChange={value => value !== null && onChoose(Number(value))}
      data={days.map(one => ({ value: `${one}`, label: textOfDay(one) }))}
    />
  )
}

/** A day with the visit that was done on it. */
function useDayText({ series, visits }: Trends): (day: number) => string {
  const { date, textOf } = useTrendWords()
  const visitOn = useMemo(() => {
    const taken = series.flatMap(({ points }) =>
      points.map(point => [dayOfPoint(point), point.visit] as const),
    )
    return new Map(taken.filter(([, visit]) => visit !== null))
  }, [series])
  return day => {
    const visit = visits.find(one => one.visit === visitOn.get(day))
    return [date(dateOf(day)), visit && textOf(visit.title)].filter(part => part !== undefined).join(' · ')
  }
}

interface ComparedTableProps {
  readonly rows: readonly Compared[]
  readonly days: readonly [number, number]
}

function ComparedTable({ rows, days }: ComparedTableProps) {
  const { t, date } = useTrendWords()
  return (
    <table className={shared['table']}>
      <thead>
        <tr>
          <th scope="col">{t('compare.series')}</th>
          {days.map((day, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns that may show the same day
            <th scope="col" key={place}>
              {date(dateOf(day))}
            </th>
          ))}
          <th scope="col">{t('compare.change')}</th>
          <th scope="col">{t('compare.ofBaseline')}</th>
          <th scope="col">{t('compare.variationTitle')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <ComparedRow key={row.series.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function ComparedRow({ row }: { readonly row: Compared }) {
  const { t, nameOf, unitOf } = useTrendWords()
  const { series, first, second, change, ofBaseline, variation } = row
  return (
    <tr>
      <th scope="row">{nameOf(series)}</th>
      <td>{first && <Value point={first} series={series} />}</td>
      <td>{second && <Value point={second} series={series} />}</td>
      <td>{change !== undefined && `${signed(change)} ${unitOf(series)}`}</td>
      <td>{ofBaseline !== undefined && shortNumber(ofBaseline)}</td>
      <td className={classes['dim']}>
        {variation === 'within' && '≈ '}
        {variation !== undefined && t(`compare.variation.${variation}`)}
      </td>
    </tr>
  )
}

function signed(change: number): string {
  return change > 0 ? `+${shortNumber(change)}` : shortNumber(change).replace('-', '−')
}

function Value({ point, series }: { readonly point: Point; readonly series: Series }) {
  const { valueText, remarksOf } = useTrendWords()
  const remarks = remarksOf({ ...point, isWithinVariation: null })
  return (
    <>
      {valueText(point, series)}
      <SideMark point={point} />
      {remarks !== '' && <span className={shared['remark']}>{remarks}</span>}
    </>
  )
}
