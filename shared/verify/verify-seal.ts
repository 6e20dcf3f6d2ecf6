import canonicalize from 'canonicalize'
import type { Sha256 } from '#shared/core/ids.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import { fromBase64, type Subtle, utf8 } from './bytes.ts'
import { isIssuedBy, isValidAt, type ReadCertificate, readCertificate } from './certificate.ts'
import { ecdsaHolds } from './ecdsa.ts'

/** What a seal is checked with. */
export interface SealOptions {
  readonly subtle: Subtle
  /** SHA-256 of the site's certificate as known from elsewhere; without it the one that the seal names is taken. */
  readonly authority?: Sha256
}

/** Closed: each has its sentence in every place that shows it. */
type SealProblem =
  | 'signature_wrong'
  | 'certificate_not_from_site'
  | 'certificate_not_valid_then'
  | 'record_unreadable'

/** What a check of a seal found; without problems it holds. */
export interface SealVerification {
  readonly holds: boolean
  readonly problems: readonly SealProblem[]
}

/** The text that is signed: canonical JSON (RFC 8785) of the header with the subject. */
export function signedText(subject: unknown, header: Seal['header']): string {
  const text = canonicalize({ ...header, subject })
  if (text === undefined) throw new TypeError('a signed record is an object')
  return text
}

/**
 * Checks the signature of a record: its text, that the certificate is the one that it names, issued by the site's, and
 * was valid when it was signed. Never throws.
 */
export async function verifySeal(
  subject: unknown,
  seal: Seal,
  options: SealOptions,
): Promise<SealVerification> {
  const problems = await problemsOf(subject, seal, options)
  return { holds: problems.length === 0, problems }
}

async function problemsOf(subject: unknown, seal: Seal, options: SealOptions): Promise<SealProblem[]> {
  const { subtle, authority = seal.header.authority } = options
  const text = textOf(subject, seal)
  const [person, site] = await Promise.all(
    seal.certificates.slice(0, 2).map(der => readCertificate(fromBase64(der), subtle)),
  )
  if (text === undefined || !person || !site) return ['record_unreadable']
  const signed = {
    data: utf8(text),
    signature: fromBase64(seal.signature),
    publicKey: person.publicKey,
  }
  const problems: SealProblem[] = []
  if (!isNamed(seal, person) || !(await ecdsaHolds(signed, subtle))) problems.push('signature_wrong')
  const isFromSite = site.sha256 === authority && site.sha256 === seal.header.authority
  if (!isFromSite || !(await isIssuedBy(person, site, subtle))) problems.push('certificate_not_from_site')
  const signedAt = new Date(seal.header.signedAt)
  if (![person, site].every(certificate => isValidAt(certificate, signedAt))) {
    problems.push('certificate_not_valid_then')
  }
  return problems
}

/** The certificate must be the one in the signed text, and name who signed there. */
function isNamed({ header }: Seal, person: ReadCertificate): boolean {
  const { certificate, signer } = header
  return (
    certificate.sha256 === person.sha256 &&
    certificate.serial.toLowerCase() === person.serial &&
    signer.userId === person.userId &&
    signer.fullName === person.fullName
  )
}

function textOf(subject: unknown, seal: Seal): string | undefined {
  try {
    return signedText(subject, seal.header)
  } catch {
    return undefined
  }
}
