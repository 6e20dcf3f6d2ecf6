import { join } from 'node:path'
import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { noteRefusals, provePassword } from '#main/services/proof.ts'
import { userOf } from '#main/services/users.ts'
import { findBackup } from '#main/store/backup-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { type DrillRecord, insertDrill, listDrills } from '#main/store/drill-repository.ts'
import { storeFiles } from '#main/store/files.ts'
import { isKeyOf, type Keyring, unwrapForUser } from '#main/store/keyring.ts'
import type { backups, Drill } from '#shared/api/backups.ts'
import { type OpenedKeyring, type Practised, runDrill } from './drill/run-drill.ts'

type Input = z.output<typeof backups.drill.input>

/** Practises the restore of a backup of this store by the user's own password, and records what came of it. */
export async function practiseRestore(
  { job, id, password }: Input,
  context: QueryContext,
): Promise<Commit<Drill>> {
  const { db, directory, user, newId } = context
  const backup = findBackup(db, id)
  if (backup === undefined) throw notFound('backup', id)
  await noteRefusals(context, 'backup.drill_refused', () => provePassword(context, user.loginName, password))
  const { folder, fileName, madeAt } = backup
  return context.jobs.run(job, async ({ step }) => {
    const practised = await runDrill({
      file: join(folder, fileName),
      known: backup,
      scratch: join(storeFiles(directory).outgoing, newId()),
      open: keyring => openedBy(keyring, password, context),
      store: db,
      step,
    })
    return writing => {
      const drill = recorded({ id: newId(), folder, fileName, madeAt }, practised, writing)
      insertDrill(writing.db, drill)
      const { passed, seconds, checks } = practised
      const differing = checks.filter(({ result }) => result === 'differs').map(({ check }) => check)
      writing.audit({
        action: 'backup.drill',
        subject: { kind: 'backup', id },
        newValue: { drill: drill.id, fileName, passed, seconds, differing },
      })
      return shownDrill(drill, writing.db)
    }
  })
}

/** Every drill, the newest first. */
export function drillsOf({ db }: Pick<QueryContext, 'db'>): Drill[] {
  return listDrills(db).map(drill => shownDrill(drill, db))
}

/** The password was proven to be today's. A backup may be older than that: then the store's own key goes on with the drill. */
async function openedBy(
  keyring: Keyring,
  password: string,
  { user, session }: Pick<QueryContext, 'user' | 'session'>,
): Promise<OpenedKeyring | undefined> {
  const opened = await unwrapForUser(keyring, user.loginName, password)
  if (opened !== undefined) return { key: opened.key }
  if (!isKeyOf(keyring, session.key)) return undefined
  const but = 'your password of today does not open it: it opens by that of then, or by the recovery key'
  return { key: session.key.copy(), but }
}

function recorded(
  about: Pick<DrillRecord, 'id' | 'folder' | 'fileName' | 'madeAt'>,
  { passed, checks, seconds }: Practised,
  { session, now, user }: Pick<QueryContext, 'session' | 'now' | 'user'>,
): DrillRecord {
  const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
  return { ...about, passed, checks, seconds: Math.round(seconds * 10) / 10, ...entered }
}

function shownDrill({ authorId, ...drill }: DrillRecord, db: ReadableDb): Drill {
  return { ...drill, author: userOf(db, authorId).fullName }
}
