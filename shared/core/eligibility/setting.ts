import { type DayNumber, shiftDay } from '../civil-date.ts'
import type { ProtocolId } from '../ids.ts'
import type { Anchor, Window } from '../protocol/condition.ts'
import { type ChosenReadings, resolve } from '../protocol/reading.ts'
import type { IndexedChart } from './chart-index.ts'

/** All that a condition is evaluated against. Pure data: the day is asked for, never looked up. */
export interface Setting {
  readonly chart: IndexedChart
  readonly protocol: ProtocolId
  /** One alternative for every reading that the condition uses. */
  readonly choices: ChosenReadings
  /** The day of registration that the question is about. */
  readonly day: DayNumber
  /** Every question that the protocol asks the investigator; without it no question is taken for a stray one. */
  readonly questions?: ReadonlySet<string> | undefined
  readonly anchors: { readonly dose?: DayNumber; readonly today?: DayNumber }
}

/** The day of an anchor; undefined where it is not known. */
export function anchorDay(anchor: Anchor | undefined, setting: Setting): DayNumber | undefined {
  return anchor === undefined || anchor === 'registration' ? setting.day : setting.anchors[anchor]
}

/** First and last day of a window that ends on `anchor`, both included. "Ever" begins with the birth, if charted. */
export function windowDays(
  window: Window,
  anchor: DayNumber,
  setting: Setting,
): { from: DayNumber; to: DayNumber } {
  switch (window.kind) {
    case 'ever':
      return { from: setting.chart.birth?.earliest ?? Number.NEGATIVE_INFINITY, to: anchor }
    case 'now':
      return { from: anchor, to: anchor }
    case 'within': {
      const monthEnd = window.monthEnd === undefined ? 'last_day' : resolve(window.monthEnd, setting.choices)
      const farthest = shiftDay(anchor, window.period, -1, monthEnd)
      return {
        from: resolve(window.farthestDay, setting.choices) === 'within' ? farthest : farthest + 1,
        to: anchor,
      }
    }
  }
}
