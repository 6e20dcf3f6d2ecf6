import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import type { JobStage } from '#shared/api/jobs.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { newFolder } from '#test/support/new-store.ts'
import { makeBackup } from './make-backup.ts'

const MADE = {
  madeAt: OffsetDateTime.parse('2026-11-22T10:00:00.000+08:00'),
  ...({ application: '0.1.0', purpose: 'backup' } as const),
}

let site: TestSite
let key: StoreKey

beforeAll(async () => {
  site = await startSite()
  await site.api.session.lock({})
  const opened = await unwrapForUser(readKeyring(site.directory), 'chen', PASSWORD)
  if (opened === undefined) throw new Error('the password opens its own store')
  key = opened.key
})
afterAll(() => site.dispose())

/** A snapshot on its way to a stick that already has a good backup. */
function making() {
  const folder = newFolder()
  const copy = newFolder()
  const { directory } = site
  const db = openDatabase(storeFiles(directory).database, key)
  writeSiteCopy({ db, key, directory, ...MADE }, copy)
  closeDatabase(db)
  writeFileSync(join(folder, 'good.lobule'), 'the last good one')
  return { copy, folder, fileName: 'next.lobule', key }
}

/** Calls `act` once, where the work has come to `stage`. */
function atStage(stage: JobStage, act: () => void) {
  let isDone = false
  return {
    async step(now: JobStage) {
      if (now !== stage || isDone) return
      isDone = true
      act()
    },
  }
}

const left = (folder: string) => readdirSync(folder).toSorted()

describe('a backup that is being made', () => {
  it('has its name only once it was read back and opened', async () => {
    const made = making()
    const seen: string[][] = []
    const watching = async () => void seen.push(left(made.folder))
    await makeBackup(made, { step: watching })
    expect(seen.flat()).not.toContain('next.lobule')
    expect(seen.flat()).toContain('next.lobule.part')
    expect(left(made.folder)).toEqual(['good.lobule', 'next.lobule'])
  })

  it.each([0.1, 0.5, 0.9, 0.999])(
    'is none where the stick gives back another byte than it was given, at %d of it',
    async at => {
      const made = making()
      const file = join(made.folder, 'next.lobule.part')
      const job = atStage('verifying', () => {
        const bytes = readFileSync(file)
        const place = Math.floor(bytes.length * at)
        bytes[place] = (bytes[place] ?? 0) ^ 1
        writeFileSync(file, bytes)
      })
      const failure = await failureOf(makeBackup(made, job))
      expect(failure).toMatchObject({ code: 'no_place', trouble: 'not_the_same' })
      expect(left(made.folder)).toEqual(['good.lobule'])
    },
  )

  it('is none where what was copied does not open, however well it was written', async () => {
    const made = making()
    const other = await startSite()
    await other.api.session.lock({})
    const opened = await unwrapForUser(readKeyring(other.directory), 'chen', PASSWORD)
    if (opened === undefined) throw new Error('the password opens its own store')
    const failure = await failureOf(makeBackup({ ...made, key: opened.key }, { step: async () => undefined }))
    expect(failure).toMatchObject({ code: 'no_place', trouble: 'not_the_same' })
    expect(left(made.folder)).toEqual(['good.lobule'])
    other.dispose()
  })

  it.each(['packing', 'verifying'] as const)(
    'leaves the last good one where the stick goes while %s',
    async stage => {
      const made = making()
      const away = join(newFolder(), 'pulled')
      await expect(
        makeBackup(
          made,
          atStage(stage, () => renameSync(made.folder, away)),
        ),
      ).rejects.toThrow()
      expect(readFileSync(join(away, 'good.lobule'), 'utf8')).toBe('the last good one')
      expect(left(away)).not.toContain('next.lobule')
      mkdirSync(made.folder)
    },
  )

  it('never takes the place of a file that is there', async () => {
    const made = making()
    writeFileSync(join(made.folder, 'next.lobule.part'), 'of somebody else')
    await expect(makeBackup(made, { step: async () => undefined })).rejects.toThrow()
    expect(readFileSync(join(made.folder, 'next.lobule.part'), 'utf8')).toBe('of somebody else')
  })
})
