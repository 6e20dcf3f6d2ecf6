import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignatureId } from '#shared/core/ids.ts'
import { type DecidedSite, sign, startDecidedSite } from '#test/support/decided-site.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
beforeEach(async () => {
  site = await startDecidedSite()
})
afterEach(() => site.dispose())

const clockIn = async (id: SignatureId) => (await site.api.signatures.get({ id })).record?.clock

describe('[A6] what the clock did', () => {
  it('stays on signatures for as long as it shows an earlier time than the trail, locked in between or not', async () => {
    site.clock.advance(3600)
    await site.api.session.lock({})
    site.clock.advance(-3000)
    await site.as('chen')
    await site.as('chen')
    const behind = await sign(site, site.request)
    expect(await clockIn(behind.id)).toMatchObject([{ code: 'moved_back', movedBackSeconds: 3000 }])
    site.clock.advance(4000)
    await site.as('chen')
    const later = await sign(site, { kind: 'withdrawal', of: behind.id, reason: 'signed at another time' })
    expect(await clockIn(later.id)).toEqual([])
  })
})
