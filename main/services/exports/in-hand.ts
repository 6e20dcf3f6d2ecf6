import { type PackedFile, packedBytes } from '#main/interchange/zip/pack.ts'
import type { OpenSession } from '#main/services/context.ts'
import { AppError } from '#shared/api/errors.ts'

/** What one export holds until it leaves, in memory. */
export interface PreparedExport {
  readonly files: readonly PackedFile[]
}

/** Keeps a prepared export with the session. */
export function keepPrepared({ staging }: OpenSession, id: string, prepared: PreparedExport): void {
  staging.prepared.set(id, prepared)
}

/** The prepared export, or undefined where it went with its session. */
export function preparedExport({ staging }: OpenSession, id: string): PreparedExport | undefined {
  return staging.prepared.get(id) as PreparedExport | undefined
}

/** Throws `unavailable` where everything in hand and `files` would be too much for the memory. */
export function makeRoomFor({ staging }: OpenSession, files: readonly PackedFile[]): void {
  const held = [...staging.prepared.values()].flatMap(prepared => (prepared as PreparedExport).files)
  staging.makeRoom([...held, ...files].reduce((sum, file) => sum + packedBytes(file), 0))
}

/** Throws `unavailable` for an export that went with its session. */
export function preparedOf(session: OpenSession, id: string): PreparedExport {
  const prepared = preparedExport(session, id)
  if (prepared !== undefined) return prepared
  throw new AppError({ code: 'unavailable', what: 'an export of an earlier session' })
}
