/** The nearest of some days in order to a moment; undefined where there are none. */
export function nearestDay(days: readonly number[], at: number): number | undefined {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  const [before, after] = [days[low - 1], days[low]]
  if (before === undefined || after === undefined) return before ?? after
  return at - before <= after - at ? before : after
}

/** The day before or after one, of some in order; the last or first where none was chosen. */
export function stepDay(days: readonly number[], from: number | null, step: 1 | -1): number | undefined {
  if (from === null) return step === 1 ? days[0] : days.at(-1)
  return step === 1
    ? (days.find(day => day > from) ?? days.at(-1))
    : (days.findLast(day => day < from) ?? days[0])
}
