import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { planOf, withLaterWork } from '#test/support/restoring.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const unlock = () => site.api.session.unlock({ loginName: 'chen', password: PASSWORD })

function leave(folder: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lobule.db'), 'as large as a store')
  return folder
}

describe('what a crash left of copies goes when the store is opened', () => {
  it('whether of a backup that was being made or of a restore that was prepared', async () => {
    await site.api.session.lock({})
    const id = '70000000-0000-4000-8000-000000000001'
    const left = [
      leave(join(storeFiles(site.directory).backupsInWork, id)),
      leave(`${site.directory}.${id}.restoring`),
      leave(`${site.directory}.${id}.copy`),
    ]
    const own = [leave(`${site.directory}.mine.restoring`), leave(`${site.directory}.mine.copy`)]
    await unlock()
    expect(left.filter(existsSync)).toEqual([])
    expect(own.filter(existsSync)).toEqual(own)
  })

  it('but not what is prepared: whether it may still replace the store is told then', async () => {
    await withLaterWork(site)
    const { id } = await planOf(site)
    await unlock()
    await site.api.session.lock({})
    await site.api.restoring.discard({ id })
    const again = await planOf(site)
    expect(await site.api.restoring.perform({ id: again.id })).toEqual({ state: 'locked' })
  })
})
