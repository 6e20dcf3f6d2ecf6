import { ArchiveUnreadable, type GivenFile, readArchive } from './export/archive.ts'
import { finding } from './findings.ts'
import type { Inflate } from './pdf/record.ts'
import { failedExport, verifyExport } from './verify-export.ts'
import { type PdfOptions, type PdfReport, verifyPdf } from './verify-pdf.ts'

export interface FilesOptions extends PdfOptions {
  /** Inflates bytes that have no header of zlib's format: those of a ZIP. */
  readonly inflateRaw: Inflate
}

/** Verifies what was given as one: a signed PDF, an exported ZIP, or the files of an exported folder. */
export async function verifyFiles(files: readonly GivenFile[], options: FilesOptions): Promise<PdfReport> {
  const [only] = files
  if (files.length !== 1 || only === undefined) return verifyExport(files, options)
  const bytes = await only.read()
  return isZip(bytes) ? verifyZip(bytes, options) : verifyPdf(bytes, options)
}

/** Verifies an exported ZIP. Never throws, whatever the bytes are. */
async function verifyZip(bytes: Uint8Array, options: FilesOptions): Promise<PdfReport> {
  try {
    return await verifyExport(readArchive(bytes, options.inflateRaw), options)
  } catch (error) {
    if (!(error instanceof ArchiveUnreadable)) throw error
    return failedExport(finding('archive_unreadable', error.what))
  }
}

/** By the letters that every ZIP begins with, an empty one included. */
function isZip([p, k, third]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5)
}
