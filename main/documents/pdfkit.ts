/// <reference types="pdfkit" />
import BrowserDocument from '../../node_modules/pdfkit/js/pdfkit.browser.mjs'

/** A document that is being written. */
export type Pdf = PDFKit.PDFDocument

/**
 * PDFKit as it is built for browsers. It deflates in JavaScript, so that the bytes do not depend on whose zlib runs
 * (Node and Electron each have their own), and it reads no file beside its module, which would be missing once bundled.
 */
export const PdfDocument: new (options: PDFKit.PDFDocumentOptions) => Pdf = BrowserDocument

/** The bytes of a document once it has ended. */
export function bytesOf(document: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', chunk => chunks.push(chunk as Uint8Array))
    document.on('error', reject)
    document.on('end', () => resolve(joined(chunks)))
    document.end()
  })
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
