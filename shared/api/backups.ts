import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { Sha256 } from '../core/ids.ts'
import { CopySummary } from './exports.ts'
import { JobId, JobStage } from './jobs.ts'
import { Trouble } from './place-trouble.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'
import { TypedPassword } from './users.ts'

const id = z.string().min(1).max(64)
const count = z.int().min(0)

/** Why a backup was made. */
export const BackupCause = z.enum(['asked', 'scheduled', 'closing', 'before_rekey', 'before_migration'])
export type BackupCause = z.infer<typeof BackupCause>

/** How many backups are kept: of each of the last days, weeks and months the latest. The last good one always stays. */
export const KeptBackups = z.strictObject({
  days: z.int().min(1).max(60),
  weeks: z.int().min(0).max(52),
  months: z.int().min(0).max(60),
})
export type KeptBackups = z.infer<typeof KeptBackups>

/** Where and when the site backs up. */
export const BackupSettings = z.strictObject({
  /** An absolute path, as this computer knows it. */
  folder: z.string().min(1).max(1000),
  /** How old the last good one may become before another is made while somebody works; null for never by itself. */
  everyHours: z.union([z.literal(1), z.literal(4), z.literal(24), z.literal(168)]).nullable(),
  onClosing: z.boolean(),
  keep: KeptBackups,
})
export type BackupSettings = z.infer<typeof BackupSettings>

/** A backup that was written, read back and opened. */
export const Backup = z.object({
  id,
  cause: BackupCause,
  /** When the store was as it is in the backup. */
  madeAt: OffsetDateTime,
  author: z.string(),
  folder: z.string(),
  fileName: z.string(),
  bytes: count,
  sha256: Sha256,
  trail: CopySummary.shape.trail,
  /** Whether the file is there now. */
  state: z.enum(['there', 'away', 'rotated']),
})
export type Backup = z.infer<typeof Backup>

/** How the backups stand: what every screen shows of them. */
export const BackupStatus = z.object({
  /** Null while nobody chose where. */
  settings: BackupSettings.nullable(),
  version: count,
  /** The engine's own time as it answers: how old the last one is, is told by it and not by the page's clock. */
  now: OffsetDateTime,
  /** The last one that was verified after it was written, wherever it is now; with the entries since that record somebody's work. */
  lastGood: z
    .object({
      madeAt: OffsetDateTime,
      folder: z.string(),
      fileName: z.string(),
      entriesSince: count,
    })
    .nullable(),
  /** `late` by the site's own schedule; without one a week. */
  age: z.enum(['never', 'fresh', 'late']),
  running: z
    .object({ job: JobId, cause: BackupCause, stage: JobStage, done: count, total: count })
    .nullable(),
  /** The last attempt, where it failed and none was good since. */
  failed: z.object({ at: OffsetDateTime, cause: BackupCause, trouble: Trouble }).nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** A folder on this computer where backups may go. */
const Folder = z.object({
  path: z.string(),
  name: z.string(),
  /** A stick or another disk than the system's. */
  isRemovable: z.boolean(),
  freeBytes: count.nullable(),
})

/** One comparison of a restore drill; `detail` names what differs. */
export const DrillCheck = z.object({
  check: z.enum([
    'file',
    'manifest',
    'opens',
    'pages',
    'counts',
    'trail',
    'trail_in_store',
    'signatures',
    'documents',
    'files',
  ]),
  result: z.enum(['same', 'differs', 'not_checked']),
  /** How many were compared. */
  compared: count,
  detail: z.string().max(500).nullable(),
})
export type DrillCheck = z.infer<typeof DrillCheck>

/** A restore that was practised: to a scratch folder, compared, and thrown away. */
export const Drill = z.object({
  id,
  fileName: z.string(),
  folder: z.string(),
  madeAt: OffsetDateTime,
  passed: z.boolean(),
  checks: z.array(DrillCheck),
  /** How long it took from the file to an opened store. */
  seconds: z.number().min(0),
  enteredAt: OffsetDateTime,
  author: z.string(),
})
export type Drill = z.infer<typeof Drill>

/**
 * Encrypted copies of the store in a folder of the site's choice, each verified after it was written (trust.md B1). Every
 * one is a complete copy of the site under the keys that the store had then: see `main/store/site-copy/`.
 */
export const backups = {
  status: query({ right: 'session.use', input: Nothing, output: BackupStatus }),
  /** Every backup of this store, newest first. */
  list: query({ right: 'session.use', input: Nothing, output: z.array(Backup) }),
  /** Where backups can go: the folders in `path`, or for null the disks and sticks of this computer. */
  folders: query({
    right: 'backups.manage',
    input: z.strictObject({ path: z.string().min(1).max(1000).nullable() }),
    output: z.object({
      path: z.string().nullable(),
      parent: z.string().nullable(),
      folders: z.array(Folder),
    }),
  }),
  configure: mutation({
    right: 'backups.manage',
    input: z.strictObject({ expectedVersion: count, settings: BackupSettings, reason: Reason }),
    output: BackupStatus,
  }),
  /**
   * Begins a backup and answers at once; it goes on while others work, and `status` says how far it is (event `backups`).
   * `jobs.cancel` stops it. Throws `no_place` where the folder is not there; one that runs already is answered as it is.
   */
  start: mutation({
    right: 'backups.make',
    /** Another folder than the usual one, for this once. */
    input: z.strictObject({ folder: z.string().min(1).max(1000).optional() }),
    output: z.object({ job: JobId }),
  }),
  /** Practises a restore with the own password; recorded with its result whatever that is. Long: see `jobs`. */
  drill: mutation({
    right: 'backups.manage',
    input: z.strictObject({ job: JobId, id, password: TypedPassword }),
    output: Drill,
  }),
  /** Every drill, newest first. */
  drills: query({ right: 'session.use', input: Nothing, output: z.array(Drill) }),
}
