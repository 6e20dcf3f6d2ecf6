import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { type Finding, finding } from '../findings.ts'
import { type PdfOptions, verifyPdf } from '../verify-pdf.ts'
import type { GivenFile } from './archive.ts'

interface Listed {
  readonly content: ExportManifest
  /** Of the site that signed the list. */
  readonly authority: Sha256 | null
}

/** Of a dossier: whether each signed document holds by its own signatures too, of the same site. */
export async function documentFindings(
  files: ReadonlyMap<string, GivenFile>,
  { content, authority }: Listed,
  options: PdfOptions,
): Promise<Finding[]> {
  if (content.format !== 'dossier') return []
  const paths = content.files
    .map(({ path }) => path)
    .filter(path => path.startsWith('documents/') && path.endsWith('.pdf'))
  if (paths.length === 0) return []
  const failing: Finding[] = []
  for (const path of paths) {
    const bytes = await files.get(path)?.read()
    const report = bytes && (await verifyPdf(bytes, options))
    if (report === undefined || report.verdict === 'fails' || report.authority !== authority)
      failing.push(finding('document_fails', path))
  }
  return failing.length === 0 ? [finding('documents_hold', paths.length)] : failing
}
