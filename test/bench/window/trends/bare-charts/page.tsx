import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'

/*
 * The same points as the charts of Lobule, drawn by recharts as its manual says and nothing else: no ranges, baseline,
 * marks, flags or words, no common crosshair. A wheel moves time, with Ctrl it zooms.
 */

/** One panel: its lines by their names, as pairs of time and value. */
export interface BarePanel {
  readonly id: string
  readonly lines: readonly { readonly id: string; readonly points: readonly (readonly [number, number])[] }[]
}

declare global {
  interface Window {
    /** Set by the bench before the button is pressed. */
    barePanels: readonly BarePanel[]
  }
}

type Span = readonly [number, number]

function Page() {
  const [panels, draw] = useState<readonly BarePanel[]>([])
  return (
    <>
      <button type="button" onClick={() => draw(window.barePanels)}>
        Draw
      </button>
      {panels.length > 0 && <Charts panels={panels} />}
    </>
  )
}

function Charts({ panels }: { readonly panels: readonly BarePanel[] }) {
  const [span, show] = useState<Span>(() => wholeOf(panels))
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const turn = ({ ctrlKey, deltaX, deltaY }: WheelEvent) =>
      show(now => (ctrlKey ? zoomed(now, deltaY) : panned(now, deltaX)))
    const element = holder.current
    element?.addEventListener('wheel', turn)
    return () => element?.removeEventListener('wheel', turn)
  }, [])
  return (
    <div ref={holder} id="drawn" style={{ display: 'flex', flexWrap: 'wrap', gap: 10 }}>
      {panels.map(({ id: panel, lines }) => (
        <LineChart key={panel} width={250} height={112}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="0" type="number" domain={[...span]} allowDataOverflow />
          <YAxis width={40} />
          {lines.map(({ id, points }) => (
            <Line key={id} data={points} dataKey="1" dot={false} isAnimationActive={false} />
          ))}
        </LineChart>
      ))}
    </div>
  )
}

function wholeOf(panels: readonly BarePanel[]): Span {
  const times = panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(([at]) => at)))
  return [Math.min(...times), Math.max(...times)]
}

function panned([from, to]: Span, pixels: number): Span {
  const days = ((to - from) * pixels) / 800
  return [from + days, to + days]
}

function zoomed([from, to]: Span, pixels: number): Span {
  const middle = (from + to) / 2
  const half = ((to - from) / 2) * 1.0015 ** pixels
  return [middle - half, middle + half]
}

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<Page />)
