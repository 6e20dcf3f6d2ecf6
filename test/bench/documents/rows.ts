import { shippedFonts } from '#main/documents/fonts.ts'
import { renderDocument } from '#main/documents/render.ts'
import { eligibilityPayload } from '#test/support/document-payloads.ts'
import { authorityOf, sealedDocument, signFile, verified } from '#test/support/signed-document.ts'
import { signingSite } from '#test/support/signing-site.ts'
import { compare, ratioOf } from '../measure.ts'
import type { Row } from '../table.ts'
import { barePrint, bareSign, bareVerify, wordsOf } from './bare.ts'
import { signBatch } from './batch.ts'

/** An eligibility assessment printed, signed and verified, each beside the bare calls of the libraries. */
export async function documentRows(rounds: number, batch: number): Promise<Row[]> {
  const fonts = shippedFonts()
  const site = await signingSite()
  const payload = eligibilityPayload('eligible', { language: 'bilingual' })
  const { header, rendered } = await sealedDocument(site)
  const sign = () =>
    signFile(rendered.pdf, site, { rendered, header, signer: site.investigator, isFirst: true })
  const signed = await sign()
  const authority = authorityOf(site)
  const words = await wordsOf(rendered.pdf)
  return [
    {
      work: 'eligibility assessment printed, unsigned, bilingual',
      beside: 'PDFKit alone, the same words',
      ratio: await compare(
        () => renderDocument(payload, { fonts }),
        () => barePrint(words),
        rounds,
      ),
      aim: 1.5,
    },
    {
      work: 'the same signed (PAdES-B-B, visible block)',
      beside: 'the same libraries, block and CMS alone',
      ratio: await compare(sign, () => bareSign(rendered.pdf, site), rounds),
      aim: 1.5,
    },
    {
      work: 'the same verified, altogether',
      beside: 'pkijs, the CMS of the signature alone',
      ratio: await compare(
        () => verified(signed, { authority }),
        () => bareVerify(signed),
        rounds,
      ),
      aim: 1.5,
    },
    {
      work: `${batch} decisions signed in one sitting, each with its PDF, kept and in the trail`,
      beside: 'the bare calls, as often',
      ratio: ratioOf([{ ours: await signBatch(batch), other: await bareBatch(batch) }]),
      aim: 1.5,
    },
  ]

  async function bareBatch(count: number): Promise<number> {
    const start = performance.now()
    for (let done = 0; done < count; done += 1) {
      await barePrint(words)
      await bareSign(rendered.pdf, site)
    }
    return performance.now() - start
  }
}
