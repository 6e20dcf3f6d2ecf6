import type { Sha256 } from '#shared/core/ids.ts'
import type { PdfOptions, PdfReport } from '#shared/verify/verify-pdf.ts'
import type { Given } from './given.ts'
import { inflateAs } from './inflate.ts'

/** What is known of the site whose signature is expected: a certificate in DER, or its fingerprint. */
export type Expected = Uint8Array | Sha256 | undefined

/** Verifies a PDF, a ZIP or a folder in this page. The verifier is loaded when the first file comes; nothing leaves the page. */
export async function checkGiven({ files }: Given, authority: Expected): Promise<PdfReport> {
  const { verifyFiles } = await import('#shared/verify/verify-files.ts')
  return verifyFiles(files, { ...tools, now: new Date(), authority })
}

const tools = {
  subtle: crypto.subtle,
  inflate: inflateAs('deflate'),
  inflateRaw: inflateAs('deflate-raw'),
} satisfies Partial<PdfOptions> & { inflateRaw: unknown }
