import type { OpenSession } from '#main/services/context.ts'
import { findBackupSettings } from '#main/store/backup-repository.ts'
import { isDue } from './age.ts'
import type { BackupsInWork } from './in-work.ts'
import { lastFailure } from './last-failure.ts'
import { hasChanged, lastGood } from './last-good.ts'
import { failedOutcome } from './outcome.ts'
import { placeTrouble } from './place.ts'
import { recordOutcome } from './record.ts'
import type { RunnerOptions } from './run.ts'
import type { BackupRunner } from './runner.ts'

/** How long the schedule waits after a disk that failed, in milliseconds. */
const WAIT = 15 * 60_000

type Options = Pick<RunnerOptions, 'slot' | 'directory' | 'now' | 'onBug'>

/** Backups that nobody asks for. What goes wrong is said by the status, never to somebody at work. */
export interface BackupsByThemselves extends Pick<BackupsInWork, 'closing'> {
  /** Whether the open store has a schedule. */
  isScheduled(): boolean
  /** Whether one is due by the schedule, and could be made. Cheap: asked for every minute. */
  isDue(): boolean
  /** Begins it; in turn. */
  scheduled(): void
}

/** Begins backups through `runner`. */
export function backupsByThemselves(runner: BackupRunner, options: Options): BackupsByThemselves {
  const { slot, directory, now, onBug } = options
  let triedAt = Number.NEGATIVE_INFINITY

  function begin(session: OpenSession, cause: 'scheduled' | 'closing'): void {
    const place = findBackupSettings(session.db)?.settings
    if (place === undefined) return
    triedAt = now().getTime()
    try {
      runner.start({ cause, place }, null)
    } catch (error) {
      const failed = failedOutcome({ cause, folder: place.folder }, error, session.clock.render(now()))
      if (failed === undefined) onBug(error, `backup: ${cause}`)
      else recordOutcome(session, { directory, now, author: null }, failed)
    }
  }

  /** A folder that is still away for the reason that the trail has is left alone; any other failure is waited out. */
  function isWorthTrying(session: OpenSession): boolean {
    const place = findBackupSettings(session.db)?.settings
    if (place === undefined || runner.running() !== null) return false
    const failed = lastFailure(session.db)
    const trouble = placeTrouble(place, directory)
    if (trouble !== undefined) return failed?.trouble !== trouble || failed.folder !== place.folder
    const hasWaited = Math.abs(now().getTime() - triedAt) >= WAIT
    return failed === undefined || ['missing', 'gone'].includes(failed.trouble) || hasWaited
  }

  return {
    isScheduled: () => scheduleOf(slot.current) !== null,
    isDue() {
      const session = slot.current
      const isTime =
        session !== undefined && isDue(lastGood({ db: session.db, directory }), scheduleOf(session), now())
      return isTime && isWorthTrying(session)
    },
    scheduled() {
      if (slot.current !== undefined) begin(slot.current, 'scheduled')
    },
    closing() {
      const session = slot.current
      if (session === undefined || runner.running() !== null) return
      try {
        const isWanted = findBackupSettings(session.db)?.settings.onClosing === true
        if (isWanted && hasChanged({ db: session.db, directory })) begin(session, 'closing')
      } catch (error) {
        onBug(error, 'backup: closing')
      }
    },
  }
}

/** Hours; null where nobody works, or nothing was decided. */
function scheduleOf(session: OpenSession | undefined): number | null {
  return session === undefined ? null : (findBackupSettings(session.db)?.settings.everyHours ?? null)
}
