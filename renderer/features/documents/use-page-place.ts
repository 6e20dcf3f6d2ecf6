import { type RefObject, useEffect, useState } from 'react'

/** Which page is being read: the last one whose upper edge has come above the middle; at the end, the last. */
export function usePagePlace(scroller: RefObject<HTMLElement | null>, count: number) {
  const [page, setPage] = useState(1)
  useEffect(() => {
    const element = scroller.current
    if (element === null || count === 0) return undefined
    const look = () => {
      const middle = element.getBoundingClientRect().top + element.clientHeight / 2
      const pages = [...element.querySelectorAll('[data-page]')]
      const above = pages.findLastIndex(one => one.getBoundingClientRect().top <= middle)
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2
      setPage(isAtEnd ? count : Math.max(0, above) + 1)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller, count])
  return { page, pages: count }
}
