import { fromBER, Null, ObjectIdentifier, OctetString, Sequence, Set as SetOf } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { hexOf, owned, type Subtle, sha256Bytes } from './bytes.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const DIRECTORY_NAME = 4

/** What a signature covers, and the certificates beside it: the signer's, then those above it; DER. */
export interface CmsParts {
  /** SHA-256 of the content, which stays outside. */
  readonly digest: Uint8Array
  readonly certificates: readonly Uint8Array[]
}

/** The attributes that are signed: content type, digest and the signer's certificate, in the order of DER. */
async function signedAttributes({ digest, certificates }: CmsParts, subtle: Subtle): Promise<Attribute[]> {
  const der = certificates[0] ?? new Uint8Array()
  const certificate = Certificate.fromBER(owned(der))
  const bound = boundCertificate(await sha256Bytes(der, subtle), certificate)
  return sorted([
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: owned(digest) })),
    attribute(SIGNING_CERTIFICATE_V2, bound),
  ])
}

/** The bytes that a signer signs. */
export async function bytesToSign(parts: CmsParts, subtle: Subtle): Promise<Uint8Array<ArrayBuffer>> {
  const attributes = await signedAttributes(parts, subtle)
  return new Uint8Array(new SetOf({ value: attributes.map(each => each.toSchema()) }).toBER())
}

/**
 * A detached CMS signature as PAdES-B-B wants it (ETSI EN 319 142-1, 319 122-1): no signing-time, which stands in the
 * PDF, and the signer's certificate bound by signing-certificate-v2. DER.
 */
export async function cmsOf(
  parts: CmsParts,
  signature: Uint8Array,
  subtle: Subtle,
): Promise<Uint8Array<ArrayBuffer>> {
  const chain = parts.certificates.map(der => Certificate.fromBER(owned(der)))
  const attributes = await signedAttributes(parts, subtle)
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: chain,
    signerInfos: chain.slice(0, 1).map(
      ({ issuer, serialNumber }) =>
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
          digestAlgorithm: sha256(),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
          signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 }),
          signature: new OctetString({ valueHex: owned(signature) }),
        }),
    ),
  })
  const info = new ContentInfo({ contentType: SIGNED_DATA, content: signedData.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

/** What a CMS signature holds. */
export interface ReadCms extends CmsParts {
  readonly signature: Uint8Array
}

/**
 * Reads a signature that `cmsOf` could have made, from a field that zeros fill up. Nothing where a single byte is
 * otherwise: what is not signed itself cannot be changed either.
 */
export async function readCms(field: Uint8Array, subtle: Subtle): Promise<ReadCms | undefined> {
  try {
    const read = partsOf(owned(field))
    if (!read) return undefined
    const again = await cmsOf(read, read.signature, subtle)
    const isSame = hexOf(again) === hexOf(field.subarray(0, again.length))
    return isSame && field.subarray(again.length).every(byte => byte === 0) ? read : undefined
  } catch {
    return undefined
  }
}

function partsOf(field: Uint8Array<ArrayBuffer>): ReadCms | undefined {
  const { offset } = fromBER(field)
  const signed = new SignedData({
    schema: ContentInfo.fromBER(field.subarray(0, offset)).content,
  })
  const [signer] = signed.signerInfos
  const digest: unknown = signer?.signedAttrs?.attributes.find(({ type }) => type === MESSAGE_DIGEST)
    ?.values[0]
  if (!signer || !(digest instanceof OctetString)) return undefined
  return {
    digest: digest.valueBlock.valueHexView,
    certificates: (signed.certificates ?? []).map(each => new Uint8Array(each.toSchema().toBER())),
    signature: signer.signature.valueBlock.valueHexView,
  }
}

function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() })
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] })
}

/** ESSCertIDv2 with its default hash, SHA-256, and with issuer and serial number. */
function boundCertificate(hash: Uint8Array<ArrayBuffer>, { issuer, serialNumber }: Certificate): Sequence {
  const names = new GeneralNames({ names: [new GeneralName({ type: DIRECTORY_NAME, value: issuer })] })
  const issuerSerial = new Sequence({ value: [names.toSchema(), serialNumber] })
  const id = new Sequence({ value: [new OctetString({ valueHex: hash }), issuerSerial] })
  return new Sequence({ value: [new Sequence({ value: [id] })] })
}

/** DER orders the members of a set by their encoding; what is signed is that order. */
function sorted(attributes: readonly Attribute[]): Attribute[] {
  const encoded = (each: Attribute) => hexOf(new Uint8Array(each.toSchema().toBER()))
  return attributes.toSorted((a, b) => (encoded(a) < encoded(b) ? -1 : 1))
}
