import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { PatientId } from '#shared/core/ids.ts'
import type { Line } from './lines.ts'
import { useKept } from './use-kept.ts'

interface ActiveLineOptions {
  readonly lines: readonly Line[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Scrolls a line into sight. */
  readonly show: (index: number) => void
  /** Lines that fit below each other. */
  readonly page: () => number
  readonly onOpen: (patientId: PatientId) => void
}

/** The one line that the Tab key stops at: arrows, Page, Home and End move it, Enter opens it. */
export function useActiveLine({ lines, scroller, show, page, onOpen }: ActiveLineOptions) {
  const [activeId, setActiveId] = useKept<PatientId | undefined>('line', undefined)
  const active = Math.max(
    0,
    lines.findIndex(({ patient }) => patient.id === activeId),
  )
  const isMoved = useRef(false)
  const focus = () =>
    scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true })
  useEffect(() => {
    if (!isMoved.current) return
    isMoved.current = false
    focus()
  })
  const goTo = (wanted: number) => {
    const index = Math.min(Math.max(wanted, 0), lines.length - 1)
    const line = lines[index]
    if (line === undefined) return
    show(index)
    // Nothing is drawn anew where the line is the active one already.
    if (line.patient.id === activeId) return focus()
    isMoved.current = true
    setActiveId(line.patient.id)
  }
  const open = useCallback(
    (patientId: PatientId) => {
      setActiveId(patientId)
      onOpen(patientId)
    },
    [setActiveId, onOpen],
  )
  const step = Math.max(1, page())
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(active + 1),
    ArrowUp: () => goTo(active - 1),
    PageDown: () => goTo(active + step),
    PageUp: () => goTo(active - step),
    Home: () => goTo(0),
    End: () => goTo(lines.length - 1),
    Enter: () => {
      const line = lines[active]
      if (line) open(line.patient.id)
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move()
  }
  return { active, onKeyDown, open, goTo }
}
