import type { Finding } from '#shared/verify/findings.ts'
import { carriedHeads, headFindings } from '#shared/verify/trail-heads.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'
import type { Api } from '../../api/api.tsx'

/** Compares the entry that a signed file was made beside with the trail of this store; nothing where it is of another. */
export async function besideTrail(report: PdfReport, { audit }: Api): Promise<readonly Finding[]> {
  const carried = carriedHeads(report)
  if (carried === undefined) return []
  const { storeId, authority, heads } = carried
  return headFindings(await audit.holdsHead({ storeId, authority, heads: [...heads] }))
}
