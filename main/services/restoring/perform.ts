import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { storeFiles } from '#main/store/files.ts'
import { replaceStore } from '#main/store/replace-store.ts'
import { appendSecurityEvent } from '#main/store/security-log.ts'
import { CONTENT } from '#main/store/site-copy/copy-file.ts'
import { lockStore } from '#main/store/store-lock.ts'
import { AppError } from '#shared/api/errors.ts'
import type { StoreStatus } from '#shared/api/site.ts'
import type { OpenContext } from '../context.ts'
import { notFound } from '../failures.ts'
import { storeStatus } from '../store-status.ts'
import type { Planned } from './planned.ts'
import { refuseOpenStore } from './prepare.ts'
import { traceOf } from './trace.ts'

/** Puts the store of now aside and a prepared backup in its place. Throws `changed_since_shown` where somebody worked with the store since. */
export async function performRestore(id: string, context: OpenContext): Promise<StoreStatus> {
  refuseOpenStore(context)
  // One that outlives its session would write beside a store that is another by then.
  await context.backups.stop()
  const planned = planOf(id, context)
  refuseChanged(planned, context)
  const { directory, now } = context
  const { plan, places } = planned
  const keptAside = plan.keptAside === null ? null : basename(places.aside)
  const said = { ...planned.said, keptAside }
  context.plans.delete(id)
  try {
    keepOfThisComputer(planned.folder, directory)
    const login = planned.login === undefined ? {} : { login: planned.login }
    const restored = { at: now().toISOString(), event: 'backup_restored', ...login, restored: said } as const
    appendSecurityEvent(planned.folder, restored)
    rmSync(join(planned.folder, CONTENT))
    replaceStore(planned.folder, directory, places)
  } finally {
    planned.discard()
  }
  return storeStatus(context)
}

/** Forgets a prepared restore; unknown ones are forgotten already. */
export function discardRestore(id: string, { plans }: Pick<OpenContext, 'plans'>): void {
  plans.get(id)?.discard()
  plans.delete(id)
}

function planOf(id: string, { plans }: Pick<OpenContext, 'plans'>): Planned {
  const planned = plans.get(id)
  if (planned === undefined || !existsSync(planned.folder)) throw notFound('restore', id)
  return planned
}

/** The lock is not held on: Windows moves no folder in which a file is open. */
function refuseChanged({ trace }: Planned, context: OpenContext): void {
  const { directory } = context
  if (storeStatus(context).state !== 'none') lockStore(directory).release()
  if (traceOf(directory) !== trace) throw new AppError({ code: 'changed_since_shown' })
}

/**
 * Where the site backs up to is known of this computer, whatever store it holds; and whoever has to wait after wrong
 * passwords waits on.
 */
function keepOfThisComputer(to: string, from: string): void {
  for (const part of ['backupStatus', 'attempts'] as const) {
    const there = storeFiles(from)[part]
    if (existsSync(there)) copyFileSync(there, storeFiles(to)[part])
  }
}
