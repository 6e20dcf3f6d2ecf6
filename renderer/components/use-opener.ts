import { useEffect, useState } from 'react'

/** Gives the keyboard back to what opened a dialog that is there only while it is open; Mantine does so for one that stays. */
export function useOpener(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    },
    [opener],
  )
}
