import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { Content } from './content/content.ts'
import { ATTACHMENT } from './content/identity.ts'
import { contentOf } from './content/index.ts'
import type { OpenFonts } from './fonts.ts'
import { type DocumentFonts, forgetGlyphs, openFonts } from './fonts.ts'
import { furnitureOf, landscape, portrait } from './furniture.ts'
import { draw } from './layout/draw.ts'
import { layOut } from './layout/lay-out.ts'
import { noGlyph, typefaceOf, unprintable } from './layout/typeface.ts'
import { bytesOf, type Pdf, PdfDocument } from './pdfkit.ts'
import type { SignatureSlot } from './signature-slot.ts'
import { type Speech, speechOf } from './speech.ts'

/** A document as it is before anybody signs the file. */
export interface RenderedDocument {
  readonly pdf: Uint8Array
  /** The canonical JSON of the payload (RFC 8785), as attached. */
  readonly text: string
  /** Of `text` in UTF-8. */
  readonly sha256: Sha256
  /** For the signer, the countersigner and a withdrawal. */
  readonly slots: readonly SignatureSlot[]
}

interface RenderOptions {
  readonly fonts: DocumentFonts
  /** Marks each page as a preview. */
  readonly preview?: boolean
}

/**
 * Prints a payload. The same payload gives the same bytes, on every machine.
 *
 * A verifier finds the record as the associated file `lobule-document.json`, and the SHA-256 of its bytes, 64
 * lower-case digits, in two places: as `LobuleSha256` in the Info dictionary, and as the ActualText of the paragraph
 * that prints it.
 */
export async function renderDocument(
  given: DocumentPayload,
  options: RenderOptions,
): Promise<RenderedDocument> {
  const fonts = await openFonts(options.fonts)
  forgetGlyphs(fonts)
  checkCharacters(given, fonts)
  const text = canonicalize(given) ?? ''
  const payload = inOrder(text)
  const sha256 = Sha256.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
  const speech = speechOf(payload.language)
  const content = contentOf(speech, payload)
  const sheet = content.isLandscape ? landscape : portrait
  const typeface = typefaceOf(fonts)
  const layout = layOut(content.blocks(sha256, { sheet, typeface }), sheet, typeface)
  const pdf = startPdf(payload, sha256, { content, speech })
  const { title, about } = content
  const sheets = { payload, sha256, title, about, preview: options.preview === true }
  const furniture = furnitureOf(sheets, sheet, { speech, typeface, pages: layout.pages.length })
  draw({ pdf, fonts, sheet, title: speech.plain(title) }, layout, furniture)
  attach(pdf, text, payload)
  return { pdf: await bytesOf(pdf), text, sha256, slots: layout.slots }
}

/** The record as a verifier reads it: facts are printed in the order of their attributes, which the text alone decides. */
function inOrder(text: string): DocumentPayload {
  return DocumentPayload.parse(JSON.parse(text))
}

/** Refuses what no font has before anything is laid out, and says where it stands. */
function checkCharacters(value: unknown, fonts: OpenFonts, path = ''): void {
  if (typeof value === 'string') {
    const char = unprintable(value, fonts)
    if (char !== undefined) throw noGlyph(path, char)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    checkCharacters(inner, fonts, at)
  }
}

function startPdf(
  payload: DocumentPayload,
  sha256: Sha256,
  { content, speech }: { content: Content; speech: Speech },
): Pdf {
  const at = new Date(payload.createdAt)
  const { version, build } = payload.application
  const info = {
    Title: metadata([speech.plain(content.title), ...content.about].join(' · ')),
    Author: metadata(`${payload.createdBy.fullName}, ${payload.site.name}`),
    Subject: metadata(`${payload.id}`),
    Keywords: 'Lobule',
    Creator: 'Lobule',
    Producer: metadata(`Lobule ${version}${build === null ? '' : ` (${build})`}, PDFKit`),
    CreationDate: at,
    ModDate: at,
    LobuleSha256: sha256,
  }
  const pdf = new PdfDocument({
    font: '',
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    displayTitle: true,
    lang: speech.main,
    info,
  })
  pdf.appendXML(modified(at))
  return pdf
}

/** PDFKit writes metadata into XML as it is, and both places have to say the same. */
function metadata(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞')
}

/** PDF/A wants the date of change in the XMP as well as in the Info dictionary. */
function modified(at: Date): string {
  const time = `${at.toISOString().slice(0, 19)}Z`
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${time}</xmp:ModifyDate></rdf:Description>`
}

function attach(pdf: Pdf, text: string, payload: DocumentPayload): void {
  const at = new Date(payload.createdAt)
  const file = {
    name: ATTACHMENT,
    type: 'application/json',
    description: `${payload.id}: canonical JSON of what this document prints`,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Source',
  }
  pdf.file(Buffer.from(text, 'utf8'), file)
}
