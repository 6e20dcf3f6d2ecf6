import type { DocumentFonts } from '#main/documents/fonts.ts'
import type { Jobs } from '#main/jobs/jobs.ts'
import type { ReadableDb, WritableDb } from '#main/store/connection.ts'
import type { KdfCost } from '#main/store/key-wrap.ts'
import type { LockedCalls } from '#main/store/security-log.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import type { StoreLock } from '#main/store/store-lock.ts'
import type { AppInfo } from '#shared/api/app.ts'
import type { Deadlines, EngineEvent } from '#shared/api/events.ts'
import type { User } from '#shared/api/users.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { BackupsInWork } from './backups/in-work.ts'
import type { Plans } from './restoring/planned.ts'
import type { ScreeningCache } from './screening-cache.ts'
import type { SiteClock } from './site-clock.ts'
import type { Staging } from './staging.ts'

/** What the engine was started with. */
export interface Surroundings {
  /** The folder of the store. */
  readonly directory: string
  readonly now: () => Date
  readonly newId: () => string
  /** Key derivation for new passwords; each wrap keeps the parameters that it was made with. */
  readonly kdf: KdfCost
  readonly protocols: readonly LoadedProtocol[]
  /** What the host is and runs on. */
  readonly app: Omit<AppInfo, 'dataFolder'>
  readonly documents: DocumentResources
}

/** Where the files lie that documents are made with. */
interface DocumentResources {
  readonly fonts: DocumentFonts
  /** The page that verifies what was exported; it may not be built. */
  readonly verifierPage: string
}

/** An opened store and the one user who works with it. */
export interface OpenSession {
  readonly db: WritableDb
  readonly key: StoreKey
  readonly userId: User['id']
  readonly site: SiteRecord
  readonly clock: SiteClock
  /** The last entry of the trail that the anchor outside the database knows. */
  anchoredSeq: number
  /** After how long without anybody at the keyboard the session ends. */
  idleMinutes: number
  /** The password was older than the site allows when the session began, and was not changed since. */
  passwordExpired: boolean
  /** When the user last signed in this session, in milliseconds of the computer's clock. */
  lastSignedAt?: number
  /** What was screened since it was opened. */
  readonly screened: ScreeningCache
  /** What is in hand between two calls, on its way in or out. */
  readonly staging: Staging
}

/** The engine's only state: the open session, or none while the store is locked. */
export interface SessionSlot {
  current: OpenSession | undefined
  /** Keeps other processes from the store for as long as the session goes on. */
  lock?: StoreLock | undefined
}

/** One thing that was done, without who and when: those are the engine's to add. */
interface AuditNote {
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly field?: string
  readonly oldValue?: unknown
  readonly newValue?: unknown
  readonly reason?: string
}

/** Appends an entry to the trail in the transaction at hand. */
export type Audit = (note: AuditNote) => void

/** What calls get that work without an open store. */
export interface OpenContext extends Surroundings {
  readonly slot: SessionSlot
  /** Counts what a locked store refuses, for the log beside it. */
  readonly lockedCalls: LockedCalls
  /** Tells the page what it did not ask for. */
  readonly announce: (event: EngineEvent) => void
  /** The deadlines that run, as far as they are known while the store is locked; undefined where none is. */
  readonly deadlines: () => Deadlines | undefined
  readonly jobs: Jobs
  readonly backups: BackupsInWork
  /** Restores that were prepared and not done. */
  readonly plans: Plans
  /** Whether a session may still begin: no longer once the engine was locked or closed after the call came in. */
  readonly mayOpen: () => boolean
}

/** What reading calls get. */
export interface QueryContext extends Surroundings {
  readonly session: OpenSession
  readonly db: ReadableDb
  /** As the store has it now, not as it was when the session was opened. */
  readonly user: User
  /** Somebody is at the keyboard. */
  readonly touch: () => void
  readonly jobs: Jobs
  readonly backups: BackupsInWork
}

/** What a call gets that ends the session itself. */
export interface ConcludingContext extends QueryContext {
  readonly slot: SessionSlot
  readonly announce: (event: EngineEvent) => void
}

/** What it takes to write with who and when, inside a transaction. */
export interface Writing {
  readonly db: WritableDb
  readonly audit: Audit
  readonly now: () => Date
  readonly session: Pick<OpenSession, 'clock'>
  readonly user: Pick<User, 'id'>
}

/** What writing calls get, inside their transaction. */
export interface MutationContext extends QueryContext {
  readonly db: WritableDb
  readonly audit: Audit
  /** For a file that must not change before the database did; no other process writes meanwhile. A failure is logged. */
  readonly afterCommit: (work: () => void) => void
}
