import { migrations } from '#main/store/migrate.ts'
import type { CopyFile } from '#main/store/site-copy/copy-file.ts'
import { AppError } from '#shared/api/errors.ts'

/** Throws `store_newer` for a backup that a newer Lobule wrote. */
export function refuseNewer({ summary: { schema } }: CopyFile): void {
  const application = migrations.at(-1)?.version ?? 0
  if (schema > application) throw new AppError({ code: 'store_newer', store: schema, application })
}
