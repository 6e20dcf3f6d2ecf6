import type { replacementPlaces } from '#main/store/replace-store.ts'
import type { RestoredBackup } from '#main/store/security-log.ts'
import type { RestorePlan } from '#shared/api/restoring.ts'

/** A backup that was opened and verified beside the store, and waits for a word. */
export interface Planned {
  readonly plan: RestorePlan
  /** As the plan named them to whoever decided. */
  readonly places: ReturnType<typeof replacementPlaces>
  /** Of the unpacked backup: becomes the store. */
  readonly folder: string
  /** What goes with it, whether or not it is done. */
  readonly discard: () => void
  /** What the trail will say; `keptAside` is known once it is done. */
  readonly said: Omit<RestoredBackup, 'keptAside'>
  /** Whose password opened it, as its own keyring names them; undefined for the recovery key. */
  readonly login: string | undefined
  /** The store as it was compared: see `traceOf`. */
  readonly trace: string
}

/** Plans by id, in memory: what was proven before a restart has to be proven again. */
export type Plans = Map<string, Planned>
