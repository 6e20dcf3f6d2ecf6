import { describe, expect, it } from 'vitest'
import { readCertificateFile, readFingerprint } from './read-authority.ts'

const HASH = 'ab12'.repeat(16)

describe('a fingerprint from paper', () => {
  it.each([
    HASH,
    'AB12 '.repeat(16),
    HASH.toUpperCase(),
    'ab:12:'.repeat(16).slice(0, -1),
    'ＡＢ１２'.repeat(16),
  ])('%s is read', typed => expect(readFingerprint(typed)).toBe(HASH))
  it.each(['', HASH.slice(1), `${HASH}0`, HASH.replace('a', 'g')])('%j is none', typed =>
    expect(readFingerprint(typed)).toBeUndefined(),
  )
})

describe('a certificate file', () => {
  const der = Uint8Array.of(0x30, 3, 1, 2, 3)
  it('is taken as DER', async () => {
    expect(await readCertificateFile(new File([der], 'site.cer'))).toEqual(der)
  })
  it('is taken as PEM', async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`
    expect(await readCertificateFile(new File([pem], 'site.pem'))).toEqual(der)
  })
  it('is nothing else', async () => {
    expect(await readCertificateFile(new File(['%PDF-1.7'], 'x.pdf'))).toBeUndefined()
  })
})
