import { BitString, Boolean as DerBoolean, fromBER, Sequence } from 'asn1js'
import { Certificate, type RelativeDistinguishedNames } from 'pkijs'
import type { Sha256 } from '#shared/core/ids.ts'
import { hexOf, owned, type Subtle, sha256Of } from './bytes.ts'
import { ecdsaHolds } from './ecdsa.ts'

/** What a certificate says, as far as a signature is judged by it. Nothing in it is proven by reading it. */
export interface ReadCertificate {
  readonly der: Uint8Array
  readonly sha256: Sha256
  /** Lower-case hexadecimal. */
  readonly serial: string
  readonly fullName: string
  readonly userId: string
  readonly organisation: string
  /** The subject's and issuer's names as encoded. */
  readonly subject: string
  readonly issuer: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly isAuthority: boolean
  readonly mayIssue: boolean
  readonly maySign: boolean
  readonly publicKey: Uint8Array
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

const COMMON_NAME = '2.5.4.3'
const SERIAL_NUMBER = '2.5.4.5'
const ORGANISATION = '2.5.4.10'
const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'

/** Reads a certificate (DER); nothing where it is none. */
export async function readCertificate(der: Uint8Array, subtle: Subtle): Promise<ReadCertificate | undefined> {
  try {
    const certificate = Certificate.fromBER(owned(der))
    const usage = keyUsage(certificate)
    return {
      der,
      sha256: await sha256Of(der, subtle),
      serial: hexOf(certificate.serialNumber.valueBlock.valueHexView),
      fullName: partOf(certificate.subject, COMMON_NAME),
      userId: partOf(certificate.subject, SERIAL_NUMBER),
      organisation: partOf(certificate.subject, ORGANISATION),
      subject: hexOf(new Uint8Array(certificate.subject.valueBeforeDecode)),
      issuer: hexOf(new Uint8Array(certificate.issuer.valueBeforeDecode)),
      notBefore: certificate.notBefore.value,
      notAfter: certificate.notAfter.value,
      isAuthority: isAuthority(certificate),
      mayIssue: (usage & 0x04) !== 0,
      maySign: (usage & 0xc0) === 0xc0,
      publicKey: new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER()),
      signed: certificate.tbsView,
      signature: certificate.signatureValue.valueBlock.valueHexView,
    }
  } catch {
    return undefined
  }
}

/** Whether `authority` may issue certificates and issued this one, for a person to sign with. */
export async function isIssuedBy(
  person: ReadCertificate,
  authority: ReadCertificate,
  subtle: Subtle,
): Promise<boolean> {
  const { signed: data, signature } = person
  const mayBe = authority.isAuthority && authority.mayIssue && !person.isAuthority && person.maySign
  if (!mayBe || person.issuer !== authority.subject) return false
  return ecdsaHolds({ data, signature, publicKey: authority.publicKey }, subtle)
}

/** Whether a certificate was valid at a time, both ends included. */
export function isValidAt({ notBefore, notAfter }: ReadCertificate, at: Date): boolean {
  return notBefore <= at && at <= notAfter
}

function partOf(name: RelativeDistinguishedNames, type: string): string {
  const part = name.typesAndValues.find(candidate => candidate.type === type)
  return String(part?.value.valueBlock.value ?? '')
}

function extension(certificate: Certificate, id: string): unknown {
  const found = certificate.extensions?.find(({ extnID }) => extnID === id)
  return found && fromBER(owned(found.extnValue.valueBlock.valueHexView)).result
}

function isAuthority(certificate: Certificate): boolean {
  const constraints = extension(certificate, BASIC_CONSTRAINTS)
  if (!(constraints instanceof Sequence)) return false
  const [first] = constraints.valueBlock.value
  return first instanceof DerBoolean && first.getValue()
}

/** The first eight uses, `digitalSignature` the highest bit. */
function keyUsage(certificate: Certificate): number {
  const usage = extension(certificate, KEY_USAGE)
  return usage instanceof BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : 0
}
