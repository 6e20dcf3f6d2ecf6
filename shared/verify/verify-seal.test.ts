import { hash, webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import { SIGNED_AT, type SigningSite, sealAt, signingSite } from '#test/support/signing-site.ts'
import { verifySeal } from './verify-seal.ts'

const { subtle } = webcrypto
const subject = { kind: 'document', title: { en: 'Log', 'zh-CN': '日志' }, sha256: 'cd'.repeat(32) }

describe('a seal', () => {
  let site: SigningSite
  let other: SigningSite
  let seal: Seal
  beforeAll(async () => {
    ;[site, other] = await Promise.all([signingSite(), signingSite()])
    seal = await sealAt(site, subject)
  })

  const withHeader = (change: Partial<Seal['header']>): Seal => ({
    ...seal,
    header: { ...seal.header, ...change },
  })
  const problems = async (sealed: Seal, of: unknown = subject) =>
    (await verifySeal(of, sealed, { subtle })).problems

  it('holds as it was made, whatever order the keys come in', async () => {
    const authority = Sha256.parse(hash('sha256', site.authority.certificate))
    const turned = Object.fromEntries(Object.entries(subject).reverse())
    expect(await verifySeal(turned, seal, { subtle, authority })).toEqual({ holds: true, problems: [] })
  })

  it('[E3] under another record does not hold', async () => {
    expect(await problems(seal, { ...subject, sha256: 'ce'.repeat(32) })).toEqual(['signature_wrong'])
  })

  it.each([
    ['name', () => ({ signer: { ...seal.header.signer, fullName: '陈静' } })],
    ['time', () => ({ signedAt: OffsetDateTime.parse('2026-11-20T09:30:16+08:00') })],
    ['offset', () => ({ signedAt: OffsetDateTime.parse('2026-11-20T01:30:15+00:00') })],
    ['meaning', () => ({ meaning: { ...seal.header.meaning, code: 'screen_failure' as const } })],
    ['statement', () => ({ meaning: { ...seal.header.meaning, statement: { en: 'x', 'zh-CN': 'y' } } })],
  ])('[E3] with another %s does not hold', async (_what, change) => {
    expect(await problems(withHeader(change()))).toEqual(['signature_wrong'])
  })

  it('[E3] of one signer does not hold under the name of another', async () => {
    const { certificate, privateKey } = site.investigator
    const signer = { ...site.principal, certificate, privateKey }
    expect(await problems(await sealAt(site, subject, { signer }))).toEqual(['signature_wrong'])
  })

  it('from another site with the same name is not from this one', async () => {
    const foreign = await sealAt(other, subject)
    const authority = seal.header.authority
    expect(await verifySeal(subject, foreign, { subtle, authority })).toMatchObject({
      problems: ['certificate_not_from_site'],
    })
  })

  it('whose certificate another site issued is not from the site that it names', async () => {
    const mixed = { ...other, investigator: site.investigator }
    expect(await problems(await sealAt(mixed, subject))).toEqual(['certificate_not_from_site'])
  })

  it.each(['2026-10-31T23:00:00+08:00', '2077-01-01T00:00:00+08:00'])(
    'signed at %s, outside its certificate, is told apart',
    async signedAt => {
      const sealed = await sealAt(site, subject, { signedAt: OffsetDateTime.parse(signedAt) })
      expect(await problems(sealed)).toEqual(['certificate_not_valid_then'])
    },
  )

  it('flipped anywhere never holds, and never throws', async () => {
    const parts = fc.constantFrom('signature', 'certificate', 'authority')
    const flips = fc.record({ part: parts, at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) })
    await fc.assert(
      fc.asyncProperty(flips, async ({ part, at, bit }) => {
        const flipped = (text: string) => {
          const bytes = Buffer.from(text, 'base64')
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
          return bytes.toString('base64')
        }
        const [person = '', authority = ''] = seal.certificates
        const changed = {
          signature: { ...seal, signature: flipped(seal.signature) },
          certificate: { ...seal, certificates: [flipped(person), authority] },
          authority: { ...seal, certificates: [person, flipped(authority)] },
        }[part]
        expect(changed && (await verifySeal(subject, changed, { subtle })).holds).toBe(false)
      }),
    )
  })

  it('with garbage for certificates, or for a subject that is no JSON, is unreadable', async () => {
    expect(await problems({ ...seal, certificates: ['AAAA', 'MIIB'] })).toEqual(['record_unreadable'])
    expect(await problems(seal, { lone: '\ud800' })).toEqual(['record_unreadable'])
  })

  it('says the time with its offset in the signed text', () => {
    expect(seal.header.signedAt).toBe(SIGNED_AT)
  })
})
