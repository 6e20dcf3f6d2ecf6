import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packCopy } from '#main/interchange/zip/pack-copy.ts'
import { closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { PASSWORD, type TestEngine } from './engine.ts'

/** Writes a backup of a store into a file as the engine does, at any moment; answers what it says of itself. */
export async function backupOf(
  { directory, clock }: Pick<TestEngine, 'directory' | 'clock'>,
  file: string,
  purpose: CopySummary['purpose'] = 'backup',
): Promise<CopySummary> {
  const opened = await unwrapForUser(readKeyring(directory), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('chen opens every test site')
  const { key } = opened
  const db = openDatabase(storeFiles(directory).database, key)
  const folder = `${file}.unpacked`
  mkdirSync(folder, { recursive: true })
  try {
    const madeAt = OffsetDateTime.parse(clock.now().toISOString())
    const made = { madeAt, application: '0.0.0', purpose }
    const summary = writeSiteCopy({ db, key, directory, ...made }, folder)
    await packCopy(folder, file, noStep)
    return summary
  } finally {
    rmSync(folder, { recursive: true })
    closeDatabase(db)
    key.destroy()
  }
}

/** As `backupOf`, beside the store, where a restore finds it. */
export async function backupBeside(
  site: Pick<TestEngine, 'directory' | 'clock'>,
  fileName = 'before.lobule',
): Promise<CopySummary> {
  const { backups } = storeFiles(site.directory)
  mkdirSync(backups, { recursive: true })
  return backupOf(site, join(backups, fileName))
}
