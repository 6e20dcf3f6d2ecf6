import type { KeptBackups } from '#shared/api/backups.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'

interface Dated {
  readonly id: string
  readonly madeAt: OffsetDateTime
}

/**
 * Which of these backups make room: those that are the latest of none of the last days, weeks and months that have one at
 * all. Counted by backups and not by the calendar, so that after a long absence nothing goes that was kept before it.
 */
export function toRotate<T extends Dated>(
  newestFirst: readonly T[],
  { days, weeks, months }: KeptBackups,
): T[] {
  const kept = new Set([
    ...latestOf(newestFirst, dayOf, Math.max(1, days)),
    ...latestOf(newestFirst, weekOf, weeks),
    ...latestOf(newestFirst, monthOf, months),
  ])
  return newestFirst.filter(({ id }) => !kept.has(id))
}

function latestOf(
  newestFirst: readonly Dated[],
  periodOf: (backup: Dated) => string,
  count: number,
): string[] {
  const latest = new Map<string, string>()
  for (const backup of newestFirst) {
    const period = periodOf(backup)
    if (!latest.has(period)) latest.set(period, backup.id)
  }
  return [...latest.values()].slice(0, count)
}

/** By the clock of the site, as it was then. */
function dayOf({ madeAt }: Dated): string {
  return madeAt.slice(0, 10)
}

function monthOf({ madeAt }: Dated): string {
  return madeAt.slice(0, 7)
}

/** Its Monday. */
function weekOf(backup: Dated): string {
  const day = new Date(`${dayOf(backup)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
