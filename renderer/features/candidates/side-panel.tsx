import { type ReactNode, useEffect, useRef } from 'react'
import classes from './candidate-page.module.css'

interface SidePanelProps {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What is entered or read beside a screen. Takes the focus, gives it back when it goes, and closes on Escape. */
export function SidePanel({ label, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null)
  useFocusWhileOpen(panel)
  useEscape(onClose)
  return (
    <aside className={classes['aside']} aria-label={label} ref={panel} tabIndex={-1}>
      {children}
    </aside>
  )
}

function useFocusWhileOpen(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    if (!panel.current?.contains(before)) panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [panel])
}

/** Escape belongs first to whatever is open above the panel: a list of choices, a menu, a dialog. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    let isTaken = false
    const look = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') isTaken = document.querySelector(ABOVE) !== null
    }
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isTaken && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [onClose])
}

const ABOVE = '[role="dialog"], [aria-expanded="true"][aria-haspopup]'
