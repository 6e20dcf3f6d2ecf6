import { readAnchor, writeAnchor } from '#main/store/anchor.ts'
import { listEntries, trailHead } from '#main/store/audit-trail.ts'
import { closeDatabase, type ReadableDb, type WritableDb } from '#main/store/connection.ts'
import { readKeyring, removeWrap } from '#main/store/keyring.ts'
import { storeFailure } from '#main/store/place-failure.ts'
import { countRecords } from '#main/store/record-count.ts'
import { RESTORED } from '#main/store/restored-backups.ts'
import { type FoldNote, foldSecurityLog } from '#main/store/security-fold.ts'
import { findSite } from '#main/store/site-repository.ts'
import { openStore } from '#main/store/store.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { listUsers, type UserRecord } from '#main/store/user-repository.ts'
import { isTrailInDoubt, matchesAnchor } from '#main/store/verify-trail.ts'
import { AppError } from '#shared/api/errors.ts'
import type { LockCause } from '#shared/api/events.ts'
import { hasRight, Right } from '#shared/api/rights.ts'
import type { Opened, OpeningFinding, PasswordDue } from '#shared/api/session.ts'
import type { User } from '#shared/api/users.ts'
import type { UserId } from '#shared/core/ids.ts'
import { AHEAD, type BackupAhead, backupsAhead, unsaid } from './backups/heads.ts'
import { recordUnrecorded } from './backups/record.ts'
import { type BroughtUp, bringUp, noteMigration } from './bring-up.ts'
import type { Audit, OpenContext, OpenSession, Writing } from './context.ts'
import { clearLeftovers } from './leftovers.ts'
import { foreignPassword, isExpired } from './password-policy.ts'
import { ScreeningCache } from './screening-cache.ts'
import { settingsOf } from './settings.ts'
import { markOutdated } from './signatures/invalidate.ts'
import { siteClock } from './site-clock.ts'
import { Staging } from './staging.ts'
import { transact } from './trail.ts'

/** Answers what is left to do after the commit. */
type Beginning = (writing: Writing, failedAttempts: number) => (() => void) | undefined

/** How a session begins: for whom, and what the trail says of it. */
export interface Entrance {
  /** The user who enters, once the database can be read; throws where they may not. */
  readonly admit: (db: ReadableDb) => UserRecord
  /** Called after a good key and user: counts the failures that came before. */
  readonly clearFailures: (user: UserRecord) => number
  /** What takes time; it answers what is written in the transaction in which the session begins. */
  readonly begin: (session: OpenSession, user: UserRecord) => Promise<Beginning>
}

/**
 * Opens the database with a key that was proven, reports in the trail what was found amiss, and begins a session. On
 * any failure the connection is closed and the key zeroed.
 */
export async function openSession(context: OpenContext, key: StoreKey, entrance: Entrance): Promise<Opened> {
  let db: WritableDb | undefined
  try {
    if (!context.mayOpen()) throw new AppError({ code: 'locked' })
    const opened = openStore(context.directory, key)
    db = opened.db
    clearLeftovers(context)
    const migrated = opened.pending && (await bringUp(context, { db, key }, opened.pending))
    const user = entrance.admit(db)
    const session = sessionOf(db, key, user)
    const ahead = unsaid(session, await backupsAhead(session, context.directory))
    const findings = reportFindings(context, session, { migrated, ahead })
    recordUnrecorded(session, context)
    const begin = await entrance.begin(session, user)
    // It may have been locked meanwhile.
    if (!context.mayOpen()) throw new AppError({ code: 'locked' })
    const failedAttempts = entrance.clearFailures(user)
    const finish = transact(session, { ...context, user }, audit => {
      const writing = { db: session.db, audit, now: context.now, session, user }
      markOutdated({ ...writing, protocols: context.protocols })
      return begin(writing, failedAttempts)
    })
    finish?.()
    anchorTrail(context.directory, session)
    session.passwordExpired = isExpired(session.db, user.id, context.now())
    context.slot.current = session
    return {
      user,
      rights: rightsOf(user),
      failedAttempts,
      findings,
      passwordDue: passwordDue(session, user.id),
    }
  } catch (error) {
    if (db) closeDatabase(db)
    key.destroy()
    throw error
  }
}

/** The session of a user on an open store. */
export function sessionOf(db: WritableDb, key: StoreKey, user: Pick<User, 'id'>): OpenSession {
  const site = findSite(db)
  if (site === undefined) throw new AppError({ code: 'store_damaged', part: 'database' })
  return {
    ...{ db, key, userId: user.id, site, anchoredSeq: 0 },
    clock: siteClock(site.timeZone),
    idleMinutes: settingsOf(db).idleMinutes,
    passwordExpired: false,
    screened: new ScreeningCache(db, site),
    staging: new Staging(),
  }
}

/**
 * Ends a session at any moment, and says so: the connection is closed and the key zeroed even if the trail cannot take
 * it.
 */
