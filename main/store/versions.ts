import { AppError } from '#shared/api/errors.ts'

/** Throws `stale_version` unless `next` follows `current`: somebody else's change may not be overwritten unseen. */
export function checkVersion(entity: string, current: number, next: number): void {
  if (next !== current + 1) throw new AppError({ code: 'stale_version', entity, current })
}
