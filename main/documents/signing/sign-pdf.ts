import { createHash } from 'node:crypto'
import {
  PDFArray,
  type PDFContext,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import { type DocumentFonts, openFonts } from '../fonts.ts'
import type { SignatureSlot } from '../signature-slot.ts'
import { signCms } from './cms.ts'
import { drawBlock, inLanguage, type SignatureBlock } from './signature-block.ts'

/** What a PDF is signed with, and where. */
export interface PdfSigning {
  readonly slot: SignatureSlot
  /** Unique in the document. */
  readonly fieldName: string
  readonly block: SignatureBlock
  /** The signer's certificate, then the site's; DER. */
  readonly certificates: readonly [Uint8Array, ...Uint8Array[]]
  /** PKCS#8; the caller zeroes it. */
  readonly privateKey: Uint8Array
  readonly fonts: DocumentFonts
  /** The first signature says that only signatures may follow (DocMDP, P 2). */
  readonly isFirst: boolean
}

/** Room for the CMS, which takes some 1,500 bytes where names are of usual length. */
const RESERVED_BYTES = 8192
/** Wide enough for any offset; replaced once the offsets are known. */
const PLACEHOLDER = '**********'
const PRINTED_AND_LOCKED = 4 + 128
const SIGNATURES_EXIST_APPEND_ONLY = 3
const ONLY_SIGNATURES_MAY_FOLLOW = 2

/**
 * Signs a PDF visibly (PAdES-B-B) by an incremental update: every byte that was there stays, so that earlier signatures
 * hold.
 */
export async function signPdf(pdf: Uint8Array, signing: PdfSigning): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const signature = signatureDictionary(document.context, signing)
  const widget = await addWidget(document, signature, signing)
  const form = document.catalog.getOrCreateAcroForm()
  form.dict.set(PDFName.of('SigFlags'), PDFNumber.of(SIGNATURES_EXIST_APPEND_ONLY))
  form.addField(widget)
  if (signing.isFirst) document.catalog.set(PDFName.of('Perms'), document.context.obj({ DocMDP: signature }))
  const saved = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }))
  if (!saved.subarray(0, pdf.length).equals(pdf)) throw new Error('the update changed what was there')
  return sealed(saved, pdf.length, signing)
}

function signatureDictionary(context: PDFContext, { block, isFirst }: PdfSigning): PDFRef {
  const { signer, meaning, signedAt } = block.header
  const dictionary = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER],
    Contents: PDFHexString.of('0'.repeat(2 * RESERVED_BYTES)),
    M: PDFString.of(pdfTime(signedAt)),
    Name: PDFHexString.fromText(signer.fullName),
    Reason: PDFHexString.fromText(inLanguage(meaning.statement, block.language)),
    Prop_Build: { App: { Name: 'Lobule' } },
    ...(isFirst && { Reference: [docMdp(context)] }),
  })
  return context.register(dictionary)
}

function docMdp(context: PDFContext) {
  return context.obj({
    Type: 'SigRef',
    TransformMethod: 'DocMDP',
    TransformParams: { Type: 'TransformParams', P: ONLY_SIGNATURES_MAY_FOLLOW, V: '1.2' },
  })
}

async function addWidget(document: PDFDocument, signature: PDFRef, signing: PdfSigning): Promise<PDFRef> {
  const { slot, fieldName, block } = signing
  const [x, y, width, height] = slot.rect
  const drawn = await drawBlock(block, { width, height, fonts: await openFonts(signing.fonts) })
  const [appearance] = await document.embedPdf(drawn)
  await appearance?.embed()
  const page = pageAt(document, slot.page)
  const { signer, meaning } = block.header
  const widget = document.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    F: PRINTED_AND_LOCKED,
    Rect: [x, y, x + width, y + height],
    AP: { N: appearance?.ref },
    T: PDFHexString.fromText(fieldName),
    TU: PDFHexString.fromText(`${signer.fullName}: ${inLanguage(meaning.statement, block.language)}`),
    V: signature,
    P: page.ref,
  })
  const reference = document.context.register(widget)
  annotate(page, reference)
  return reference
}

/** Touches nothing else of the page: the library's own way rewrites content and resources, which nobody signed for. */
function annotate({ node }: PDFPage, widget: PDFRef): void {
  const key = PDFName.of('Annots')
  const earlier = node.lookupMaybe(key, PDFArray)?.asArray() ?? []
  node.set(key, node.context.obj([...earlier, widget]))
}

function pageAt(document: PDFDocument, index: number): PDFPage {
  const page = document.getPages()[index]
  if (!page) throw new Error(`the document has no page ${index + 1}`)
  return page
}

/** Writes what is covered, and the signature over it, into the room that was kept for them. */
async function sealed(saved: Buffer, from: number, signing: PdfSigning): Promise<Uint8Array> {
  const start = saved.indexOf(`<${'0'.repeat(2 * RESERVED_BYTES)}>`, from)
  const end = start + 2 * RESERVED_BYTES + 2
  const rangeAt = saved.indexOf('/ByteRange', from)
  const rangeEnd = saved.indexOf(']', rangeAt)
  const range = `/ByteRange [0 ${start} ${end} ${saved.length - end}`
  if (start < 0 || rangeAt < 0 || range.length > rangeEnd - rangeAt)
    throw new Error('no room for a signature')
  saved.write(range.padEnd(rangeEnd - rangeAt), rangeAt, 'latin1')
  const digest = createHash('sha256').update(saved.subarray(0, start)).update(saved.subarray(end)).digest()
  const cms = await signCms({ digest, certificates: signing.certificates }, signing.privateKey)
  if (cms.length > RESERVED_BYTES) throw new Error('the signature is larger than the room that was kept')
  saved.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1')
  return new Uint8Array(saved)
}

/** `D:20261120093015+08'00'`: the same instant with the same offset as in the signed record. */
function pdfTime(time: OffsetDateTime): string {
  const digits = time.slice(0, 19).replace(/[-:T]/g, '')
  const offset = /[+-]\d{2}:\d{2}$/.exec(time)?.[0] ?? '+00:00'
  return `D:${digits}${offset.replace(':', "'")}'`
}