export function endSession(
  context: Pick<OpenContext, 'directory' | 'now' | 'slot' | 'announce'>,
  cause: LockCause,
): void {
  const session = context.slot.current
  if (session === undefined) return
  context.slot.current = undefined
  const { db, key, userId } = session
  session.staging.clear()
  try {
    const user = listUsers(db).find(({ id }) => id === userId) ?? null
    transact(session, { ...context, user }, audit =>
      audit({ action: 'session.lock', subject: { kind: 'user', id: userId }, newValue: { cause } }),
    )
    anchorTrail(context.directory, session)
  } catch (error) {
    // Nothing is lost with an entry that a full disk, or one that went away, does not take.
    if (storeFailure(error, context.directory) === undefined) throw error
  } finally {
    try {
      closeDatabase(db)
    } finally {
      key.destroy()
      context.slot.lock?.release()
      context.announce({ event: 'locked', cause })
    }
  }
}

/** Why the user of a session has to change their password first, as the store has it now. */
export function passwordDue({ db, passwordExpired }: OpenSession, userId: UserId): PasswordDue | null {
  return foreignPassword(db, userId) ?? (passwordExpired ? 'expired' : null)
}

/** Every right that a user holds. */
export function rightsOf(user: User): Right[] {
  return Right.options.filter(right => hasRight(user, right))
}

/** Notes the trail's end outside the database. */
export function anchorTrail(directory: string, session: OpenSession): void {
  const head = trailHead(session.db)
  if (head === undefined) return
  writeAnchor(directory, session.key, { ...head, rows: countRecords(session.db) })
  session.anchoredSeq = head.seq
}

interface Found {
  readonly migrated: BroughtUp | undefined
  /** Backups that know more than the store; once each is enough. */
  readonly ahead: readonly BackupAhead[]
}

/** What happened to the store while it was locked: into the trail, and to the user where it is amiss. */
function reportFindings(
  context: OpenContext,
  session: OpenSession,
  { migrated, ahead }: Found,
): OpeningFinding[] {
  const { directory } = context
  const { db, key } = session
  const clock: OpeningFinding[] = wasLaterThan(db, context.now()) ? ['clock_moved_back'] : []
  const anchor = readAnchor(directory, key)
  const anchored = anchorFinding(db, anchor)
  context.lockedCalls.flush(context.now().toISOString())
  const { notes, problems } = foldSecurityLog(db, directory)
  transact(session, { ...context, user: null }, audit => {
    for (const note of notes) audit(note)
    const trail = { kind: 'trail', id: 'anchor' }
    for (const found of anchored) audit({ action: `trail.${found}`, subject: trail, newValue: anchor })
    for (const backup of ahead)
      audit({ action: AHEAD, subject: { kind: 'trail', id: backup.hash }, newValue: backup })
    if (migrated !== undefined) noteMigration(migrated, { session, audit, now: context.now })
    // A database that may be another than it was says nothing of who may enter.
    if (!isTrailInDoubt(db)) dropOrphanedWraps(directory, session, audit)
  })
  const brought: OpeningFinding[] = migrated === undefined ? [] : ['store_migrated']
  const behind: OpeningFinding[] = ahead.length > 0 ? ['backup_is_ahead'] : []
  const log: OpeningFinding[] = problems.length > 0 ? ['security_log_altered'] : []
  const restored: OpeningFinding[] = notes.some(({ action }) => action === RESTORED) ? ['store_restored'] : []
  return [...anchored, ...behind, ...log, ...clock, ...restored, ...rekeyingFindings(notes), ...brought]
}

function rekeyingFindings(notes: readonly FoldNote[]): OpeningFinding[] {
  const found = (['rekeying_completed', 'rekeying_broke_off'] as const).filter(finding =>
    notes.some(({ action }) => action === `security.${finding}`),
  )
  return [...found]
}

function anchorFinding(db: ReadableDb, anchor: ReturnType<typeof readAnchor>): OpeningFinding[] {
  if (anchor.state === 'missing') return ['trail_anchor_missing']
  // An older page of records leaves the trail as it is, and takes records away.
  const isWhole = anchor.state === 'good' && (anchor.rows === undefined || countRecords(db) >= anchor.rows)
  const good = anchor.state === 'good' && isWhole && matchesAnchor(db, anchor.head)
  return good ? [] : ['trail_does_not_match_anchor']
}

function wasLaterThan(db: ReadableDb, now: Date): boolean {
  const head = trailHead(db)
  if (head === undefined) return false
  const [last] = listEntries(db, { afterSeq: head.seq - 1, limit: 1 })
  return last !== undefined && Date.parse(last.at) > now.getTime()
}

/** A crash between keyring and database can leave a wrap that opens the store for nobody who may use it. */
function dropOrphanedWraps(directory: string, { db, key }: OpenSession, audit: Audit): void {
  const active = new Set(listUsers(db).flatMap(({ id, active }) => (active ? [id] : [])))
  for (const { userId } of readKeyring(directory).wraps) {
    if (active.has(userId)) continue
    removeWrap(directory, key, userId)
    audit({ action: 'keyring.drop_wrap', subject: { kind: 'user', id: userId } })
  }
}
