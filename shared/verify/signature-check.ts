import type { Sha256 } from '#shared/core/ids.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { fromHex, hexOf, type Subtle, sha256Of } from './bytes.ts'
import { isIssuedBy, isValidAt, type ReadCertificate, readCertificate } from './certificate.ts'
import { bytesToSign, type ReadCms, readCms } from './cms.ts'
import { ecdsaHolds } from './ecdsa.ts'
import { type Finding, finding, type Said } from './findings.ts'
import { isBeside, isOnlySigning } from './pdf/changes.ts'
import type { PdfFile } from './pdf/file.ts'
import type { PdfSignature } from './pdf/signatures.ts'

/** One signature of a PDF with what was found out about it. */
export interface CheckedSignature {
  readonly said: Said
  readonly written: Pick<PdfSignature, 'name' | 'reason' | 'time'>
  readonly person: ReadCertificate | undefined
  /** The fingerprint of the site certificate beside it. */
  readonly authority: Sha256 | undefined
  readonly findings: readonly Finding[]
}

interface Options {
  readonly subtle: Subtle
  readonly now: Date
  /** The fingerprint that the reader trusts, where one was given. */
  readonly trusted: Sha256 | undefined
  /** The file's first signature. */
  readonly first: PdfSignature | undefined
}

const MOST_DIGITS = 2 * 65_536

/** Checks what a signature covers, the signature itself, its certificates and what its save did besides. */
export async function checkSignature(
  file: PdfFile,
  signature: PdfSignature,
  options: Options,
): Promise<CheckedSignature> {
  const cms = await cmsOf(signature, options.subtle)
  const [person, site] = await Promise.all(
    (cms?.certificates ?? []).slice(0, 2).map(der => readCertificate(der, options.subtle)),
  )
  const said = {
    name: person?.fullName ?? signature.name,
    time: printedTime(signature.time),
    meaning: meaningOf(signature.reason),
  }
  const findings: Finding[] = []
  if (!(await isUnchanged(file, signature, { cms, subtle: options.subtle }))) {
    findings.push(finding('changed', said))
  }
  const isPlaced = !options.first || signature === options.first || isBeside(signature, options.first)
  if (!isPlaced || !isOnlySigning(file, signature)) findings.push(finding('changed_between', said))
  if (!cms || !person || !(await isSigned(cms, person, options.subtle))) {
    findings.push(finding('signature_wrong', said))
  }
  if (person && person.fullName !== signature.name) findings.push(finding('name_differs', said))
  if (person && site) {
    findings.push(...(await certificateFindings({ person, site, said, time: signature.time }, options)))
  }
  const known = findings.length === 0 ? [finding('unchanged', said)] : findings
  return { said, written: signature, person, authority: site?.sha256, findings: known }
}

async function cmsOf({ contents }: PdfSignature, subtle: Subtle): Promise<ReadCms | undefined> {
  // Upper-case digits would say the same in other bytes.
  const field = contents.length > MOST_DIGITS || /[A-F]/.test(contents) ? undefined : fromHex(contents)
  return field && readCms(field, subtle)
}

/** The digest is that of everything up to the end of its save, but the string of the signature itself. */
async function isUnchanged(
  { bytes, revisions }: PdfFile,
  { range, contentsAt, contentsEnd, revision }: PdfSignature,
  { cms, subtle }: { cms: ReadCms | undefined; subtle: Subtle },
): Promise<boolean> {
  const end = revisions[revision]?.end ?? 0
  if (`${range}` !== `${[0, contentsAt, contentsEnd, end - contentsEnd]}` || !cms) return false
  const covered = new Uint8Array(contentsAt + end - contentsEnd)
  covered.set(bytes.subarray(0, contentsAt))
  covered.set(bytes.subarray(contentsEnd, end), contentsAt)
  return (await sha256Of(covered, subtle)) === hexOf(cms.digest)
}

async function isSigned(cms: ReadCms, { publicKey }: ReadCertificate, subtle: Subtle): Promise<boolean> {
  const data = await bytesToSign(cms, subtle)
  return ecdsaHolds({ data, signature: cms.signature, publicKey }, subtle)
}

interface Certified {
  readonly person: ReadCertificate
  readonly site: ReadCertificate
  readonly said: Said
  readonly time: string | undefined
}

async function certificateFindings(
  { person, site, said, time }: Certified,
  { subtle, now, trusted }: Options,
): Promise<Finding[]> {
  const areValid = (at: Date) => isValidAt(person, at) && isValidAt(site, at)
  const findings: Finding[] = []
  if (!(await isIssuedBy(person, site, subtle))) findings.push(finding('issuer_wrong', said))
  if (trusted !== undefined && trusted !== site.sha256) findings.push(finding('signer_unknown', site.sha256))
  if (time === undefined || !areValid(new Date(time))) findings.push(finding('not_valid_then', said))
  if (!areValid(now)) findings.push(finding('not_valid_now', said))
  return findings
}

/** The name of a meaning whose statement was signed; else the words that were. */
function meaningOf(reason: string): LocalizedText {
  const known = Object.values(meanings).find(({ statement }) => statementsOf(statement).includes(reason))
  return known?.name ?? verbatim(reason)
}

/** A statement as documents of each language say it. */
export function statementsOf(statement: LocalizedText): readonly string[] {
  return [statement.en, statement['zh-CN'], `${statement['zh-CN']} ${statement.en}`]
}

/** `2026-11-20 09:30:15 UTC+08:00`. */
function printedTime(time: string | undefined): string {
  return time === undefined ? '?' : `${time.slice(0, 10)} ${time.slice(11, 19)} UTC${time.slice(19)}`
}
