import { type RefObject, useEffect, useState } from 'react'

/** Pixels to a point; 4/3 is the size of the paper. */
const STEPS = [0.5, 0.67, 0.8, 1, 1.17, 1.33, 1.6, 2, 2.67, 4]
/** Left and right of the page. */
const ROOM = 40

/** How large the pages are: as wide as there is room, or a step of its own. */
export function useZoom(scroller: RefObject<HTMLElement | null>, pageWidth: number | undefined) {
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const width = useWidth(scroller)
  const fitting = pageWidth && width > ROOM ? Math.min((width - ROOM) / pageWidth, 2) : 1
  const scale = zoom === 'fit' ? fitting : zoom
  return {
    zoom,
    scale,
    zoomIn: () => setZoom(STEPS.find(step => step > scale + 0.01) ?? scale),
    zoomOut: () => setZoom(STEPS.findLast(step => step < scale - 0.01) ?? scale),
    fit: () => setZoom('fit'),
  }
}

function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}
