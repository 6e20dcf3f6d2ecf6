import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeFiles } from '#main/store/files.ts'
import { compare, type Work } from '../measure.ts'
import type { Row } from '../table.ts'
import { copying, copyingAndOpening } from './beside.ts'
import { keyOf, type LargeStore, largeStore } from './large-store.ts'
import { afterAKill } from './opening.ts'
import { backingUp, restoring, writing } from './works.ts'

/** Backing up, restoring and opening after a crash, beside copying the same file to the same disk. */
export async function backupRows(patients: number, rounds: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  const store = await largeStore(patients)
  try {
    return [
      ...(await rowsOfBackups(store, folder, rounds)),
      await afterAKill(store, folder, rounds),
      ...(await rowsOfRestores(store, folder, rounds)),
    ]
  } finally {
    store.site.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Beside {
  readonly beside: string
  readonly work: Work
}

async function rowsOfBackups({ site, size }: LargeStore, folder: string, rounds: number): Promise<Row[]> {
  const { directory } = site
  const key = await keyOf(directory)
  const { write, close } = writing(directory, folder, key)
  const copy = copying(storeFiles(directory).database, folder)
  const written = { ...(await row(write, copy, rounds)), aim: 2 }
  close()
  const backups = join(folder, 'backups')
  mkdirSync(backups)
  const backUp = await backingUp(site, backups)
  const proven = { ...(await row(backUp, copy, rounds)), aim: 2 }
  const besideOpening = await row(backUp, copyingAndOpening(directory, folder, key), rounds)
  const all = `back up a store of ${size}: written, read back, opened, recorded`
  return [
    { work: `back up a store of ${size}: taken and written`, ...written },
    { work: all, ...proven },
    { work: all, ...besideOpening },
  ]
}

async function rowsOfRestores({ site, size }: LargeStore, folder: string, rounds: number): Promise<Row[]> {
  const { directory } = site
  const key = await keyOf(directory)
  const { restore, file } = await restoring(site, join(folder, 'backups'))
  const work = `restore a backup of ${size}: proven, compared, put in place`
  return [
    { work, ...(await row(restore, copying(file, folder), rounds)), aim: 2 },
    { work, ...(await row(restore, copyingAndOpening(directory, folder, key), rounds)) },
  ]
}

async function row(ours: Work, { beside, work }: Beside, rounds: number) {
  return { beside, ratio: await compare(ours, work, rounds) }
}
