import { type KeyboardEvent, useState } from 'react'

/** One row of a table is where the Tab key stops: arrows, Home and End go from row to row. Each has a `data-row` inside. */
export function useRowKeys(count: number) {
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, Math.max(0, count - 1))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: count - 1,
    }
    const move = moves[event.key]
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = Math.min(Math.max(move, 0), count - 1)
    setActive(next)
    event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus()
  }
  return { active, setActive, onKeyDown }
}
