import { hash, webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { shippedFonts } from '#main/documents/fonts.ts'
import { type RenderedDocument, renderDocument } from '#main/documents/render.ts'
import { signPdf } from '#main/documents/signing/sign-pdf.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import type { SignatureHeader } from '#shared/core/signatures/record.ts'
import { type PdfOptions, verifyPdf } from '#shared/verify/verify-pdf.ts'
import { eligibilityPayload } from './document-payloads.ts'
import { headerAt, SIGNED_AT, type Signer, type SigningSite, sealAt } from './signing-site.ts'

const fonts = shippedFonts()

/** A rendered document whose record an investigator of the site has sealed; the file is not signed yet. */
export async function sealedDocument(site: SigningSite, language: DocumentLanguage = 'bilingual') {
  const payload = eligibilityPayload('eligible', { language })
  if (payload.content.kind !== 'eligibility') throw new Error('another document')
  const seal = await sealAt(site, payload.content.subject)
  const sealed: DocumentPayload = {
    ...payload,
    createdAt: SIGNED_AT,
    authority: authorityOf(site),
    content: { ...payload.content, seal },
  }
  return { payload: sealed, header: seal.header, rendered: await renderDocument(sealed, { fonts }) }
}

export function authorityOf({ authority }: SigningSite): Sha256 {
  return Sha256.parse(hash('sha256', authority.certificate))
}

interface Signing {
  readonly rendered: Pick<RenderedDocument, 'slots'>
  readonly signer: Signer
  readonly header: SignatureHeader
  readonly isFirst: boolean
}

/** Puts one signature under a file. */
export function signFile(pdf: Uint8Array, site: SigningSite, signing: Signing): Promise<Uint8Array> {
  const { rendered, signer, header, isFirst } = signing
  const slot = rendered.slots[isFirst ? 0 : header.meaning.code === 'withdrawal' ? 2 : 1]
  if (!slot) throw new Error('no slot')
  return signPdf(pdf, {
    slot,
    fieldName: `signature-${header.meaning.code}`,
    block: { header, language: 'bilingual' },
    certificates: [signer.certificate, site.authority.certificate],
    privateKey: signer.privateKey,
    fonts,
    isFirst,
  })
}

/** A document that its investigator signed, as it is filed. */
export async function signedDocument(site: SigningSite) {
  const sealed = await sealedDocument(site)
  const { rendered, header } = sealed
  const pdf = await signFile(rendered.pdf, site, {
    rendered,
    signer: site.investigator,
    header,
    isFirst: true,
  })
  /** The same with one more signature of the principal investigator. */
  const signedAgain = (file: Uint8Array, meaning: Meaning, from: SigningSite = site) => {
    const signer = from.principal
    return signFile(file, from, {
      rendered,
      signer,
      header: headerAt(from, { signer, meaning }),
      isFirst: false,
    })
  }
  return { ...sealed, pdf, signedAgain }
}

/** Verifies as a reader with Node would, a few days after it was signed. */
export function verified(pdf: Uint8Array, options: Partial<PdfOptions> = {}) {
  const unpack = promisify(inflate)
  return verifyPdf(pdf, {
    subtle: webcrypto.subtle,
    inflate: (bytes, most) => unpack(bytes, { maxOutputLength: most }),
    now: new Date('2026-11-24T12:00:00Z'),
    ...options,
  })
}
