import { useCallback, useEffect, useState } from 'react'

/** Whole seconds until a moment, counted down; 0 where there is nothing to wait for. */
export function useCountdown() {
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)
  const start = useCallback((seconds: number) => {
    setUntil(Date.now() + seconds * 1000)
    setLeft(seconds)
  }, [])
  useEffect(() => {
    if (left === 0) return undefined
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until, left])
  return { left, start }
}
