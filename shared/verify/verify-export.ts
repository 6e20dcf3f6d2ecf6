import canonicalize from 'canonicalize'
import { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { sha256Of, utf8Text } from './bytes.ts'
import type { GivenFile } from './export/archive.ts'
import { documentFindings } from './export/documents.ts'
import { isOfSystem } from './export/paths.ts'
import { trailFindings } from './export/trail.ts'
import { type Finding, finding } from './findings.ts'
import { type PdfOptions, type PdfReport, verifyPdf } from './verify-pdf.ts'

/** What was found about a folder or a ZIP: the signed list first, then every file against it. */
export interface ExportReport extends PdfReport {
  /** What the signed list says; null where there is none. */
  readonly content: ExportManifest | null
  readonly counts: {
    readonly listed: number
    readonly missing: number
    readonly changed: number
    readonly extra: number
  }
}

const MANIFEST = 'manifest.pdf'
const CONTENT = 'manifest.json'

/** Whether files are an export rather than single documents. */
export function isExport(paths: readonly string[]): boolean {
  return paths.length > 1 && paths.some(path => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
}

/** Compares every file with the signed list among them. Never throws, whatever the files are. */
export async function verifyExport(given: readonly GivenFile[], options: PdfOptions): Promise<ExportReport> {
  const files = belowManifest(given)
  const list = files.get(MANIFEST)
  if (list === undefined) return failedExport(finding('manifest_missing'))
  const pdf = await bytesOf(list)
  if (pdf === undefined) return failedExport(finding('file_unreadable', MANIFEST))
  const manifest = await verifyPdf(pdf, options)
  const content = contentOf(manifest)
  if (content === null) return failedExport(...manifest.findings, finding('not_a_manifest'))
  const compared = await compare(files, content, options)
  const { missing, changed, extra, findings } = compared
  const isWhole = missing + changed + extra === 0
  const inside = isWhole
    ? [
        ...(await documentFindings(files, { content, authority: manifest.authority }, options)),
        ...(await trailFindings(files, content, options)),
      ]
    : []
  const all = [...manifest.findings, ...findings, ...inside]
  return {
    ...manifest,
    verdict: all.some(({ level }) => level === 'bad') ? 'fails' : manifest.verdict,
    ...{ findings: all, content },
    counts: { listed: content.files.length, missing, changed, extra },
  }
}

/** A folder may be given with its own name before every path: what counts is where its list lies. */
function belowManifest(given: readonly GivenFile[]): Map<string, GivenFile> {
  const [shortest] = given
    .map(({ path }) => path)
    .filter(path => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
    .toSorted((a, b) => a.length - b.length)
  const root = shortest?.slice(0, -MANIFEST.length) ?? ''
  return new Map(
    given.map(file => [file.path.startsWith(root) ? file.path.slice(root.length) : `../${file.path}`, file]),
  )
}

function contentOf({ record }: PdfReport): ExportManifest | null {
  if (record === null) return null
  const { content } = JSON.parse(record.text) as { content?: unknown }
  return ExportManifest.safeParse(content).data ?? null
}

async function compare(
  files: ReadonlyMap<string, GivenFile>,
  content: ExportManifest,
  options: Pick<PdfOptions, 'subtle'>,
) {
  const found: Finding[] = []
  let [missing, changed] = [0, 0]
  for (const { path, sha256 } of content.files) {
    const state = await stateOf(files.get(path), sha256, options)
    if (state === 'same') continue
    if (state === 'missing') missing += 1
    else changed += 1
    found.push(finding(state === 'missing' ? 'file_missing' : 'file_changed', path))
  }
  const extras = extraOf(files, content)
  found.push(...extras)
  found.push(...(await jsonFindings(files.get(CONTENT), content)))
  const extra = extras.filter(({ level }) => level === 'bad').length
  const isWhole = missing + changed + extra === 0
  const findings = isWhole
    ? [finding('files_complete', content.files.length, extras.length), ...found]
    : found
  return { missing, changed, extra, findings }
}

async function stateOf(
  file: GivenFile | undefined,
  sha256: Sha256,
  { subtle }: Pick<PdfOptions, 'subtle'>,
): Promise<'same' | 'missing' | 'changed'> {
  if (file === undefined) return 'missing'
  const bytes = await bytesOf(file)
  if (bytes === undefined) return 'changed'
  return (await sha256Of(bytes, subtle)) === sha256 ? 'same' : 'changed'
}

function extraOf(files: ReadonlyMap<string, GivenFile>, { files: listed }: ExportManifest): Finding[] {
  const known = new Set([MANIFEST, CONTENT, ...listed.map(({ path }) => path)])
  return [...files.keys()]
    .filter(path => !known.has(path))
    .map(path => finding(isOfSystem(path) ? 'file_of_system' : 'file_extra', path))
}

/** The content for machines has to be that of the signed list to the byte: readers differ in what a field named twice means. */
async function jsonFindings(file: GivenFile | undefined, content: ExportManifest): Promise<Finding[]> {
  if (file === undefined) return [finding('file_missing', CONTENT)]
  const bytes = await bytesOf(file)
  return bytes && textOf(bytes) === canonicalize(content) ? [] : [finding('content_differs')]
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8Text(bytes)
  } catch {
    return undefined
  }
}

async function bytesOf(file: GivenFile): Promise<Uint8Array | undefined> {
  try {
    return await file.read()
  } catch {
    return undefined
  }
}

/** The report of what cannot be compared with any list. */
export function failedExport(...findings: readonly Finding[]): ExportReport {
  const counts = { listed: 0, missing: 0, changed: 0, extra: 0 }
  const nothing = { signatures: [], document: null, record: null, authority: null, content: null }
  return { verdict: 'fails', findings, ...nothing, counts }
}
