import { beforeAll, describe, expect, it } from 'vitest'
import { Sha256 } from '#shared/core/ids.ts'
import { authorityOf, signedDocument, verified } from '#test/support/signed-document.ts'
import { signedExport, verifiedZip, zipped } from '#test/support/signed-export.ts'
import { type SigningSite, signingSite } from '#test/support/signing-site.ts'
import { carriedHeads, headFindings } from './trail-heads.ts'

describe('what a signed document says of the trail', () => {
  let site: SigningSite
  beforeAll(async () => {
    site = await signingSite()
  }, 60_000)

  it('[A3] is the entry before the signature, of the store that is named in it', async () => {
    const { pdf, header } = await signedDocument(site)
    expect(carriedHeads(await verified(pdf))).toEqual({
      ...{ storeId: header.site.storeId, authority: authorityOf(site) },
      heads: [header.trail],
    })
  })

  it('[A3] is the last entry before an export, of the site that signed for it', async () => {
    const zip = await zipped(await signedExport(site))
    const now = new Date('2026-11-22T02:00:00Z')
    expect(carriedHeads(await verifiedZip(zip, { now, authority: authorityOf(site) }))).toEqual({
      ...{ storeId: null, authority: authorityOf(site) },
      heads: [{ seq: 41, hash: Sha256.parse('ab'.repeat(32)) }],
    })
  })

  it('is nothing where the file was changed, or is none', async () => {
    const { pdf } = await signedDocument(site)
    const changed = Buffer.from(pdf)
    changed[3000] = (changed[3000] ?? 0) ^ 1
    expect(carriedHeads(await verified(changed))).toBeUndefined()
    expect(carriedHeads(await verified(Buffer.from('%PDF-1.7')))).toBeUndefined()
  })
})

describe('a trail beside a signed document', () => {
  const seq = 7
  it.each([
    ['holds', 'trail_has_it', 'good'],
    ['differs', 'trail_differs', 'bad'],
    ['beyond', 'trail_is_behind', 'bad'],
  ] as const)('that %s is said so', (result, code, level) => {
    expect(headFindings({ isThisSite: true, heads: [{ seq, result }] })).toMatchObject([{ code, level }])
  })

  it('says nothing of a document of another site', () => {
    expect(headFindings({ isThisSite: false, heads: [{ seq, result: 'beyond' }] })).toEqual([])
  })
})
