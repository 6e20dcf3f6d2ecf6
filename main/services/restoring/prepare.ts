import { existsSync, readdirSync, rmSync } from 'node:fs'
import { readKeyring } from '#main/store/keyring.ts'
import { replacementPlaces } from '#main/store/replace-store.ts'
import { CONTENT, isMadeWith, refusedCopy } from '#main/store/site-copy/copy-file.ts'
import { proveCopy } from '#main/store/site-copy/prove-copy.ts'
import { lockStore } from '#main/store/store-lock.ts'
import { AppError } from '#shared/api/errors.ts'
import type { RestorePlan, RestoreProof, RestoreSource } from '#shared/api/restoring.ts'
import { clearBeside } from '../beside.ts'
import type { OpenContext } from '../context.ts'
import { storeStatus } from '../store-status.ts'
import { compareWithStore, type OpenedCopy } from './compare.ts'
import { isBroken } from './entitled.ts'
import { type Located, locate } from './located.ts'
import { newPlanFolder } from './places.ts'
import { loginOf, openKeyring } from './prove.ts'
import { refuseNewer } from './refuse-newer.ts'
import { traceOf } from './trace.ts'

interface Asked {
  readonly source: RestoreSource
  readonly proof: RestoreProof
}

/** Opens a backup beside the store, proves all of it, and says what would be lost. Nothing is replaced. */
export async function prepareRestore({ source, proof }: Asked, context: OpenContext): Promise<RestorePlan> {
  refuseOpenStore(context)
  const located = await locate(source, context)
  refuseNewer(located.copy)
  // One at a time: each is as large as a store.
  forgetPlans(context)
  const places = newPlanFolder(context.newId(), context)
  try {
    const opened = await openedCopy({ located, places, proof }, context)
    try {
      return keepPlan({ opened, located, proof, folder: places.folder }, context)
    } finally {
      opened.key.destroy()
    }
  } catch (error) {
    rmSync(places.folder, { recursive: true, force: true })
    throw error
  }
}

/** Throws `unavailable` while somebody works with the store. */
export function refuseOpenStore({ slot }: Pick<OpenContext, 'slot'>): void {
  if (slot.current) throw new AppError({ code: 'unavailable', what: 'the store is open; lock it first' })
}

/** Forgets what was prepared and not done. */
function forgetPlans(context: OpenContext): void {
  context.plans.clear()
  clearBeside(context.directory, 'restoring')
}

interface Opening {
  readonly located: Located
  readonly places: ReturnType<typeof newPlanFolder>
  readonly proof: RestoreProof
}

async function openedCopy({ located, places, proof }: Opening, context: OpenContext): Promise<OpenedCopy> {
  const { copy } = located
  const keys = await located.keys(places.keys)
  const key = await ofCopy(async () => openKeyring(readKeyring(keys), proof, context))
  try {
    if (!isMadeWith(key, copy)) throw refusedCopy(CONTENT, 'was not written by this store')
    const folder = await located.unpack(places.store)
    // What was unpacked, and not what was read of the file before: it may be another by now.
    return { folder, copy: await ofCopy(async () => proveCopy(folder, key)), key }
  } catch (error) {
    key.destroy()
    throw error
  }
}

/** A backup that is damaged says so of itself, not of the store. */
async function ofCopy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isBroken(error)) throw error
    const { payload } = refusedCopy('', 'does not open, though it was written so; use another backup')
    throw new AppError(payload, { cause: error })
  }
}

interface Keeping {
  readonly opened: OpenedCopy
  readonly located: Located
  readonly proof: RestoreProof
  readonly folder: string
}

function keepPlan({ opened, located, proof, folder }: Keeping, context: OpenContext): RestorePlan {
  const { directory, plans } = context
  const { summary } = opened.copy
  // Who has it open elsewhere would go on in what was put aside.
  const lock = storeStatus(context).state === 'none' ? undefined : lockStore(directory)
  try {
    const { loss, replaced } = compareWithStore(opened, context)
    const isTaken = existsSync(directory) && readdirSync(directory).length > 0
    const places = replacementPlaces(directory, context.now())
    const keptAside = isTaken ? places.aside : null
    const plan: RestorePlan = { id: context.newId(), copy: summary, loss, keptAside }
    plans.set(plan.id, {
      ...{ plan, places, folder: opened.folder, trace: traceOf(directory) },
      login: loginOf(readKeyring(opened.folder), proof),
      said: { madeAt: summary.madeAt, trail: summary.trail, by: proof.by, replaced },
      discard() {
        rmSync(folder, { recursive: true, force: true })
        located.discard()
      },
    })
    return plan
  } finally {
    lock?.release()
  }
}
