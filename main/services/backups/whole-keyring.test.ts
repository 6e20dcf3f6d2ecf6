import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
let stick: string
beforeEach(async () => {
  site = await startSite()
  stick = join(site.directory, '..', 'stick')
  mkdirSync(stick)
  const keep = { days: 1, weeks: 0, months: 0 }
  const settings = { folder: stick, everyHours: null, onClosing: false, keep }
  await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'decided by the site' })
})
afterEach(() => site.dispose())

/** Changes the first character of a field in the keyring, as often as it is there, while the store is open. */
function change(field: string): void {
  const { keyring } = storeFiles(site.directory)
  const values = new RegExp(`(?<="${field}": ").`, 'g')
  const changed = readFileSync(keyring, 'utf8').replaceAll(values, first => (first === 'b' ? 'c' : 'b'))
  writeFileSync(keyring, changed)
}

describe('[B1] a backup that nobody could open', () => {
  it.each(['keyCheck', 'storeId', 'wrapped', 'salt'])(
    'is not made: %s of the keyring was changed',
    async field => {
      change(field)
      const refusal = { code: 'store_damaged', part: 'keyring' }
      expect(await failureOf(site.api.backups.start({}))).toEqual(refusal)
      expect(readdirSync(stick)).toEqual([])
    },
  )
})
