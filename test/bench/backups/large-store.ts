import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { upload } from '#test/support/upload.ts'
import { monthMapping, monthOfResults, screeningNumber } from '../imports/month-of-results.ts'

/** A site with much in its store. */
export interface LargeStore {
  readonly site: TestSite
  /** Of its database, as people say sizes. */
  readonly size: string
}

/** A store that holds a month of results of so many patients, brought in as a laboratory's file is; whole in its file. */
export async function largeStore(patients: number): Promise<LargeStore> {
  const site = await startSite()
  for (let patient = 0; patient < patients; patient += 1)
    await site.api.patients.register({
      ...{ screeningNumber: screeningNumber(patient), initials: 'AB', sex: 'male' },
    })
  const { id: laboratory } = await site.api.laboratories.add({ name: 'Central laboratory', tests: [] })
  const { id } = await upload(site, 'month.csv', monthOfResults(patients))
  const asked = { files: [id], laboratory, mapping: monthMapping }
  const { check } = await site.api.imports.check({ job: randomUUID(), ...asked })
  await site.api.imports.record({ job: randomUUID(), check, taken: [] })
  site.restart()
  const { size } = statSync(storeFiles(site.directory).database)
  await openAgain(site)
  return { site, size: `${Math.round(size / 1_000_000)} MB` }
}

/** Unlocks with the cheap derivation of tests: no row measures it. */
export function openAgain({ api }: Pick<TestSite, 'api'>) {
  return api.session.unlock({ loginName: 'chen', password: PASSWORD })
}

/** The key of a store, for what is measured below the engine. */
export async function keyOf(directory: string): Promise<StoreKey> {
  const opened = await unwrapForUser(readKeyring(directory), 'chen', PASSWORD)
  if (!opened) throw new Error('the store has another password')
  return opened.key
}
