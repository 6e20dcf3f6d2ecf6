import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react'
import { useCrosshair } from './crosshair.tsx'
import { nearestDay } from './days.ts'
import type { DrawnLine } from './drawn-line.ts'
import { type Hit, hitAt } from './hit.ts'
import type { PanelFrame, PanelProps } from './panel-frame.ts'
import type { Plot } from './plot.ts'
import { createStore } from './store.ts'
import { momentAt } from './time-axis.ts'

interface Pointable extends Pick<PanelProps, 'onOpen'> {
  readonly frame: PanelFrame
  readonly plot: Plot
  readonly lines: readonly DrawnLine[]
}

/** As far as a finger or a hand slips in a click, in pixels; beyond it was a drag. */
const SLIP_PX = 4

/**
 * The pointer over a panel. The crosshair stands on the nearest day with values, in all panels; a click opens the point
 * within reach. For a pointer only: by keyboard every value is a button in the table of the same data.
 */
export function usePointer({ frame: { axis, days }, plot, lines, onOpen }: Pointable) {
  const crosshair = useCrosshair()
  const pointed = useMemo(() => createStore<Hit | undefined>(undefined), [])
  const pressed = useRef({ x: 0, y: 0 })
  const hitBy = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    return hitAt(clientX - left, clientY - top, plot, lines)
  }
  return {
    pointed,
    onPointerDown({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) {
      pressed.current = { x, y }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - plot.x) / plot.width
      crosshair.set(nearestDay(days, momentAt(axis, place) - 0.5) ?? null)
      const hit = hitBy(event)
      if (hit?.point !== pointed.get()?.point) pointed.set(hit)
    },
    onPointerLeave() {
      crosshair.set(null)
      pointed.set(undefined)
    },
    onClick(event: MouseEvent<HTMLElement>) {
      const { x, y } = pressed.current
      const hit = hitBy(event)
      const isDrag = Math.hypot(event.clientX - x, event.clientY - y) > SLIP_PX
      if (hit !== undefined && !isDrag) onOpen(hit.line, hit.point)
    },
  }
}
