import type { z } from 'zod'
import type { Job } from '#main/jobs/jobs.ts'
import { trailHead } from '#main/store/audit-trail.ts'
import { closeDatabase, type ReadableDb } from '#main/store/connection.ts'
import { type Keyring, makeKeyring } from '#main/store/keyring.ts'
import { storeFailure } from '#main/store/place-failure.ts'
import { commitRekeying, discardRekeyed, prepareRekeyed } from '#main/store/rekey.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { rekeying } from '#shared/api/rekeying.ts'
import type { ConcludingContext } from '../context.ts'
import { notFound } from '../failures.ts'
import { anchorTrail, sessionOf } from '../opening.ts'
import { noteRefusals } from '../proof.ts'
import { transact } from '../trail.ts'
import { backUpBeforeRekeying } from './backup-before.ts'
import { provePeople, type Staying } from './people.ts'

type Input = z.output<typeof rekeying.run.input>

/** What the store will open with. */
interface Renewed {
  readonly next: StoreKey
  readonly keyring: Keyring
}

/**
 * Gives the store another key, which opens for those who typed their passwords and for the recovery key that was shown,
 * and ends the session. Until the keyring is replaced nothing of the store has changed.
 */
export function runRekeying(
  { job, id, people, reason }: Input,
  context: ConcludingContext,
): Promise<{ leftOut: string[] }> {
  return context.jobs.run(job, async running => {
    const secret = recoverySecret(id, context)
    const staying = await noteRefusals(context, 'store.rekeying_refused', () => provePeople(context, people))
    const renewed = await renew(context, { staying, secret })
    try {
      // One that goes on would end under a key that is no longer the store's.
      await context.backups.stop()
      await backUpBeforeRekeying(context, running)
      await running.step('encrypting', 0, 1)
      const leftOut = leftOutOf(context.db, staying)
      prepare(context, renewed, { reason, leftOut })
      await lastMoment(running)
      conclude(context)
      return { leftOut }
    } catch (error) {
      giveUp(context)
      throw error
    } finally {
      renewed.next.destroy()
    }
  })
}

/** Kept in memory alone, and gone with the session in which it was shown. */
function recoverySecret(id: string, { session: { staging } }: ConcludingContext): Uint8Array {
  if (staging.recovery?.id !== id) throw notFound('recovery key', id)
  return staging.recovery.secret
}

async function renew(
  { kdf, session: { site } }: ConcludingContext,
  { staying, secret }: { readonly staying: readonly Staying[]; readonly secret: Uint8Array },
): Promise<Renewed> {
  const next = StoreKey.generate()
  const holders = staying.map(({ user, password }) => ({
    ...{ userId: user.id, loginName: user.loginName, password, kdf },
  }))
  return { next, keyring: await makeKeyring(next, { storeId: site.storeId, holders, secret, kdf }) }
}

/**
 * What happened stands in the new database alone, so that no trail ever tells of another key that the store did not get.
 * The end of the session is there already: between this and the replacing nothing may be written any more.
 */
function prepare(
  context: ConcludingContext,
  renewed: Renewed,
  said: { readonly reason: string; readonly leftOut: readonly string[] },
): void {
  const { session, user, directory } = context
  const { reason, leftOut } = said
  const before = trailHead(session.db)
  prepareRekeyed({ directory, db: session.db, key: session.key }, renewed, (db, folder) => {
    if (trailHead(db)?.hash !== before?.hash) throw new AppError({ code: 'store_damaged', part: 'database' })
    const rekeyed = sessionOf(db, renewed.next, user)
    transact(rekeyed, { ...context, directory: folder }, audit => {
      const opens = renewed.keyring.wraps.map(({ loginName }) => loginName)
      const subject = { kind: 'store', id: session.site.storeId }
      audit({ action: 'store.rekey', subject, newValue: { opens, leftOut }, reason })
      const cause = 'rekeyed'
      audit({ action: 'session.lock', subject: { kind: 'user', id: user.id }, newValue: { cause } })
    })
    anchorTrail(folder, rekeyed)
  })
}

/** The last moment at which it can be stopped, by whoever asked or by a lock. */
function lastMoment(running: Job): Promise<void> {
  return running.step('encrypting', 1, 1)
}

function leftOutOf(db: ReadableDb, staying: readonly Staying[]): string[] {
  const stays = new Set(staying.map(({ user }) => user.id))
  return listUsers(db).flatMap(({ id, active, loginName }) => (active && !stays.has(id) ? [loginName] : []))
}

/** Closes everything and replaces: from the first line to the last nothing waits, so that nothing can come between. */
function conclude({ slot, session, directory, announce }: ConcludingContext): void {
  slot.current = undefined
  session.staging.clear()
  try {
    closeDatabase(session.db)
    commitRekeying(directory)
  } catch (error) {
    throw storeFailure(error, directory) ?? error
  } finally {
    session.key.destroy()
    slot.lock?.release()
    announce({ event: 'locked', cause: 'rekeyed' })
  }
}

/** What was made ready goes; where the session is still open, the trail says that it came to nothing. */
function giveUp(context: ConcludingContext): void {
  const { slot, session, directory } = context
  // After the session was ended the next opening decides: the keyring may have been replaced.
  if (slot.current !== session) return
  discardRekeyed(directory)
  const subject = { kind: 'store', id: session.site.storeId }
  try {
    transact(session, context, audit => audit({ action: 'store.rekeying_broke_off', subject }))
  } catch (error) {
    // The disk that broke it off does not take this either.
    if (storeFailure(error, directory) === undefined) throw error
  }
}
