import { type RefObject, useEffect, useRef, useState } from 'react'

interface Pages {
  readonly pages: number
  /** Another size may bring the end into sight. */
  readonly scale: number
  readonly onEnd: (() => void) | undefined
}

/** Which page is being read: the last one whose upper edge has come above the middle; at the end, the last. */
export function usePagePlace(scroller: RefObject<HTMLElement | null>, { pages, scale, onEnd }: Pages) {
  const [page, setPage] = useState(1)
  const ended = useRef(onEnd)
  ended.current = onEnd
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `scale`
  useEffect(() => {
    const element = scroller.current
    if (element === null || pages === 0) return undefined
    const look = () => {
      const middle = element.getBoundingClientRect().top + element.clientHeight / 2
      const sheets = [...element.querySelectorAll('[data-page]')]
      const above = sheets.findLastIndex(sheet => sheet.getBoundingClientRect().top <= middle)
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2
      setPage(isAtEnd ? pages : Math.max(0, above) + 1)
      if (isAtEnd) ended.current?.()
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller, pages, scale])
  return { page, pages }
}
