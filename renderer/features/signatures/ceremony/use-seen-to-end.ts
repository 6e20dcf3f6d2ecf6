import { useCallback, useEffect, useState } from 'react'

/**
 * Whether the end of something long has been in sight. `mark` goes on an element after the last line; `of` names what
 * is read, and another one has to be read anew.
 */
export function useSeenToEnd(of: string | null) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    if (element === null || of === null || seen === of) return undefined
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(of)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, of, seen])
  const mark = useCallback((end: HTMLElement | null) => setElement(end), [])
  return { mark, isSeen: of !== null && seen === of }
}
