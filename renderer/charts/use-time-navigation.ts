import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import { momentAt, panned, within, zoomed } from './time-axis.ts'

export interface TimeNavigation {
  readonly axis: TimeAxis
  readonly whole: TimeAxis
  readonly zoom: (factor: number) => void
  /** By a share of what is shown. */
  readonly pan: (share: number) => void
  readonly show: (axis: TimeAxis) => void
  readonly isWhole: boolean
}

/** Which stretch of time is shown, at first `first`; stays within the whole, also when more is charted. */
export function useTimeNavigation(whole: TimeAxis, first: TimeAxis = whole): TimeNavigation {
  const [chosen, choose] = useState<TimeAxis | undefined>(undefined)
  const axis = useMemo(() => within(chosen ?? first, whole), [chosen, first, whole])
  return useMemo(
    () => ({
      axis,
      whole,
      zoom: factor => choose(zoomed(axis, whole, { factor, around: (axis.from + axis.to) / 2 })),
      pan: share => choose(panned(axis, whole, share)),
      show: shown => choose(within(shown, whole)),
      isWhole: axis.to - axis.from >= whole.to - whole.from,
    }),
    [axis, whole],
  )
}

type Act = (navigation: TimeNavigation) => void

const toStart: Act = ({ axis, whole, show }) =>
  show({ from: whole.from, to: whole.from + axis.to - axis.from })
const toEnd: Act = ({ axis, whole, show }) => show({ from: whole.to - (axis.to - axis.from), to: whole.to })

const KEYS: Readonly<Record<string, Act>> = {
  '+': ({ zoom }) => zoom(0.7),
  '=': ({ zoom }) => zoom(0.7),
  '-': ({ zoom }) => zoom(1 / 0.7),
  '0': ({ show, whole }) => show(whole),
  ArrowLeft: ({ pan }) => pan(-0.15),
  ArrowRight: ({ pan }) => pan(0.15),
  PageUp: ({ pan }) => pan(-0.9),
  PageDown: ({ pan }) => pan(0.9),
  Home: toStart,
  End: toEnd,
}

/** The keys of the time axis, for the element that holds it and the panels. Nothing typed into a field is taken. */
export function navigateByKey(event: KeyboardEvent<HTMLElement>, navigation: TimeNavigation): void {
  const act = KEYS[event.key]
  const isTyping = event.target instanceof HTMLElement && event.target.matches(OWN_KEYS)
  if (act === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act(navigation)
}

const OWN_KEYS = 'input, select, textarea, [role="radio"], [role="option"], [role="listbox"]'

/** A drag moves time along; a click that does not move opens what it hits. */
export function useDrag({ axis, whole, show }: TimeNavigation, widthPx: number) {
  const start = useRef<{ readonly x: number; readonly axis: TimeAxis } | undefined>(undefined)
  return {
    onPointerDown({ button, clientX, pointerType }: PointerEvent) {
      if (button === 0 && pointerType === 'mouse') start.current = { x: clientX, axis }
    },
    onPointerMove({ clientX, buttons }: PointerEvent) {
      const from = start.current
      if (buttons === 0) start.current = undefined
      if (from === undefined || buttons === 0 || Math.abs(clientX - from.x) < 4) return
      show(panned(from.axis, whole, (from.x - clientX) / Math.max(1, widthPx)))
    },
    onPointerUp() {
      start.current = undefined
    },
  }
}

/**
 * Ctrl and wheel, or a pinch, zoom around the pointer; Shift and wheel, or a sideways one, pan. A plain wheel scrolls the
 * page, as it does everywhere else. Not by React: its wheel listeners cannot keep the page from zooming.
 */
export function useWheel(navigation: TimeNavigation, placeOf: (event: WheelEvent) => number | undefined) {
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef({ navigation, placeOf })
  latest.current = { navigation, placeOf }
  useEffect(() => {
    const element = holder.current
    const turn = (event: WheelEvent) => {
      const { axis, whole, show, pan } = latest.current.navigation
      const place = latest.current.placeOf(event)
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
      if (event.ctrlKey && place !== undefined) {
        event.preventDefault()
        show(zoomed(axis, whole, { factor: 1.0015 ** event.deltaY, around: momentAt(axis, place) }))
      } else if (!event.ctrlKey && sideways !== 0) {
        event.preventDefault()
        pan(sideways / 800)
      }
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [])
  return holder
}
