import type { OpenSession, SessionSlot } from '#main/services/context.ts'
import type { Timer } from './timer.ts'

/** How often the schedule of the backups is looked at, in milliseconds. */
const EVERY = 60_000

/** What the schedule watches, and what it begins. */
export interface ScheduleOptions {
  readonly slot: SessionSlot
  readonly timer: Timer
  /** Whether the site of the open store has a schedule. */
  readonly isScheduled: () => boolean
  readonly isDue: () => boolean
  readonly scheduled: () => void
  readonly inTurn: (work: () => Promise<void>) => Promise<void>
  readonly onBug: (error: unknown, where: string) => void
}

/** Begins a backup where one is due while somebody works: at the beginning of a session, and every minute. */
export function watchSchedule(options: ScheduleOptions): { refresh(): void; stop(): void } {
  const { slot, timer, isScheduled, isDue, scheduled, inTurn, onBug } = options
  let watched: OpenSession | undefined
  let stopTicking = () => {}

  function look(): void {
    try {
      if (!isDue()) return
    } catch (error) {
      onBug(error, 'backup: schedule')
      return
    }
    inTurn(async () => {
      if (isDue()) scheduled()
    }).catch(error => onBug(error, 'backup: schedule'))
  }

  return {
    refresh() {
      const session = isScheduled() ? slot.current : undefined
      if (session === watched) return
      watched = session
      stopTicking()
      stopTicking = () => {}
      if (watched === undefined) return
      stopTicking = timer.every(EVERY, look)
      look()
    },
    stop: () => stopTicking(),
  }
}
