import { memo, useCallback, useMemo } from 'react'
import { logSeries } from '#shared/core/trends/definitions.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import type { DrawnLine } from '../../charts/drawn-line.ts'
import { Panel } from '../../charts/panel.tsx'
import type { PanelFrame } from '../../charts/panel-frame.ts'
import { PanelHead } from './panel-head.tsx'
import { type MeldVariant, PANEL_GROUPS, type PanelDefinition } from './panels.ts'
import { LEVEL, lineOf, type ShownAs } from './shown-value.ts'
import classes from './trends.module.css'
import type { TrendsLook } from './trends-tools.tsx'
import { seriesIn } from './use-panel-name.ts'
import { useShownPanels } from './use-shown-panels.ts'
import { useTrendWords } from './use-trend-words.ts'

interface PanelGridProps {
  readonly trends: Trends
  readonly look: Pick<TrendsLook, 'shown' | 'hidden'>
  readonly front: MeldVariant
  readonly frame: PanelFrame
  /** Another patient's series, so that both are drawn on the same axis of values. */
  readonly alongside?: readonly Series[]
  /** Of all panels side by side, in pixels. */
  readonly width: number
  readonly onOpen: (series: Series, point: Point) => void
}

const NARROWEST_PX = 232
const GAP_PX = 10
/** Height of what is drawn in a chart. */
export const PLOT_PX = 112

/** The charts in groups; a group is as wide as it has charts, so that short ones stand side by side. */
export function PanelGrid({ trends, look, front, frame, alongside, width, onOpen }: PanelGridProps) {
  const { t } = useTrendWords()
  const byId = useMemo(() => new Map<string, Series>(trends.series.map(one => [one.id, one])), [trends])
  const { panels, others } = useShownPanels(trends, front, look)
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX)))
  const each = Math.floor((width - (columns - 1) * GAP_PX) / columns)
  return (
    <div className={classes['groups']} style={{ gap: `12px ${GAP_PX}px` }}>
      {PANEL_GROUPS.map(group => {
        const members = panels.filter(panel => panel.group === group)
        if (members.length === 0) return null
        const across = Math.min(columns, members.length)
        return (
          <section
            key={group}
            className={classes['group']}
            style={{ width: across * each + (across - 1) * GAP_PX }}
            aria-label={t(`group.${group}`)}
          >
            <h2 className={classes['groupTitle']}>{t(`group.${group}`)}</h2>
            <div
              className={classes['panels']}
              style={{ gridTemplateColumns: `repeat(${across}, ${each}px)`, gap: GAP_PX }}
            >
              {members.map(panel => (
                <PanelCard
                  key={panel.id}
                  {...{ panel, byId, frame, alongside, onOpen }}
                  shown={look.shown}
                  width={each}
                />
              ))}
            </div>
          </section>
        )
      })}
      {others !== '' && <p className={classes['cardHint']}>{t('panel.noneShown', { names: others })}</p>}
    </div>
  )
}

interface PanelCardProps extends Pick<PanelGridProps, 'frame' | 'width' | 'onOpen'> {
  readonly alongside?: readonly Series[] | undefined
  readonly panel: PanelDefinition
  readonly byId: ReadonlyMap<string, Series>
  readonly shown: ShownAs
}

/** One chart with its name, its unit and its latest value. */
export const PanelCard = memo(function PanelCard(props: PanelCardProps) {
  const { panel, byId, shown, frame, alongside, width, onOpen } = props
  const { shortOf } = useTrendWords()
  const labelOf = useLabel()
  const series = useMemo(() => seriesIn(panel, byId), [panel, byId])
  const drawn = useMemo(() => series.map(one => lineOf(one, shown, shortOf)), [series, shown, shortOf])
  const lines = useMemo(() => drawn.map(({ line }) => line), [drawn])
  const level = LEVEL[shown]
  const alsoHolds = useMemo(() => valuesOf(panel, alongside, shown), [panel, alongside, shown])
  const label = useMemo(() => series.flatMap(labelOf).join('. '), [series, labelOf])
  const open = useMemo(() => opener(byId, onOpen), [byId, onOpen])
  return (
    <div className={classes['panel']}>
      <PanelHead
        id={panel.id}
        series={series}
        shown={shown}
        leftOut={drawn.reduce((sum, one) => sum + one.leftOut, 0)}
      />
      <Panel
        {...{ frame, lines, alsoHolds }}
        label={label}
        width={width - 2}
        height={PLOT_PX}
        isLog={panel.series.every(id => logSeries.has(id)) && shown !== 'change'}
        {...(level !== undefined && { level })}
        onOpen={open}
      />
    </div>
  )
})

/** A series for those who do not see it: how many values, and the latest. */
function useLabel(): (series: Series) => string[] {
  const { t, nameOf, valueText, date } = useTrendWords()
  return useCallback(
    one => {
      const last = one.points.at(-1)
      if (last === undefined) return []
      const latest = t('panel.latest', { value: valueText(last, one), date: date(last.on.slice(0, 10)) })
      return [t('panel.label', { name: nameOf(one), count: one.points.length, latest })]
    },
    [t, nameOf, valueText, date],
  )
}

function valuesOf(
  panel: PanelDefinition,
  alongside: readonly Series[] | undefined,
  shown: ShownAs,
): number[] {
  const others = (alongside ?? []).filter(({ id }) => panel.series.includes(id))
  return others.flatMap(one => lineOf(one, shown, ({ id }) => id).line.points.map(({ value }) => value))
}

function opener(byId: ReadonlyMap<string, Series>, onOpen: PanelGridProps['onOpen']) {
  return ({ id }: DrawnLine, { point }: { readonly point: Point }) => {
    const series = byId.get(id)
    if (series !== undefined) onOpen(series, point)
  }
}
