import { Anchor, Button, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#shared/core/civil-date.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { usePanel } from '../candidates/use-panel.ts'
import { SideMark } from './panel-head.tsx'
import { type ChosenScore, ScoreDetail } from './score-detail.tsx'
import { shortNumber, shownNumber } from './shown-value.ts'
import classes from './trends.module.css'
import { dayOfPoint, useTrendWords } from './use-trend-words.ts'

/** The same data as the charts, newest first, each value as it was printed. */
export function TrendsTable({ trends }: { readonly trends: Trends }) {
  const { t, nameOf } = useTrendWords()
  const [chosen, choose] = useState<string | null>(null)
  const [score, setScore] = useState<ChosenScore | undefined>()
  const filled = trends.series.filter(({ points }) => points.length > 0)
  return (
    <section aria-label={t('table.label')} className={classes['tables']}>
      <Select
        size="xs"
        w={280}
        label={t('table.series')}
        placeholder={t('table.every')}
        clearable
        searchable
        value={chosen}
        onChange={choose}
        data={filled.map(one => ({ value: one.id, label: nameOf(one) }))}
      />
      {score && <ScoreDetail {...score} onClose={() => setScore(undefined)} />}
      <div className={classes['everySeries']}>
        {filled
          .filter(({ id }) => chosen === null || id === chosen)
          .map(series => (
            <SeriesTable key={series.id} series={series} day0={trends.day0} onScore={setScore} />
          ))}
      </div>
    </section>
  )
}

const NEWEST = 30

/** What a table may say of a value; a column in which nothing would stand is left out. */
const COLUMNS = ['range', 'multiple', 'change', 'grade', 'by', 'remarks'] as const
type Column = (typeof COLUMNS)[number]

function useCellText(series: Series): (column: Column, point: Point) => string {
  const { t, remarksOf } = useTrendWords()
  return (column, point) => {
    switch (column) {
      case 'range':
        return rangeOf(point)
      case 'multiple':
        return number(point, series, 'uln')
      case 'change':
        return number(point, series, 'change')
      case 'grade':
        return gradeText(point, t)
      case 'by':
        return point.by ?? ''
      case 'remarks':
        return remarksOf(point)
    }
  }
}

interface SeriesTableProps {
  readonly series: Series
  readonly day0: Trends['day0']
  readonly onScore: (score: ChosenScore) => void
}

function SeriesTable({ series, day0, onScore }: SeriesTableProps) {
  const { t, nameOf, unitOf, baselineOf } = useTrendWords()
  const [isWhole, setWhole] = useState(false)
  const newest = series.points.toReversed()
  const rows = isWhole ? newest : newest.slice(0, NEWEST)
  const cellText = useCellText(series)
  const columns = COLUMNS.filter(column => series.points.some(point => cellText(column, point) !== ''))
  const baseline =
    series.baseline && baselineOf(series, `${shortNumber(series.baseline.value)} ${unitOf(series)}`.trim())
  return (
    <section className={classes['seriesTable']}>
      <table className={classes['table']}>
        <caption>
          <strong>{nameOf(series)}</strong> {unitOf(series)}
          {baseline && <Text span c="dimmed" size="xs">{` ${baseline}`}</Text>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('table.date')}</th>
            {day0 !== null && <th scope="col">{t('table.week')}</th>}
            <th scope="col">{t('table.value')}</th>
            {columns.map(column => (
              <th scope="col" key={column}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(point => (
            <PointRow
              key={`${point.fact} ${point.at}`}
              {...{ series, point, day0, onScore, columns, cellText }}
            />
          ))}
        </tbody>
      </table>
      {rows.length < newest.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('table.older', { count: newest.length - rows.length })}
        </Button>
      )}
    </section>
  )
}

interface PointRowProps extends SeriesTableProps {
  readonly columns: readonly Column[]
  readonly cellText: (column: Column, point: Point) => string
  readonly point: Point
}

function PointRow({ series, point, day0, onScore, columns, cellText }: PointRowProps) {
  const { t, time, valueText, nameOf } = useTrendWords()
  const { open } = usePanel()
  const show = () =>
    point.fact === null ? onScore({ series, point }) : open({ open: 'fact', factId: point.fact })
  const on = time(point.on)
  return (
    <tr>
      <th scope="row">{on}</th>
      {day0 !== null && <td>{weekText(point, day0, t)}</td>}
      <td>
        <Anchor
          component="button"
          fz="inherit"
          type="button"
          onClick={show}
          title={t('table.open', { name: nameOf(series), date: on })}
        >
          {valueText(point, series)}
        </Anchor>
        <SideMark point={point} />
      </td>
      {columns.map(column => (
        <td key={column}>{cellText(column, point)}</td>
      ))}
    </tr>
  )
}

/** Whole weeks after the first dose with the days beyond them: `W8 +2`; the days alone within the first week. */
function weekText(point: Point, day0: NonNullable<Trends['day0']>, t: Say): string {
  const days = dayOfPoint(point) - dayOf(day0)
  const [weeks, rest] = [Math.trunc(days / 7), days % 7]
  const counted = (count: number) => `${count}`.replace('-', '−')
  if (weeks === 0 && rest !== 0) return t('table.days', { count: Math.abs(rest), days: counted(rest) })
  const week = t('time.week', { week: counted(weeks) })
  return rest === 0 ? week : `${week} ${rest > 0 ? '+' : ''}${counted(rest)}`
}

type Say = ReturnType<typeof useTrendWords>['t']

function rangeOf({ low, high }: Point): string {
  if (low !== null && high !== null) return `${low}–${high}`
  if (high !== null) return `≤ ${high}`
  return low === null ? '' : `≥ ${low}`
}

function number({ value, comparator, high }: Point, { baseline }: Series, shown: 'uln' | 'change'): string {
  if (value === null) return ''
  const shownValue = shownNumber(value, shown, { high, baseline: baseline?.value ?? null })
  if (shownValue === undefined) return ''
  const sign = shown === 'change' && shownValue > 0 ? '+' : ''
  return `${comparator ?? ''}${sign}${shortNumber(shownValue).replace('-', '−')}`
}

function gradeText({ grade }: Point, t: Say): string {
  if (grade === null) return ''
  const { absolute, relative } = grade
  const byBaseline = relative === null ? [] : [t('table.gradeRelative', { grade: relative })]
  return [...(absolute === null ? [] : [`${absolute}`]), ...byBaseline].join(', ')
}
