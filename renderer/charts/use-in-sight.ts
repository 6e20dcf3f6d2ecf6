import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Drawn before it is scrolled to, so that nobody sees it come. */
const AHEAD_PX = 320

/** Whether an element can be seen, or soon; everything can while the page is printed. */
export function useInSight(ref: RefObject<Element | null>): boolean {
  const [isInSight, setInSight] = useState(false)
  const isPrinted = usePrinted()
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    // At once: the observer would answer a frame later.
    setInSight(isNear(element))
    const observer = new IntersectionObserver(
      entries => setInSight(entries.at(-1)?.isIntersecting === true),
      { rootMargin: `${AHEAD_PX}px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return isInSight || isPrinted
}

function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= -AHEAD_PX && top <= window.innerHeight + AHEAD_PX
}

function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    // Before the browser lays out the pages, which it does when the listener returns.
    const before = () => flushSync(() => setPrinted(true))
    const after = () => setPrinted(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinted
}
