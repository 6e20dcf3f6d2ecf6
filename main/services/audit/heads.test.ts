import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Sha256 } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { planOf, register, unlock, withLaterWork } from '#test/support/restoring.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const OTHER = Sha256.parse('ab'.repeat(32))

async function lastHead() {
  const [entry] = await site.api.audit.list({ newestFirst: true, limit: 1 })
  if (entry?.hash === undefined) throw new Error('a trail has entries')
  return { seq: entry.seq, hash: entry.hash }
}

/** As a document of this site would ask. */
async function asked(head: Awaited<ReturnType<typeof lastHead>>) {
  const authority = (await site.api.signing.authority({}))?.sha256 ?? null
  const { isThisSite, heads } = await site.api.audit.holdsHead({ storeId: null, authority, heads: [head] })
  return { isThisSite, result: heads[0]?.result }
}

describe('[A3] an entry that a signed document knows', () => {
  it('is held by the trail that it was signed in, and no other entry is taken for it', async () => {
    const head = await lastHead()
    expect(await asked(head)).toEqual({ isThisSite: true, result: 'holds' })
    expect(await asked({ ...head, hash: OTHER })).toEqual({ isThisSite: true, result: 'differs' })
  })

  it('is beyond the trail of an older store, and another once work goes on in that', async () => {
    await withLaterWork(site)
    await unlock(site)
    await register(site, 'S-003')
    for (let count = 4; count < 12; count += 1) await register(site, `S-0${count}`)
    const head = await lastHead()
    await site.api.session.lock({})
    const { id } = await planOf(site)
    await site.api.restoring.perform({ id })
    await unlock(site)
    expect((await asked(head)).result).toBe('beyond')
    for (let count = 4; count < 14; count += 1) await register(site, `T-0${count}`)
    expect((await asked(head)).result).toBe('differs')
  })

  it('says nothing where the document is of another site', async () => {
    const heads = [await lastHead()]
    expect(await site.api.audit.holdsHead({ storeId: 'another', authority: null, heads })).toMatchObject({
      isThisSite: false,
    })
    expect(await site.api.audit.holdsHead({ storeId: null, authority: OTHER, heads })).toMatchObject({
      isThisSite: false,
    })
  })
})
