import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { ValueAxis } from '#shared/core/trends/drawing/value-axis.ts'

/** Where the values begin and end in every panel, so that all share one time axis. */
export const PLOT = { left: 40, right: 8, top: 8, bottom: 17 } as const

/** Where the values of a panel are drawn, in pixels, and the place of each moment and value. */
export interface Plot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly xOf: (at: number) => number
  /** Undefined for what a logarithmic axis has no place for. */
  readonly yOf: (value: number) => number | undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The plot of a panel of a size. Without recharts: each of its charts has a store, and a pan would change all of them. */
export function plotOf(size: Size, { from, to }: TimeAxis, values: ValueAxis): Plot {
  const width = size.width - PLOT.left - PLOT.right
  const height = size.height - PLOT.top - PLOT.bottom
  const place = values.isLog ? Math.log10 : (value: number) => value
  const [low, high] = [place(values.from), place(values.to)]
  return {
    ...{ x: PLOT.left, y: PLOT.top, width, height },
    xOf: at => tenths(PLOT.left + ((at - from) / (to - from)) * width),
    yOf(value) {
      const at = PLOT.top + (1 - (place(value) - low) / (high - low)) * height
      return Number.isFinite(at) ? tenths(at) : undefined
    },
  }
}

/** Nobody sees less than a tenth of a pixel, and shorter numbers make shorter paths. */
function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
