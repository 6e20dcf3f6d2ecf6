import type { BackupCause, BackupStatus } from '#shared/api/backups.ts'
import type { JobId } from '#shared/api/jobs.ts'
import type { User } from '#shared/api/users.ts'
import type { Place } from './place.ts'

/** Which backup is asked for. */
export interface Asked {
  readonly cause: BackupCause
  readonly place: Place
}

/** Who asked for a backup; null for the store itself. */
export type Author = Pick<User, 'id' | 'role'> | null

/** The one backup that runs at a time, beside the work of the engine. */
export interface BackupsInWork {
  /** How far it is; null where none runs. */
  running(): BackupStatus['running']
  /**
   * Takes the open store as it is, and goes on without it. Not within a transaction. Throws `no_place`; where one runs
   * already, its job is answered.
   */
  start(asked: Asked, author: Author): JobId
  /** Waits until nothing runs and its result is kept; whether that came within the time. Never in turn: that would wait for itself. */
  ended(withinMs: number): Promise<boolean>
  /** Ends what runs because nobody can wait any longer, and says so wherever backups are shown. */
  giveUp(): Promise<void>
  /** Ends what runs without a backup: afterwards nothing of it touches the store any more. */
  stop(): Promise<void>
  /** Begins the backup that the site makes when somebody goes, where anything changed. Right before a session ends; never throws. */
  closing(): void
}
