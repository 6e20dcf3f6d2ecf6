import { SHORTEST_DAYS, type TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'

/** Nearer (factor below 1) or farther around a moment that keeps its place; never beyond what is charted. */
export function zoomed(
  axis: TimeAxis,
  whole: TimeAxis,
  { factor, around }: { readonly factor: number; readonly around: number },
): TimeAxis {
  const span = clamp((axis.to - axis.from) * factor, SHORTEST_DAYS, whole.to - whole.from)
  const from = around - span * placeOn(axis, around)
  return within({ from, to: from + span }, whole)
}

/** Moved by a share of what is shown; stops where what is charted ends. */
export function panned(axis: TimeAxis, whole: TimeAxis, share: number): TimeAxis {
  const days = (axis.to - axis.from) * share
  return within({ from: axis.from + days, to: axis.to + days }, whole)
}

/** The same span, moved to lie within the whole. */
export function within({ from, to }: TimeAxis, whole: TimeAxis): TimeAxis {
  const span = Math.min(to - from, whole.to - whole.from)
  const start = clamp(from, whole.from, whole.to - span)
  return { from: start, to: start + span }
}

/** Where a moment lies: 0 at the left edge, 1 at the right. */
export function placeOn({ from, to }: TimeAxis, at: number): number {
  return (at - from) / (to - from)
}

/** The moment at a place. */
export function momentAt({ from, to }: TimeAxis, place: number): number {
  return from + place * (to - from)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
