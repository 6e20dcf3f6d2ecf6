import { Tooltip } from '@mantine/core'
import type { MouseEvent } from 'react'
import type { CivilDate } from '#shared/core/civil-date.ts'
import { useScreeningTools } from '../screening-tools.ts'
import { dayAt, stretchOf, type TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'

interface SpanButtonProps {
  readonly scale: TimeScale
  readonly days: { readonly from: CivilDate | null; readonly to: CivilDate | null }
  /** Which status it has, for its colour and pattern. */
  readonly kind: string
  /** All that it says: shown on hover and focus, and read aloud. */
  readonly sentence: string
}

/** One stretch of days. A click asks about the day under the pointer, Enter about the first day shown. */
export function SpanButton({ scale, days, kind, sentence }: SpanButtonProps) {
  const { setOn } = useScreeningTools()
  const stretch = stretchOf(scale, days)
  if (stretch === undefined) return null
  const ask = ({ currentTarget, clientX, detail }: MouseEvent<HTMLButtonElement>) => {
    const track = currentTarget.parentElement?.getBoundingClientRect()
    const isPointer = detail > 0 && track !== undefined && track.width > 0
    setOn(isPointer ? dayAt(scale, (clientX - track.left) / track.width) : stretch.first)
  }
  return (
    <Tooltip label={sentence} events={{ hover: true, focus: true, touch: false }} openDelay={150}>
      <button
        type="button"
        className={classes['span']}
        data-kind={kind}
        data-before={goesOn(stretch.goesOnBefore, days.from)}
        data-after={goesOn(stretch.goesOnAfter, days.to)}
        style={{ left: `${stretch.left}%`, width: `${stretch.width}%` }}
        aria-label={sentence}
        onClick={ask}
      />
    </Tooltip>
  )
}

/** An open side fades; one whose end merely lies beyond the scale is cut straight; neither looks like an end. */
function goesOn(isBeyond: boolean, edge: CivilDate | null): 'open' | 'beyond' | undefined {
  if (!isBeyond) return undefined
  return edge === null ? 'open' : 'beyond'
}
