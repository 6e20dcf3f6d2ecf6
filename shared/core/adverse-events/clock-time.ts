import type { OffsetDateTime } from '../civil-date.ts'
import type { FactId } from '../ids.ts'

/** The computer's clock was put back: what the trail has it show before and after, in milliseconds since 1970. */
export interface SetBack {
  /** The entry of the trail that saw it; infinite where the trail has not seen it yet. */
  readonly seq: number
  readonly from: number
  readonly to: number
}

/** The time by which deadlines are counted. */
export interface ClockTime {
  /** What the computer shows, in milliseconds since 1970. */
  readonly now: number
  readonly setBacks: readonly SetBack[]
  /** The entry of the trail with which a fact was first charted; undefined where it is not charted yet. */
  readonly enteredAs: (fact: FactId) => number | undefined
  /** An instant as the site's wall clock shows it. */
  readonly render: (instant: number) => OffsetDateTime
}

/** A moment as somebody wrote it down: when it was, in milliseconds, and with which entry of the trail it was charted. */
export interface Noted {
  readonly at: number
  readonly seq: number
}

/**
 * Seconds by which the clock was put back between two moments, or until now: they passed, although the clock does not
 * show it. Counted is what was seen after the first moment was charted, and what put the clock back to a time after
 * that moment; what was seen after the second was charted, or put the clock back to after it, is not.
 */
export function secondsPutBack(since: Noted, until: Noted | undefined, time: ClockTime): number {
  const counted = time.setBacks.filter(({ seq, to }) => {
    const isSince = since.seq < seq || since.at < to
    const isOver = until !== undefined && (until.seq < seq || until.at < to)
    return isSince && !isOver
  })
  return Math.ceil(counted.reduce((sum, { from, to }) => sum + (from - to), 0) / 1000)
}
