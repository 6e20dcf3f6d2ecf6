import type { Sha256 } from '#shared/core/ids.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'

/** What is known of the site whose signature is expected: a certificate in DER, or its fingerprint. */
export type Expected = Uint8Array | Sha256 | undefined

/** Verifies a file in this page. The verifier is loaded when the first file comes; nothing leaves the page. */
export async function checkFile(file: File, authority: Expected): Promise<PdfReport> {
  const { verifyPdf } = await import('#shared/verify/verify-pdf.ts')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return verifyPdf(bytes, { subtle: crypto.subtle, inflate, now: new Date(), authority })
}

/** As the browser inflates; ends where a small stream would grow beyond all measure. */
async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream('deflate'))
  const pieces: Uint8Array[] = []
  let length = 0
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) throw new Error('inflates to more than it may')
    pieces.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
