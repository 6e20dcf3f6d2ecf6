import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { UserId } from '#shared/core/ids.ts'
import { ENABLED_AT, type SigningSite, signingSite } from '#test/support/signing-site.ts'
import { describeCertificate, issueCertificate } from './certificates.ts'

describe('certificates', () => {
  let made: SigningSite
  beforeAll(async () => {
    made = await signingSite()
  })

  it('chain: the site issued those of its people, another site of the same name did not', async () => {
    const person = new X509Certificate(made.investigator.certificate)
    const authority = new X509Certificate(made.authority.certificate)
    expect(person.checkIssued(authority) && person.verify(authority.publicKey)).toBe(true)
    const other = new X509Certificate((await signingSite()).authority.certificate)
    expect(person.verify(other.publicKey)).toBe(false)
  })

  it('hold for half a century, the site’s for longer, from a little before they were made', () => {
    const person = new X509Certificate(made.investigator.certificate)
    const authority = new X509Certificate(made.authority.certificate)
    expect(person.validFromDate).toEqual(new Date(ENABLED_AT.getTime() - 5 * 60_000))
    expect(person.validToDate.getUTCFullYear()).toBe(2076)
    expect(authority.validToDate.getUTCFullYear()).toBe(2116)
    expect(authority.ca).toBe(true)
    expect(person.ca).toBe(false)
  })

  it.each([
    '陈静',
    'O’Neill, "Jim" + Co=1; <a>',
    '#3003',
    ' leading and trailing ',
    'back\\slash\\0a',
    '𠮷野 e\u0301',
    'x'.repeat(200),
  ])('name %j as it is', async fullName => {
    const person = {
      userId: UserId.parse('u,1="x"'),
      loginName: 'lin',
      fullName,
      role: 'coordinator' as const,
    }
    const { certificate } = await issueCertificate({ ...made, person, at: ENABLED_AT })
    const { subject } = new X509Certificate(certificate).toLegacyObject()
    expect(subject).toMatchObject({ CN: fullName, serialNumber: 'u,1="x"', title: 'coordinator' })
  })

  it('say which use they have, in OpenSSL’s words', () => {
    const input = made.investigator.certificate
    const { stdout } = spawnSync('openssl', ['x509', '-inform', 'DER', '-noout', '-text'], { input })
    const text = String(stdout)
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/)
    expect(text).toMatch(
      /Extended Key Usage: \s*(1\.3\.6\.1\.5\.5\.7\.3\.36|Document Signing), E-mail Protection/,
    )
    expect(text).toContain('prime256v1')
  })

  it('are described with serial number and fingerprint as others show them', () => {
    const { serial, sha256, validTo } = describeCertificate(made.principal.certificate)
    const read = new X509Certificate(made.principal.certificate)
    expect(serial.toUpperCase()).toBe(read.serialNumber)
    expect(sha256.toUpperCase()).toBe(read.fingerprint256.replaceAll(':', ''))
    expect(new Date(validTo)).toEqual(read.validToDate)
  })
})
