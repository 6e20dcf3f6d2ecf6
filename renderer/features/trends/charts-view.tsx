import { useElementSize } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { dayOf } from '#shared/core/civil-date.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { useCrosshair } from '../../charts/crosshair.tsx'
import { stepDay } from '../../charts/days.ts'
import { PLOT } from '../../charts/plot.ts'
import { TimeStrip } from '../../charts/time-strip.tsx'
import { navigateByKey, type TimeNavigation, useDrag, useWheel } from '../../charts/use-time-navigation.ts'
import { usePanel } from '../candidates/use-panel.ts'
import { Legend } from './legend.tsx'
import { PanelGrid } from './panel-grid.tsx'
import type { MeldVariant } from './panels.ts'
import { Readout } from './readout.tsx'
import { type ChosenScore, ScoreDetail } from './score-detail.tsx'
import classes from './trends.module.css'
import type { TrendsLook } from './trends-tools.tsx'
import { useFrame } from './use-frame.ts'
import { useStripWords, useTrendWords } from './use-trend-words.ts'

interface ChartsViewProps {
  readonly trends: Trends
  readonly look: TrendsLook
  readonly front: MeldVariant
  readonly navigation: TimeNavigation
}

/** All charts under one time axis, and beside them what was measured on the day under the crosshair. */
export function ChartsView({ trends, look, front, navigation }: ChartsViewProps) {
  const { t } = useTrendWords()
  const words = useStripWords()
  const { open } = usePanel()
  const frame = useFrame(trends, navigation.axis)
  const { ref, width } = useElementSize()
  const outer = width === 0 ? UNMEASURED_PX : width
  const [score, setScore] = useState<ChosenScore | undefined>()
  const step = useDaySteps(frame.days)
  const drag = useDrag(navigation, PANEL_PX)
  const wheel = useWheel(navigation, placeInPlot)
  const onOpen = useCallback(
    (series: Series, point: Point) => {
      if (point.fact === null) setScore({ series, point })
      else open({ open: 'fact', factId: point.fact })
    },
    [open],
  )
  return (
    <div className={classes['charts']}>
      <section
        className={classes['drawn']}
        ref={wheel}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the time axis need a place that has the focus
        tabIndex={0}
        aria-label={t('time.charts')}
        onKeyDown={event => {
          step(event.key)
          navigateByKey(event, navigation)
        }}
        {...drag}
      >
        <div className={classes['top']} ref={ref}>
          <div data-plot="true" data-left="0">
            <TimeStrip
              {...{ frame, words }}
              width={outer - STRIP_PADDING_PX}
              today={dayOf(trends.today)}
              onOpenMark={factId => open({ open: 'fact', factId })}
            />
          </div>
        </div>
        <PanelGrid {...{ trends, look, front, frame, onOpen }} width={outer} />
        <Legend trends={trends} />
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing that could have the focus */}
      <aside className={classes['readout']} aria-label={t('readout.label')} tabIndex={0}>
        {score && <ScoreDetail {...score} onClose={() => setScore(undefined)} />}
        <Readout trends={trends} />
      </aside>
    </div>
  )
}

/** As wide as most windows leave it: for the moment before it is measured, and where nothing is laid out. */
const UNMEASURED_PX = 1060
/** Of the card around the strip on both sides, with its border. */
const STRIP_PADDING_PX = 26
/** How far a drag moves time by all that is shown: about the width of a panel. */
const PANEL_PX = 220

/** Where in the plot under the pointer it is, from 0 to 1. */
function placeInPlot(event: WheelEvent): number | undefined {
  const plot = event.target instanceof Element ? event.target.closest('[data-plot]') : null
  if (!(plot instanceof HTMLElement)) return undefined
  const { left, width } = plot.getBoundingClientRect()
  const [before, behind] = plot.dataset['left'] === '0' ? [0, 0] : [PLOT.left, PLOT.right]
  return Math.min(1, Math.max(0, (event.clientX - left - before) / (width - before - behind)))
}

/** `[` and `]` move the crosshair to the day before or after with any value. */
function useDaySteps(days: readonly number[]): (key: string) => void {
  const crosshair = useCrosshair()
  return key => {
    if (key !== '[' && key !== ']') return
    crosshair.set(stepDay(days, crosshair.get(), key === ']' ? 1 : -1) ?? null)
  }
}
