import { execFile } from 'node:child_process'
import { createHash, webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { ContentInfo, CryptoEngine, SignedData, setEngine } from 'pkijs'
import { openFonts, shippedFonts } from '#main/documents/fonts.ts'
import { bytesOf, PdfDocument } from '#main/documents/pdfkit.ts'
import { signCms } from '#main/documents/signing/cms.ts'
import type { SigningSite } from '#test/support/signing-site.ts'

setEngine('bench', new CryptoEngine({ name: 'bench', crypto: webcrypto as Crypto }))

const fonts = await openFonts(shippedFonts())

/** The words of a document, as a reader takes them out. */
export async function wordsOf(pdf: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'document.pdf'), '-'])
    return stdout.split('\n').map(line => line.replaceAll(/[\f\s]+/g, ' '))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same words by PDFKit alone, tagged and with the same font: no tables, no furniture, no check of characters. */
export function barePrint(words: readonly string[]): Promise<Uint8Array> {
  const document = new PdfDocument({
    ...{ size: 'A4', margin: 48, subset: 'PDF/A-3b', tagged: true, pdfVersion: '1.7', lang: 'zh-CN' },
    // PDFKit takes an open font; its types know of paths and bytes only.
    font: fonts.regular as unknown as string,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  })
  document.fontSize(8)
  for (const line of words) {
    document.addStructure(document.struct('P', () => void document.text(line === '' ? ' ' : line)))
  }
  return bytesOf(document)
}

/** A block of five lines, laid over a page by an incremental update, and a CMS: the libraries' calls alone. */
export async function bareSign(pdf: Uint8Array, site: SigningSite): Promise<Uint8Array> {
  const block = new PdfDocument({
    ...{ size: [162, 96], margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) } },
    font: fonts.regular as unknown as string,
  })
  block.fontSize(8)
  for (let line = 0; line < 5; line += 1) block.text('签署者 Signed by 林晓 Lin Xiao', 6, 5 + line * 12)
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const [appearance] = await document.embedPdf(await bytesOf(block))
  await appearance?.embed()
  const saved = await document.save({ useObjectStreams: false, updateFieldAppearances: false })
  const digest = Uint8Array.from(createHash('sha256').update(saved).digest())
  const certificates = [site.investigator.certificate, site.authority.certificate] as const
  return signCms({ digest, certificates }, site.investigator.privateKey)
}

/** SHA-256 over what was signed, and the CMS verified by pkijs: nothing else is looked at. */
export async function bareVerify(pdf: Uint8Array): Promise<boolean> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1')
  const [, start = 0, from = 0, length = 0] = (/\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(text) ?? []).map(
    Number,
  )
  const cms = Buffer.from(text.slice(start + 1, from - 1), 'hex')
  const data = Uint8Array.from(Buffer.concat([pdf.subarray(0, start), pdf.subarray(from, from + length)]))
  const signed = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(cms)).content })
  return signed.verify({ signer: 0, data: data.buffer, checkChain: false })
}
