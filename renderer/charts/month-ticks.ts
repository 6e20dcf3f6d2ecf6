import { type MonthTick, monthTicks } from '#shared/core/trends/drawing/month-ticks.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'

const LABEL_PX = 74

/** Months or years at which a width is labelled, so many that their labels do not touch. */
export function ticksOf(shown: TimeAxis, widthPx: number): MonthTick[] {
  return monthTicks(shown, widthPx / LABEL_PX)
}
