import type { ChartingChoices } from './charting-choices.ts'
import type { Measured } from './measured.ts'
import type { SeriesId } from './series.ts'

type Variation = ChartingChoices['variation'][number]

/** Two-sided, 95 %: 1.96 × √2 × √(CVa² + CVi²), in percent (Harris and Yasaka 1983). */
function referenceChangeValue({ analytical, withinSubject }: Variation): number {
  return 1.96 * Math.SQRT2 * Math.hypot(Number(analytical), Number(withinSubject))
}

/**
 * Whether the change from one point to the next is within what the site's variation explains; null where nothing was
 * entered for both of them, or where they do not compare.
 */
export function variationTest(
  series: SeriesId,
  choices: ChartingChoices | undefined,
): (point: Measured, before: Measured | undefined) => boolean | null {
  const entries = choices?.variation.filter(entry => entry.series === series) ?? []
  if (entries.length === 0) return () => null
  return (point, before) => {
    if (before === undefined || !compares(point, before)) return null
    const entry = entryFor(point, before, entries)
    if (entry === undefined || point.value === null || !before.value) return null
    const change = (Math.abs(point.value - before.value) / before.value) * 100
    return change <= referenceChangeValue(entry)
  }
}

function compares(point: Measured, before: Measured): boolean {
  return (
    point.comparator === null &&
    before.comparator === null &&
    !point.isUnfit &&
    !hasChanged(point.device, before.device) &&
    !hasChanged(point.breathing, before.breathing)
  )
}

/** That of the laboratory or examiner of both, else the one that was entered for all of them. */
function entryFor(point: Measured, before: Measured, entries: readonly Variation[]): Variation | undefined {
  const own = point.by !== null && point.by === before.by ? point.by : undefined
  return (
    (own === undefined ? undefined : entries.find(({ by }) => by === own)) ??
    entries.find(({ by }) => by === undefined)
  )
}

/** Only where both are known can one be said to be another. */
export function hasChanged(now: string | null, before: string | null): boolean {
  return now !== null && before !== null && now !== before
}
