import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartingChoices } from '#shared/core/trends/charting-choices.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { ConductLine } from './conduct-lines.ts'
import { nameOf } from './variation-part.tsx'

type Say = TFunction<'conduct'>

/** Choices for scores and charts as lines to compare and read. */
export function useChartingLines(): (choices: ChartingChoices) => ConductLine[] {
  const { t } = useTranslation('conduct')
  const language = useLanguage()
  return useCallback(
    ({ childPugh, inputDays, baseline, variation, liverInjury }) => [
      ...childPughLines(childPugh, t),
      ...(inputDays === undefined
        ? []
        : [{ key: 'inputDays', name: t('inputDays.label'), value: String(inputDays) }]),
      ...(baseline === undefined ? [] : [baselineLine(baseline, t)]),
      ...variation.map(({ series, by, analytical, withinSubject }) => ({
        key: `variation ${series} ${by ?? ''}`,
        name: [nameOf(series, language), by ?? t('variation.all')].join(' · '),
        value: t('line.variation', { analytical, withinSubject }),
      })),
      ...liverInjuryLines(liverInjury, t),
    ],
    [t, language],
  )
}

function childPughLines(choice: ChartingChoices['childPugh'], t: Say): ConductLine[] {
  if (choice === undefined) return []
  const { ascites, coagulation, bands } = choice
  return [
    ...(['grade_1', 'grade_2', 'grade_3'] as const).map(grade => ({
      key: grade,
      name: t(`childPugh.${grade}`),
      value: t('childPugh.points', { points: ascites[grade] }),
    })),
    { key: 'coagulation', name: t('childPugh.coagulation'), value: t(`childPugh.${coagulation}`) },
    {
      key: 'bands',
      name: t('childPugh.bands'),
      value: bands === 'si' ? t('childPugh.si') : t('childPugh.mgDl'),
    },
  ]
}

function baselineLine({ rule, withinDays }: NonNullable<ChartingChoices['baseline']>, t: Say): ConductLine {
  const within = withinDays === undefined ? [] : [t('line.withinDays', { days: withinDays })]
  return { key: 'baseline', name: t('baseline.title'), value: [t(`baseline.${rule}`), ...within].join(' · ') }
}

function liverInjuryLines(limits: ChartingChoices['liverInjury'], t: Say): ConductLine[] {
  if (limits === undefined) return []
  const { aminotransferase, bilirubin, alkalinePhosphataseBelow, withinDays } = limits
  const limit = ({ times, operator }: typeof bilirubin) =>
    t('line.limit', { operator: t(`injury.${operator}`), times })
  return [
    { key: 'aminotransferase', name: t('injury.aminotransferase'), value: limit(aminotransferase) },
    { key: 'bilirubin', name: t('injury.bilirubin'), value: limit(bilirubin) },
    ...(alkalinePhosphataseBelow === undefined
      ? []
      : [{ key: 'alp', name: t('injury.alkalinePhosphatase'), value: alkalinePhosphataseBelow }]),
    { key: 'days', name: t('injury.days'), value: String(withinDays) },
  ]
}
