import { useMemo } from 'react'
import type { Series, Trends } from '#shared/core/trends/series.ts'
import type { PanelDefinition } from './panels.ts'
import { useTrendWords } from './use-trend-words.ts'

/** What a chart is called: the series in it by their short names, as a clinician says them. */
export function usePanelName({ series }: Pick<Trends, 'series'>): (panel: PanelDefinition) => string {
  const { shortOf } = useTrendWords()
  return useMemo(() => {
    const byId = new Map(series.map(one => [one.id, one]))
    return panel => seriesIn(panel, byId).map(shortOf).join(' · ')
  }, [series, shortOf])
}

/** The series of a chart in its order. */
export function seriesIn(panel: PanelDefinition, byId: ReadonlyMap<string, Series>): Series[] {
  return panel.series.flatMap(id => byId.get(id) ?? [])
}
