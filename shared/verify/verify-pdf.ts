import type { Sha256 } from '#shared/core/ids.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { latin1, type Subtle, sha256Of } from './bytes.ts'
import { type Finding, finding } from './findings.ts'
import { type PdfFile, readPdf } from './pdf/file.ts'
import { type CarriedRecord, carriedRecord, type Inflate } from './pdf/record.ts'
import { type PdfSignature, signaturesOf } from './pdf/signatures.ts'
import { recordFindings } from './record-check.ts'
import { type CheckedSignature, checkSignature } from './signature-check.ts'

export interface PdfOptions {
  readonly subtle: Subtle
  readonly inflate: Inflate
  readonly now: Date
  /** The site's certificate (DER) or its fingerprint, from paper or from elsewhere; never from the file itself. */
  readonly authority?: Uint8Array | Sha256 | undefined
}

/** A signature as a report names it; the name is the certificate's. */
export interface ReportedSignature {
  readonly fullName: string
  readonly organisation: string
  readonly meaning: LocalizedText
  readonly signedAt: string
  readonly serial: string
  readonly isIntact: boolean
}

/**
 * What was found out about a file. `holds`: all is as signed, under the site certificate given. `intact`: all is as
 * signed, by somebody whom nothing confirms. `fails`: anything else.
 */
export interface PdfReport {
  readonly verdict: 'holds' | 'intact' | 'fails'
  readonly findings: readonly Finding[]
  readonly signatures: readonly ReportedSignature[]
  readonly document: { readonly id: string; readonly kind: string; readonly training: boolean } | null
  /** The attached record as canonical JSON, and how many bytes of the file were printed from it. */
  readonly record: { readonly text: string; readonly sha256: Sha256; readonly printed: number } | null
  /** Of the site certificate in the file: what to compare with paper. */
  readonly authority: Sha256 | null
}

const LARGEST = 128 * 2 ** 20
const range = /\/ByteRange\s{0,9}\[\s{0,9}0 (\d{1,10}) (\d{1,10}) (\d{1,10})\s{0,99}\]/g

/** Checks every signature of a PDF and what surrounds them. Never throws, whatever the bytes are. */
export async function verifyPdf(bytes: Uint8Array, options: PdfOptions): Promise<PdfReport> {
  if (bytes.length > LARGEST) return failed(finding('too_large'))
  try {
    const source = latin1(bytes)
    if (!source.startsWith('%PDF-')) return failed(finding('not_pdf'))
    const signed = lastRange(source)
    if (!signed) return failed(finding('unsigned'))
    const { end } = signed
    if (end > bytes.length) {
      return failed(signed.isInPlace ? finding('cut_off', end - bytes.length) : finding('cannot_read'))
    }
    const appended = end < bytes.length ? [finding('appended', bytes.length - end)] : []
    return await verifySigned(bytes.subarray(0, end), appended, options)
  } catch {
    return failed(finding('cannot_read'))
  }
}

/** How far the signatures reach, as they say, and whether the last one is where it says: a file saved anew moves it. */
function lastRange(source: string): { end: number; isInPlace: boolean } | undefined {
  const ranges = [...source.matchAll(range)].map(([, at, from, length]) => ({
    end: Number(from) + Number(length),
    isInPlace: source.charAt(Number(at)) === '<',
  }))
  return ranges.toSorted((a, b) => b.end - a.end)[0]
}

async function verifySigned(
  bytes: Uint8Array,
  appended: readonly Finding[],
  options: PdfOptions,
): Promise<PdfReport> {
  const read = readSigned(bytes)
  if (!read) return failed(...appended, finding('cannot_read'))
  const { file, signatures } = read
  const { authority: given, subtle } = options
  const trusted = given instanceof Uint8Array ? await sha256Of(given, subtle) : given
  const checked = await Promise.all(
    signatures.map(signature =>
      checkSignature(file, signature, { ...options, trusted, first: signatures[0] }),
    ),
  )
  const record = await recordOf(file, options)
  const isCertified = signatures.every(({ isCertifying }, at) => isCertifying === (at === 0))
  const findings = [
    ...appended,
    ...checked.flatMap(each => each.findings),
    ...(isCertified ? [] : [finding('not_certified')]),
    ...(await recordFindings(record, checked[0], subtle)),
  ]
  return {
    ...judged(findings, checked, trusted),
    signatures: checked.map(reported),
    document: documentOf(record),
    record: record && { text: record.text, sha256: record.sha256, printed: file.revisions[0]?.end ?? 0 },
  }
}

/** The answer to everything that was found. Without a certificate from elsewhere nothing is confirmed. */
function judged(
  findings: readonly Finding[],
  checked: readonly CheckedSignature[],
  trusted: Sha256 | undefined,
): Pick<PdfReport, 'verdict' | 'findings' | 'authority'> {
  const authority = checked[0]?.authority ?? null
  const isOneSite = authority !== null && checked.every(each => each.authority === authority)
  if (!isOneSite || findings.some(({ level }) => level === 'bad')) {
    return { verdict: 'fails', findings, authority }
  }
  return trusted === authority
    ? { verdict: 'holds', findings: [...findings, finding('site_confirmed', authority)], authority }
    : { verdict: 'intact', findings: [...findings, finding('compare_fingerprint', authority)], authority }
}

/** The signatures of a file with one save for each and one before them; nothing for any other file. */
function readSigned(bytes: Uint8Array): { file: PdfFile; signatures: PdfSignature[] } | undefined {
  try {
    const file = readPdf(bytes)
    const signatures = signaturesOf(file)
    const isOneEach = signatures.every(({ revision }, at) => revision === at + 1)
    const hasAll = signatures.length > 0 && file.revisions.length === signatures.length + 1
    // A comment may claim to be a range: what lies behind the last save is covered by none.
    const endsThere = file.revisions.at(-1)?.end === bytes.length
    return isOneEach && hasAll && endsThere ? { file, signatures } : undefined
  } catch {
    return undefined
  }
}

async function recordOf(file: PdfFile, options: PdfOptions): Promise<CarriedRecord | null> {
  try {
    return (await carriedRecord(file, options)) ?? null
  } catch {
    return null
  }
}

function documentOf(record: CarriedRecord | null): PdfReport['document'] {
  if (!record?.record) return null
  const { id, training, content } = record.record
  return { id, kind: content.kind, training }
}

function reported({ said, person, findings }: CheckedSignature): ReportedSignature {
  return {
    fullName: said.name,
    organisation: person?.organisation ?? '',
    meaning: said.meaning,
    signedAt: said.time,
    serial: person?.serial ?? '',
    isIntact: findings.every(({ level }) => level === 'good'),
  }
}

function failed(...findings: readonly Finding[]): PdfReport {
  return { verdict: 'fails', findings, signatures: [], document: null, record: null, authority: null }
}
