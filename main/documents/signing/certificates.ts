import 'reflect-metadata'
import { hash, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { Sha256, type UserId } from '#shared/core/ids.ts'
import type { Role } from '#shared/core/person.ts'

x509.cryptoProvider.set(webcrypto)

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4'

/**
 * There is no timestamp service offline, so that a reader judges the certificate by its own clock: both outlive every
 * record, and the site's outlives those that it issues.
 */
const AUTHORITY_YEARS = 90
const PERSON_YEARS = 50
/** Another computer's clock may lag: what was signed now is not from before the certificate there. */
const SKEW_MS = 5 * 60_000

/** A certificate (DER) with its private key (PKCS#8), which the caller wraps and zeroes. */
export interface CertificateWithKey {
  readonly certificate: Uint8Array
  readonly privateKey: Uint8Array
}

export interface Site {
  readonly name: string
  readonly number: string
}

interface CertifiedPerson {
  readonly userId: UserId
  readonly loginName: string
  readonly fullName: string
  readonly role: Role
}

/** Makes the certificate authority of a site. */
export async function createAuthority({ site, at }: { site: Site; at: Date }): Promise<CertificateWithKey> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: nameOf([
      ['CN', `Lobule site authority: ${site.name}`],
      ['O', site.name],
      ['OU', `Site ${site.number}`],
    ]),
    ...validity(at, AUTHORITY_YEARS),
    signingAlgorithm: ECDSA,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return withKey(certificate, keys.privateKey)
}

interface Order {
  readonly authority: CertificateWithKey
  readonly person: CertifiedPerson
  readonly site: Site
  readonly at: Date
}

/** Makes a person's keys and the site's certificate for them. */
export async function issueCertificate({ authority, person, site, at }: Order): Promise<CertificateWithKey> {
  const issuer = new x509.X509Certificate(owned(authority.certificate))
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: nameOf([
      ['CN', person.fullName],
      ['T', person.role.replaceAll('_', ' ')],
      ['O', site.name],
      ['OU', `Site ${site.number}`],
      [USER_ID, person.loginName],
      [SERIAL_NUMBER, person.userId],
    ]),
    issuer: issuer.subjectName,
    ...validity(at, PERSON_YEARS),
    signingKey: await importKey(authority.privateKey),
    signingAlgorithm: ECDSA,
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([DOCUMENT_SIGNING, EMAIL_PROTECTION]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return withKey(certificate, keys.privateKey)
}

/** What a certificate says, as it is shown and printed; `serial` in lower-case hexadecimal. */
export function describeCertificate(der: Uint8Array) {
  const certificate = new x509.X509Certificate(owned(der))
  return {
    serial: certificate.serialNumber.toLowerCase(),
    sha256: Sha256.parse(hash('sha256', der)),
    subject: certificate.subject,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
  }
}

/** A key for `sign`, from its PKCS#8 bytes. */
export async function importKey(privateKey: Uint8Array): Promise<webcrypto.CryptoKey> {
  const copy = owned(privateKey)
  try {
    return await webcrypto.subtle.importKey('pkcs8', copy, ECDSA, false, ['sign'])
  } finally {
    copy.fill(0)
  }
}

/** The bytes alone: a view into a larger buffer, as Node's pool gives, is not taken everywhere. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}

const USER_ID = '0.9.2342.19200300.100.1.1'
const SERIAL_NUMBER = '2.5.4.5'

/** Values are passed as they are: written as one text, a comma or a quote in a name would be read as structure. */
function nameOf(parts: readonly (readonly [string, string])[]): x509.Name {
  return new x509.Name(parts.map(([type, value]) => ({ [type]: [{ utf8String: value }] })))
}

function newKeys() {
  return webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
}

/** 128 random bits, positive and of full length. */
function newSerial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return Buffer.from(bytes).toString('hex')
}

function validity(at: Date, years: number) {
  const notBefore = new Date(Math.floor((at.getTime() - SKEW_MS) / 1000) * 1000)
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years)
  return { notBefore, notAfter }
}

async function withKey(certificate: x509.X509Certificate, key: webcrypto.CryptoKey) {
  return {
    certificate: new Uint8Array(certificate.rawData),
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', key)),
  }
}
