import { AppError } from '#shared/api/errors.ts'
import type { Sha256 } from '#shared/core/ids.ts'

/** A file that was handed over and is kept nowhere yet. */
export interface StagedFile {
  readonly id: string
  readonly name: string
  readonly sha256: Sha256
  readonly bytes: Uint8Array
}

/** Something on its way out of the store; what is large lies encrypted in a file and is read in parts. */
export interface Outgoing {
  readonly fileName: string
  readonly sha256: Sha256
  readonly bytes: number
  read(offset: number, length: number): Uint8Array
  /** Forgets it, with the file that it may lie in. */
  discard(): void
}

/** The most that is held in memory at once. */
const MAXIMUM_BYTES = 512 * 1024 * 1024

/**
 * What a session has in hand between two calls: files on their way in, dry runs, exports on their way out. In memory
 * only, so that no patient's data reach the disk unencrypted; it goes with the session.
 */
export class Staging {
  readonly uploads = new Map<string, StagedFile>()
  /** Parts of files that are not there whole. */
  readonly arriving = new Map<
    string,
    { readonly name: string; readonly bytes: Uint8Array; received: number }
  >()
  /** Dry runs by id, as their service keeps them. */
  readonly checks = new Map<string, unknown>()
  /** Prepared exports by id, as their service keeps them. */
  readonly prepared = new Map<string, unknown>()
  readonly outgoing = new Map<Sha256, Outgoing>()
  /** The recovery key that will open the store, where somebody began to give it another key. */
  recovery: { readonly id: string; readonly secret: Uint8Array } | undefined

  /** Throws `unavailable` where `bytes` more would be too much. */
  makeRoom(bytes: number): void {
    const held = [...this.uploads.values(), ...this.arriving.values()].map(({ bytes: { length } }) => length)
    if (held.reduce((sum, length) => sum + length, bytes) > MAXIMUM_BYTES)
      throw new AppError({
        code: 'unavailable',
        what: 'more than 512 MB of files at once; discard some first',
      })
  }

  /** When the session ends. */
  clear(): void {
    for (const outgoing of this.outgoing.values()) outgoing.discard()
    this.recovery?.secret.fill(0)
    this.recovery = undefined
    for (const kept of [this.uploads, this.arriving, this.checks, this.prepared, this.outgoing]) kept.clear()
  }
}
