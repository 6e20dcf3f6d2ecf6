import { z } from 'zod'
import { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import { TrailExtract } from '#shared/core/documents/payload.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { Seal } from '#shared/core/signatures/record.ts'
import { type Finding, finding } from './findings.ts'
import type { PdfReport } from './verify-pdf.ts'

/** What a signed document says of the trail that it was made beside. */
export interface CarriedHeads {
  /** Null where the document does not name its store; then the certificate tells whose it is. */
  readonly storeId: string | null
  readonly authority: Sha256 | null
  readonly heads: readonly { readonly seq: number; readonly hash: Sha256 }[]
}

/** What the store says of them: see `audit.holdsHead`. */
export interface HeldHeads {
  readonly isThisSite: boolean
  readonly heads: readonly { readonly seq: number; readonly result: 'holds' | 'differs' | 'beyond' }[]
}

const Content = z.union([
  z.looseObject({ seal: Seal }),
  z.looseObject({ kind: z.literal('export_manifest'), trail: ExportManifest.shape.trail }),
  z.looseObject({ kind: z.literal('trail_extract'), verification: TrailExtract.shape.verification }),
])
const Carrying = z.looseObject({ content: Content })

/** The heads of the trail in a file whose signatures are whole; undefined where it carries none, or nothing of it can be trusted. */
export function carriedHeads({ verdict, record, authority }: PdfReport): CarriedHeads | undefined {
  if (verdict === 'fails' || record === null) return undefined
  const carrying = Carrying.safeParse(parsed(record.text)).data
  if (carrying === undefined) return undefined
  const { content } = carrying
  if ('seal' in content) {
    const { site, trail } = (content.seal as Seal).header
    return { storeId: site.storeId, authority, heads: [trail] }
  }
  const heads = 'trail' in content ? [content.trail as CarriedHeads['heads'][number]] : extractHead(content)
  return heads.length === 0 ? undefined : { storeId: null, authority, heads }
}

/** What was found by comparing a signed document with the trail of this store; nothing where it is of another. */
export function headFindings({ isThisSite, heads }: HeldHeads): Finding[] {
  if (!isThisSite) return []
  return heads.map(({ seq, result }) => finding(sentences[result], seq))
}

const sentences = { holds: 'trail_has_it', differs: 'trail_differs', beyond: 'trail_is_behind' } as const

function extractHead(content: Record<string, unknown>): CarriedHeads['heads'] {
  const { entries, head } = TrailExtract.shape.verification.parse(content['verification'])
  return head === null ? [] : [{ seq: entries, hash: head }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
