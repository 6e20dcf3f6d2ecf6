import { hash } from 'node:crypto'
import { Null, ObjectIdentifier, OctetString, Sequence, Set as SetOf } from 'asn1js'
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
import { signBytes } from './sign-text.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const DIRECTORY_NAME = 4

interface CmsOrder {
  /** SHA-256 of the content, which stays outside. */
  readonly digest: Uint8Array
  /** The signer's certificate, then those above it; DER. */
  readonly certificates: readonly [Uint8Array, ...Uint8Array[]]
  /** PKCS#8; the caller zeroes it. */
  readonly privateKey: Uint8Array
}

/**
 * A detached CMS signature as PAdES-B-B wants it (ETSI EN 319 142-1, 319 122-1): no signing-time, which stands in the
 * PDF, and the signer's certificate bound by signing-certificate-v2. DER.
 */
export async function signCms({ digest, certificates, privateKey }: CmsOrder): Promise<Uint8Array> {
  const [own] = certificates
  const chain = certificates.map(der => Certificate.fromBER(Uint8Array.from(der)))
  const signer = Certificate.fromBER(Uint8Array.from(own))
  const attributes = sorted([
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: Uint8Array.from(digest) })),
    attribute(SIGNING_CERTIFICATE_V2, signingCertificate(own, signer)),
  ])
  const toSign = new SetOf({ value: attributes.map(each => each.toSchema()) }).toBER()
  const signature = await signBytes(new Uint8Array(toSign), privateKey)
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: chain,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 }),
        signature: new OctetString({ valueHex: signature }),
      }),
    ],
  })
  const info = new ContentInfo({ contentType: SIGNED_DATA, content: signedData.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() })
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] })
}

/** ESSCertIDv2 with its default hash, SHA-256, and with issuer and serial number. */
function signingCertificate(der: Uint8Array, { issuer, serialNumber }: Certificate): Sequence {
  const names = new GeneralNames({ names: [new GeneralName({ type: DIRECTORY_NAME, value: issuer })] })
  const issuerSerial = new Sequence({ value: [names.toSchema(), serialNumber] })
  const digest = new OctetString({ valueHex: Uint8Array.from(hash('sha256', der, 'buffer')) })
  const id = new Sequence({ value: [digest, issuerSerial] })
  return new Sequence({ value: [new Sequence({ value: [id] })] })
}

/** DER orders the members of a set by their encoding; what is signed is that order. */
function sorted(attributes: readonly Attribute[]): Attribute[] {
  const encoded = (each: Attribute) => Buffer.from(each.toSchema().toBER())
  return attributes.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)))
}
