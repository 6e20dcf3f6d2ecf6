import { useMemo } from 'react'
import type { Series, Trends } from '#shared/core/trends/series.ts'
import { type MeldVariant, type PanelDefinition, panelsOf } from './panels.ts'
import { canBeShown } from './shown-value.ts'
import type { TrendsLook } from './trends-tools.tsx'
import { seriesIn, usePanelName } from './use-panel-name.ts'

interface ShownPanels {
  readonly panels: readonly PanelDefinition[]
  /** The names of those that have no value to show in this way. */
  readonly others: string
}

/** The charts that are switched on and have something to show as values, multiples or changes. */
export function useShownPanels(
  trends: Trends,
  front: MeldVariant,
  { hidden, shown }: Pick<TrendsLook, 'shown' | 'hidden'>,
): ShownPanels {
  const nameOf = usePanelName(trends)
  return useMemo(() => {
    const byId = new Map<string, Series>(trends.series.map(one => [one.id, one]))
    const isShown = (panel: PanelDefinition) => seriesIn(panel, byId).some(one => canBeShown(one, shown))
    const wanted = panelsOf(trends.series, front).filter(({ id }) => !hidden.includes(id))
    const others = wanted.filter(panel => !isShown(panel))
    return { panels: wanted.filter(isShown), others: others.map(nameOf).join(', ') }
  }, [trends, front, hidden, shown, nameOf])
}
