import type { OpenSession, QueryContext } from '#main/services/context.ts'
import {
  firstEntryOf,
  hasEntry,
  lastEntry,
  type SetBackEntry,
  setBackEntries,
} from '#main/store/set-backs.ts'
import type { ClockTime, SetBack } from '#shared/core/adverse-events/clock-time.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'

type Context = Pick<QueryContext, 'session' | 'now'>

/** The time by which the deadlines of all patients are counted in one call. */
export type SiteTime = Omit<ClockTime, 'enteredAs'>

interface Seen {
  readonly upTo: NonNullable<ReturnType<typeof lastEntry>>
  readonly entries: readonly SetBackEntry[]
}

/** What was read of a trail goes with its session: entries are only ever added. */
const seenIn = new WeakMap<OpenSession, Seen>()

/**
 * The computer's time, with every time that its clock was put back; also since the last entry, which the trail itself
 * sees only with the next one.
 */
export function siteTime({ session, now }: Context): SiteTime {
  const instant = now().getTime()
  return {
    now: instant,
    setBacks: setBacksIn(session, instant),
    render: moment => session.clock.render(new Date(moment)),
  }
}

/** The same for the facts of one patient. */
export function clockTimeOf(patientId: PatientId, time: SiteTime, { session }: Context): ClockTime {
  // Asked only where it matters, which is next to never.
  const enteredAs = (fact: FactId) =>
    time.setBacks.length === 0 ? undefined : firstEntryOf(session.db, patientId, fact)
  return { ...time, enteredAs }
}

function setBacksIn(session: OpenSession, now: number): SetBack[] {
  const last = lastEntry(session.db)
  if (last === undefined) return []
  const at = Date.parse(last.at)
  const unseen = at > now ? [{ seq: Number.POSITIVE_INFINITY, from: at, to: now }] : []
  return [...entriesIn(session, last).map(setBackOf), ...unseen]
}

function entriesIn(session: OpenSession, upTo: Seen['upTo']): readonly SetBackEntry[] {
  const { db } = session
  const known = seenIn.get(session)
  const seen = known !== undefined && hasEntry(db, known.upTo) ? known : undefined
  if (seen?.upTo.seq === upTo.seq) return seen.entries
  const entries = [...(seen?.entries ?? []), ...setBackEntries(db, seen?.upTo.seq ?? 0)]
  seenIn.set(session, { upTo, entries })
  return entries
}

function setBackOf({ seq, at, seconds }: SetBackEntry): SetBack {
  const to = Date.parse(at)
  return { seq, from: to + Math.round(seconds * 1000), to }
}
