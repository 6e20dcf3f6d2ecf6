import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Language } from '#shared/core/text.ts'
import { type Mark, Measure, type Point, type Series, type VisitBand } from '#shared/core/trends/series.ts'
import { withPrintedUnits } from '#shared/core/unit-text.ts'
import type { StripWords } from '../../charts/time-strip.tsx'
import { useCoreText } from '../../components/core-text.ts'
import { dateText, timeText, unitText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { ShownAs } from './shown-value.ts'

/** The words of points, series, marks and visits, in the screen's language. */
export function useTrendWords() {
  const { t } = useTranslation('trends')
  const textOf = useCoreText()
  const language = useLanguage()
  return useMemo(() => {
    const date = (day: string) => dateText(day, language)
    const unitOf = ({ unit }: Pick<Series, 'unit'>) =>
      isPlain(unit) ? '' : unitText(unit).replace(/[{}]/g, '')
    return {
      t,
      textOf,
      date,
      language,
      unitOf,
      time: (time: string) => timeText(time, language),
      /** Without the year where it is this one, else without the day. */
      shortDate: (day: string, today: string) => shortDate(day.slice(0, 10), { today, language }),
      day: (day: number) => date(dateOf(Math.floor(day))),
      nameOf: (series: Pick<Series, 'name'>) => capitalised(textOf(series.name)),
      /** As clinicians say it: the abbreviation of a test, the words of an examination. */
      shortOf: ({ id, abbreviation }: Series) => (isNamed(id) ? t(`short.${id}`) : abbreviation),
      /** Beside other lines of its panel. */
      lineName: ({ id, abbreviation }: Series) => (isPartOfPanel(id) ? t(`lineName.${id}`) : abbreviation),
      panelName: (id: string) => (isTitled(id) ? t(`panelName.${id}`) : undefined),
      /** As printed, with the unit that it was reported in, and the class or grade of a score. */
      valueText(point: Point, series: Series) {
        const unit = point.fact === null ? unitOf(series) : ''
        return withCategory(`${withPrintedUnits(point.printed)} ${unit}`.trim(), point, series)
      },
      /** The same where the unit stands beside it already; another unit is still told. */
      bareText(point: Point, series: Series) {
        const [printed, unit] = [withPrintedUnits(point.printed), unitOf(series)]
        const bare =
          unit !== '' && printed.endsWith(` ${unit}`) ? printed.slice(0, -unit.length - 1) : printed
        return withCategory(bare, point, series)
      },
      /** What stands behind the numbers of a panel. */
      scaleOf(series: Series, shown: ShownAs) {
        const unit = unitOf(series)
        if (shown === 'value') return unit
        if (shown === 'change') return unit === '' ? t('unit.changePlain') : t('unit.change', { unit })
        return t(`unit.${shown}`)
      },
      /** Everything beside the value that a reader must know. */
      remarksOf(point: Point) {
        const within = point.isWithinVariation === true ? [t('flag.within')] : []
        const unconverted = point.value === null ? [t('flag.notComparable')] : []
        return [...point.flags.map(flag => t(`flag.${flag}`)), ...within, ...unconverted].join(', ')
      },
      baselineOf(series: Series, value: string) {
        const { baseline } = series
        if (baseline === null) return undefined
        const days = { from: date(baseline.from), to: date(baseline.to) }
        if (baseline.rule === 'last') return t('baseline.last', { value, to: days.to })
        if (baseline.count === 1) return t('baseline.only', { value, from: days.from })
        return t('baseline.mean', { value, count: baseline.count, ...days })
      },
    }

    function withCategory(value: string, point: Point, series: Series): string {
      const category = categoryText(point, series)
      return category === undefined ? value : `${value} (${category})`
    }

    function categoryText({ category }: Point, { id }: Series): string | undefined {
      if (category === null) return undefined
      return id === 'child_pugh' || id === 'albi' ? t(`score.category.${id}`, { category }) : category
    }
  }, [t, textOf, language])
}

/** The words of the strip above the panels. */
export function useStripWords(): StripWords {
  const { t, textOf, date, day } = useTrendWords()
  return useMemo(
    () => ({
      today: t('time.today'),
      shortText: (mark: Mark) => textOf(mark.label),
      markText(mark: Mark) {
        const what = { kind: t(`mark.${mark.kind}`), label: textOf(mark.label) }
        if (mark.to === null) return t('mark.text', { ...what, date: date(mark.from.slice(0, 10)) })
        return t('mark.lasting', {
          ...what,
          from: date(mark.from.slice(0, 10)),
          to: date(mark.to.slice(0, 10)),
        })
      },
      visitText(visit: VisitBand) {
        const days = { from: day(visit.from), to: day(visit.to) }
        const words = { visit: textOf(visit.title), ...days, state: t(`visit.state.${visit.state}`) }
        return visit.hasWindow ? t('visit.window', words) : t('visit.planned', words)
      },
    }),
    [t, textOf, date, day],
  )
}

/** A whole day of a point for looking it up: the day on which it was taken, in the place's own time. */
export function dayOfPoint({ on, at }: Point): number {
  return on.length >= 10 ? dayOf(on) : Math.floor(at)
}

const NAMED = [...Measure.options, 'portal_flow_computed', 'congestion_index'] as const
const PARTS = [
  'portal_mean_velocity',
  'portal_maximum_velocity',
  'portal_flow_measured',
  'portal_flow_computed',
  'liver_stiffness',
  'spleen_stiffness',
] as const
const TITLED = ['portal_velocity', 'portal_flow', 'stiffness'] as const

function isNamed(id: string): id is (typeof NAMED)[number] {
  return NAMED.some(named => named === id)
}

function isPartOfPanel(id: string): id is (typeof PARTS)[number] {
  return PARTS.some(part => part === id)
}

function isTitled(id: string): id is (typeof TITLED)[number] {
  return TITLED.some(titled => titled === id)
}

function isPlain(unit: string): boolean {
  return unit === '1' || unit === '{score}'
}

function shortDate(
  day: string,
  { today, language }: { readonly today: string; readonly language: Language },
): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return dateText(day.slice(0, 7), language)
  return language === 'zh-CN' ? day.slice(5) : dateText(day, language).replace(/ \d{4}$/, '')
}

function capitalised(name: string): string {
  const isWord = /^[a-z]{2}/.test(name)
  return isWord ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
