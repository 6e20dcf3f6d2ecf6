import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { packCopy } from '#main/interchange/zip/pack-copy.ts'
import { closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { PASSWORD, type TestSite } from '#test/support/engine.ts'

const madeAt = OffsetDateTime.parse('2026-11-30T08:30:00+08:00')

/** The store as it is, in one flushed file: from then on the backup is on the disk. */
export function writing(directory: string, folder: string, key: StoreKey) {
  const db = openDatabase(storeFiles(directory).database, key)
  const [copy, file] = [join(folder, 'copy'), join(folder, 'written.lobule')]
  async function write(): Promise<void> {
    mkdirSync(copy)
    writeSiteCopy({ db, key, directory, madeAt, application: '0.0.0', purpose: 'backup' }, copy)
    await packCopy(copy, file, async () => undefined)
    for (const path of [copy, file]) rmSync(path, { recursive: true })
  }
  return { write, close: () => closeDatabase(db) }
}

/** As somebody asks for it, until it is recorded in the store. */
export async function backingUp({ api }: TestSite, folder: string): Promise<() => Promise<void>> {
  const keep = { days: 1, weeks: 0, months: 0 }
  const settings = { folder, everyHours: null, onClosing: false, keep }
  await api.backups.configure({ expectedVersion: 0, settings, reason: 'bench' })
  return async () => {
    await api.backups.start({})
    for (;;) {
      const { running, failed } = await api.backups.status({})
      if (failed) throw new Error(`the backup failed: ${failed.trouble}`)
      if (running === null) return
      await pause(10)
    }
  }
}

/** From the file to a store in its place, as on the unlock screen. */
export async function restoring({ api }: TestSite, folder: string) {
  const name = readdirSync(folder).find(file => file.endsWith('.lobule'))
  if (name === undefined) throw new Error('there is no backup')
  const proof = { by: 'password', loginName: 'chen', password: PASSWORD } as const
  await api.session.lock({})
  async function restore(): Promise<void> {
    const { offers } = await api.restoring.offers({})
    const offer = offers.find(({ fileName }) => fileName === name)
    if (!offer) throw new Error('the backup is not offered')
    const plan = await api.restoring.prepare({ source: { kind: 'found', id: offer.id }, proof })
    await api.restoring.perform({ id: plan.id })
    if (plan.keptAside !== null) rmSync(plan.keptAside, { recursive: true })
  }
  return { restore, file: join(folder, name) }
}
