import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import {
  authorityOf,
  sealedDocument,
  signedDocument,
  signFile,
  verified,
} from '#test/support/signed-document.ts'
import { headerAt, type SigningSite, signingSite } from '#test/support/signing-site.ts'

type Signed = Awaited<ReturnType<typeof signedDocument>>

const codes = async (pdf: Uint8Array, options = {}) => {
  const { verdict, findings } = await verified(pdf, options)
  return { verdict, codes: findings.map(({ code }) => code) }
}

describe('a signed PDF', () => {
  let site: SigningSite
  let other: SigningSite
  let signed: Signed
  beforeAll(async () => {
    ;[site, other] = await Promise.all([signingSite(), signingSite()])
    signed = await signedDocument(site)
  }, 60_000)

  /** Saves a change behind what is there, as an editor does that keeps signatures. */
  async function updated(pdf: Uint8Array, change: (document: PDFDocument) => void): Promise<Uint8Array> {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
    change(document)
    return document.save({ useObjectStreams: false })
  }

  it('holds under the site’s certificate, or its fingerprint, and names who, when and as what', async () => {
    const by = await verified(signed.pdf, { authority: site.authority.certificate })
    expect(by.verdict).toBe('holds')
    expect(await verified(signed.pdf, { authority: authorityOf(site) })).toEqual(by)
    expect(by.findings[0]?.text.en).toBe(
      'Unchanged since signed by 林晓 Lin Xiao, "MD" on 2026-11-20 09:30:15 UTC+08:00 as: Eligibility approval.',
    )
  })

  it('without either is intact at most, and asks for the paper', async () => {
    const { verdict, findings } = await verified(signed.pdf)
    expect(verdict).toBe('intact')
    expect(findings.at(-1)).toMatchObject({ code: 'compare_fingerprint', level: 'ask' })
  })

  it('with a countersignature and a withdrawal holds, each with its own signer', async () => {
    const two = await signed.signedAgain(signed.pdf, 'countersignature')
    const three = await signed.signedAgain(two, 'withdrawal')
    const report = await verified(three, { authority: authorityOf(site) })
    expect(report.verdict).toBe('holds')
    expect(report.signatures.map(({ fullName, meaning }) => `${fullName}: ${meaning.en}`)).toEqual([
      '林晓 Lin Xiao, "MD": Eligibility approval',
      '陈静: Countersignature',
      '陈静: Withdrawal of a signature',
    ])
  })

  it('with a later signature laid over what was signed does not hold', async () => {
    const header = headerAt(site, { signer: site.principal, meaning: 'countersignature' })
    const over = (rect: readonly [number, number, number, number]) => {
      const rendered = { slots: signed.rendered.slots.map(({ page }) => ({ page, rect })) }
      return signFile(signed.pdf, site, { rendered, signer: site.principal, header, isFirst: false })
    }
    const [first] = signed.rendered.slots
    if (!first) throw new Error('no room for a signature')
    for (const rect of [[40, 520, 515, 300], first.rect] as const) {
      const report = await codes(await over(rect), { authority: authorityOf(site) })
      expect(report).toMatchObject({
        verdict: 'fails',
        codes: ['unchanged', 'changed_between', 'record_complete'],
      })
    }
  })

  it('of another site does not hold under this one', async () => {
    const foreign = await codes(signed.pdf, { authority: authorityOf(other) })
    expect(foreign.verdict).toBe('fails')
    expect(foreign.codes).toContain('signer_unknown')
  })

  it('countersigned at another site does not hold', async () => {
    const mixed = await signed.signedAgain(signed.pdf, 'countersignature', other)
    expect((await codes(mixed, { authority: authorityOf(site) })).verdict).toBe('fails')
    expect((await codes(mixed)).verdict).toBe('fails')
  })

  it('with bytes after the last signature says how many', async () => {
    const longer = Buffer.concat([signed.pdf, Buffer.from('% more')])
    const { findings } = await verified(longer, { authority: authorityOf(site) })
    expect(findings[0]?.text.en).toMatch(/^6 bytes were added after the last signature/)
  })

  it('with bytes that call themselves a range does not hold', async () => {
    const evil = (size: number) => Buffer.from(`\n% /ByteRange [0 1 2 ${size - 2}]\n% ${'x'.repeat(2000)}`)
    const size = signed.pdf.length + evil(signed.pdf.length + 2100).length
    const longer = Buffer.concat([signed.pdf, evil(size)])
    expect(longer).toHaveLength(size)
    expect((await codes(longer, { authority: authorityOf(site) })).verdict).toBe('fails')
  })

  it('with its signature in brackets of another kind does not hold', async () => {
    const file = Buffer.from(signed.pdf)
    const [written] = /<[0-9a-f]{16384}>/.exec(file.toString('latin1')) ?? []
    const at = file.indexOf(written ?? 'nowhere')
    file.write('(', at)
    file.write(')', at + (written?.length ?? 0) - 1)
    expect((await codes(file, { authority: authorityOf(site) })).verdict).toBe('fails')
  })

  it('drawn on, noted on or renamed afterwards says that something was added', async () => {
    const changes: ((document: PDFDocument) => void)[] = [
      document => document.getPage(0).drawText('eligible', { x: 50, y: 50 }),
      document => document.setTitle('another'),
      document => document.catalog.set(PDFName.of('Lang'), PDFString.of('fr')),
    ]
    for (const change of changes) {
      expect(await codes(await updated(signed.pdf, change))).toMatchObject({
        verdict: 'fails',
        codes: ['appended', 'unchanged', 'record_complete'],
      })
    }
  })

  it('changed before it was countersigned is found out although both signatures fit', async () => {
    const changed = await updated(signed.pdf, document =>
      document.getPage(0).drawText('eligible', { x: 50, y: 50 }),
    )
    expect((await codes(await signed.signedAgain(changed, 'countersignature'))).verdict).toBe('fails')
  })

  it('saved again by another program is told apart from one that was never signed', async () => {
    const again = await PDFDocument.load(signed.pdf)
    expect(await codes(await again.save())).toMatchObject({ verdict: 'fails', codes: ['cannot_read'] })
    expect(await codes(signed.rendered.pdf)).toEqual({ verdict: 'fails', codes: ['unsigned'] })
    expect(await codes(Buffer.from('a letter'))).toEqual({ verdict: 'fails', codes: ['not_pdf'] })
  })

  it('cut off says that its end is missing', async () => {
    expect((await codes(signed.pdf.subarray(0, -100))).codes).toEqual(['cut_off'])
  })

  it('[E3] a signature moved to another document does not hold', async () => {
    const target = await sealedDocument(site, 'en')
    const { rendered, header } = target
    const signer = site.investigator
    const file = Buffer.from(await signFile(rendered.pdf, site, { rendered, signer, header, isFirst: true }))
    const contents = (pdf: Buffer) => {
      const at = pdf.lastIndexOf('/Contents <') + '/Contents <'.length
      return { at, text: pdf.subarray(at, pdf.indexOf('>', at)) }
    }
    contents(Buffer.from(signed.pdf)).text.copy(file, contents(file).at)
    expect((await codes(file)).codes).toContain('changed')
  })

  it('[E3] a record under another name, meaning or time than the file’s signature is found out', async () => {
    const header = headerAt(site)
    const { rendered } = signed
    const changed: (typeof header)[] = [
      { ...header, signer: { ...header.signer, fullName: '陈静' } },
      { ...header, meaning: headerAt(site, { meaning: 'screen_failure' }).meaning },
      { ...header, signedAt: OffsetDateTime.parse('2026-11-20T09:30:16+08:00') },
    ]
    for (const different of changed) {
      const signer = site.investigator
      const file = await signFile(rendered.pdf, site, { rendered, signer, header: different, isFirst: true })
      expect((await codes(file)).codes).toContain('seal_differs')
    }
  })

  it('outside the time of its certificates does not hold', async () => {
    expect((await codes(signed.pdf, { now: new Date('2080-01-01') })).codes).toContain('not_valid_now')
    const late = await signingSite(undefined, new Date('2026-11-22T00:00:00Z'))
    expect((await codes((await signedDocument(late)).pdf)).codes).toContain('not_valid_then')
  })

  it('flipped in any bit never holds, and nothing is thrown', { timeout: 120_000 }, async () => {
    const authority = authorityOf(site)
    const start = signed.rendered.pdf.length
    const size = signed.pdf.length
    const anywhere = fc.oneof(fc.nat({ max: size - 1 }), fc.integer({ min: start, max: size - 1 }))
    await fc.assert(
      fc.asyncProperty(anywhere, fc.nat({ max: 7 }), async (at, bit) => {
        const flipped = Uint8Array.from(signed.pdf)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        expect((await verified(flipped, { authority })).verdict).toBe('fails')
      }),
      { numRuns: 120 },
    )
  })

  it('cut, doubled, or filled with garbage throws nothing', { timeout: 120_000 }, async () => {
    const piece = fc.record({ from: fc.nat({ max: signed.pdf.length }), length: fc.nat({ max: 40_000 }) })
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('[', '<<', '(', '<</A').map(open => Buffer.from(open.repeat(5000))),
      fc.constantFrom('xref\n0 9999999\n', 'startxref\n0\n%%EOF').map(text => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(piece, noise, async ({ from, length }, garbage) => {
        const file = Buffer.from(signed.pdf)
        const damaged = Buffer.concat([file.subarray(0, from), garbage, file.subarray(from + length)])
        const { verdict } = await verified(damaged, { authority: authorityOf(site) })
        expect(verdict === 'holds').toBe(damaged.equals(file))
      }),
      { numRuns: 60 },
    )
  })
})
