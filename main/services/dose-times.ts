import type { EventTime } from '#shared/core/civil-date.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'

/** The times of a dose that lie before what they belong to, by the clock; each with its field. */
export function doseTimeProblems({
  from,
  to,
  watchedUntil,
  interruptions = [],
}: FactContentOf<'dose'>): string[] {
  const spans: [path: string, start: EventTime, time: EventTime | undefined][] = [
    ['to', from, to],
    ['watchedUntil', from, watchedUntil],
    ...interruptions.flatMap((one, index): typeof spans => [
      [`interruptions[${index}].from`, from, one.from],
      [`interruptions[${index}].to`, one.from, one.to],
    ]),
  ]
  return spans.flatMap(([path, start, time]) => (time !== undefined && isEarlier(time, start) ? [path] : []))
}

/** Days are compared where facts are; here only what both carry a time of day. */
function isEarlier(time: EventTime, start: EventTime): boolean {
  return time.length > 10 && start.length > 10 && Date.parse(time) < Date.parse(start)
}
