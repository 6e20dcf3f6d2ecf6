import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedText } from '#shared/verify/verify-seal.ts'
import { signedDocument } from '#test/support/signed-document.ts'
import { type SigningSite, sealAt, signingSite } from '#test/support/signing-site.ts'

/** What others say of what we sign: Poppler with NSS, OpenSSL and QPDF. Their texts are read, as some always exit 0. */
describe('other tools', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-signatures-'))
  let site: SigningSite
  let signed: Awaited<ReturnType<typeof signedDocument>>

  beforeAll(async () => {
    site = await signingSite()
    signed = await signedDocument(site)
    write('ca.der', site.authority.certificate)
    write('ca.pem', new X509Certificate(site.authority.certificate).toString())
    write('person.pem', new X509Certificate(site.investigator.certificate).toString())
    run('certutil', '-N', '-d', `sql:${folder}`, '--empty-password')
    run('certutil', '-A', '-d', `sql:${folder}`, '-n', 'Site', '-t', 'CT,C,C', '-i', at('ca.der'))
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const at = (name: string) => join(folder, name)
  const write = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content)
  const run = (program: string, ...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(program, args, { encoding: 'utf8', cwd: folder })

  /** What pdfsig says of each signature, in its own words. */
  function pdfsig(pdf: Uint8Array, database = folder) {
    write('file.pdf', pdf)
    const { stdout } = run('pdfsig', '-nssdir', `sql:${database}`, at('file.pdf'))
    const all = (pattern: RegExp) => [...stdout.matchAll(pattern)].map(([, words]) => words)
    return {
      signature: all(/Signature Validation: (.*)/g),
      certificate: all(/Certificate Validation: (.*)/g),
      total: all(/- (Total|Not total) document signed/g),
      type: all(/Signature Type: (.*)/g),
    }
  }

  const VALID = 'Signature is Valid.'
  const TRUSTED = 'Certificate is Trusted.'

  it('pdfsig finds a signed document valid and trusted, and wholly signed', () => {
    expect(pdfsig(signed.pdf)).toEqual({
      signature: [VALID],
      certificate: [TRUSTED],
      total: ['Total'],
      type: ['ETSI.CAdES.detached'],
    })
  })

  it('pdfsig finds a countersigned document valid and trusted twice', async () => {
    const two = await signed.signedAgain(signed.pdf, 'countersignature')
    expect(pdfsig(two)).toMatchObject({
      signature: [VALID, VALID],
      certificate: [TRUSTED, TRUSTED],
      total: ['Not total', 'Total'],
    })
  })

  it('pdfsig does not trust a signature of another site', async () => {
    const foreign = await signedDocument(await signingSite())
    expect(pdfsig(foreign.pdf)).toMatchObject({
      signature: [VALID],
      certificate: ["Certificate issuer isn't Trusted."],
    })
  })

  it.each([
    ['the body', () => signed.pdf.indexOf(0x42, 20_000)],
    ['the signature’s time', () => Buffer.from(signed.pdf).lastIndexOf('/M (D:2026') + 10],
  ])('pdfsig finds a byte changed in %s', (_where, place) => {
    const changed = Uint8Array.from(signed.pdf)
    changed[place()] = (changed[place()] ?? 0) ^ 1
    expect(pdfsig(changed).signature).toEqual(['Digest Mismatch.'])
  })

  it('pdfsig sees page content added afterwards only as not wholly signed', async () => {
    const document = await PDFDocument.load(signed.pdf, { forIncrementalUpdate: true, updateMetadata: false })
    document.getPage(0).drawText('eligible', { x: 50, y: 50 })
    const drawn = await document.save({ useObjectStreams: false })
    expect(pdfsig(drawn)).toMatchObject({ signature: [VALID], total: ['Not total'] })
  })

  it('qpdf finds nothing wrong with any revision', async () => {
    const two = await signed.signedAgain(signed.pdf, 'countersignature')
    for (const pdf of [signed.rendered.pdf, signed.pdf, two]) {
      write('file.pdf', pdf)
      const { status, stdout } = run('qpdf', '--check', at('file.pdf'))
      expect(stdout).toContain('No syntax or stream encoding errors found')
      expect(status).toBe(0)
    }
  })

  it('openssl verifies the CMS as CAdES, under the site’s certificate', () => {
    const file = Buffer.from(signed.pdf)
    const start = file.lastIndexOf('/Contents <') + '/Contents <'.length
    const end = file.indexOf('>', start)
    const padded = Buffer.from(file.subarray(start, end).toString('latin1'), 'hex')
    write('cms.der', padded.subarray(0, padded.readUInt16BE(2) + 4))
    write('content', Buffer.concat([file.subarray(0, start - 1), file.subarray(end + 1)]))
    const options = ['-inform', 'DER', '-in', at('cms.der'), '-content', at('content'), '-binary']
    const purpose = ['-purpose', 'smimesign', '-CAfile', at('ca.pem'), '-out', at('out')]
    const { status, stderr } = run('openssl', 'cms', '-verify', '-cades', ...options, ...purpose)
    expect(stderr).toContain('CAdES Verification successful')
    expect(status).toBe(0)
  })

  it('openssl verifies the person’s certificate under the site’s, and under no other', async () => {
    expect(run('openssl', 'verify', '-CAfile', at('ca.pem'), at('person.pem')).status).toBe(0)
    const other = await signingSite()
    write('other.pem', new X509Certificate(other.authority.certificate).toString())
    expect(run('openssl', 'verify', '-CAfile', at('other.pem'), at('person.pem')).status).not.toBe(0)
  })

  it('[E3] openssl verifies the signature of a record over its canonical text, and of no other text', async () => {
    const subject = { kind: 'document', title: '日志' }
    const seal = await sealAt(site, subject)
    write('key.pem', run('openssl', 'x509', '-in', at('person.pem'), '-noout', '-pubkey').stdout)
    write('signature', Buffer.from(seal.signature, 'base64'))
    const verify = (text: string) => {
      write('record', text)
      const options = ['-sha256', '-verify', at('key.pem'), '-signature', at('signature')]
      return run('openssl', 'dgst', ...options, at('record')).stdout.trim()
    }
    const text = signedText(subject, seal.header)
    expect(verify(text)).toBe('Verified OK')
    expect(verify(text.replace('日志', '日记'))).not.toBe('Verified OK')
  })
})
