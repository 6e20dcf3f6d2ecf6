import { type ConductVersion, conductHistory } from '#main/store/conduct-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { ClockTime } from '#shared/core/adverse-events/clock-time.ts'
import { clocksOf } from '#shared/core/adverse-events/clocks-of.ts'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'

/** The deadlines of all events of one patient in the trial that they are in; null outside one. */
export function clocksFor(
  facts: readonly Fact[],
  protocol: ProtocolId | null,
  { db, time }: { readonly db: ReadableDb; readonly time: ClockTime },
): Clock[] {
  const versions = protocol === null ? [] : conductHistory(db, protocol, 'safety')
  return factsOf(facts, 'adverse_event').flatMap(event => {
    const safety = inForce(versions, event.content.aware?.at)
    return clocksOf(event, { facts, safety, time })
  })
}

/**
 * What the site had entered when it became aware, and where it entered nothing before, its first entry: a later change
 * makes nothing late or in time that has passed. `versions` are newest first.
 */
function inForce(
  versions: readonly ConductVersion<'safety'>[],
  aware: OffsetDateTime | undefined,
): SiteSafety | undefined {
  const known =
    aware === undefined
      ? versions[0]
      : versions.find(({ enteredAt }) => Date.parse(enteredAt) <= Date.parse(aware))
  return (known ?? versions.at(-1))?.content
}
