/// <reference types="pdfkit" />
// PDFKit exports its browser build to bundlers alone, and linebreak ships no types. Declared here is only what we use.
declare module '*/pdfkit.browser.mjs' {
  const PdfDocument: new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument
  // biome-ignore lint/style/noDefaultExport: as the package has it
  export default PdfDocument
}

declare module 'linebreak' {
  // biome-ignore lint/style/noDefaultExport: as the package has it
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
