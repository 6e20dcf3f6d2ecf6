import type { DocumentKind } from '#shared/core/documents/payload.ts'

/** What the name of a file of the site file is made of; never a person's name. */
export interface Named {
  readonly siteNumber: string
  readonly screeningNumber: string | undefined
  readonly kind: DocumentKind
  readonly protocol: string | null
  /** Day or time of the document, by the site's clock. */
  readonly createdAt: string
  readonly id: string
  readonly revision: number
}

/** Such as `01_TR-002_eligibility_NCT05106972_20261122_3f9a1c20_r1.pdf`: safe on every system that files are kept on. */
export function fileName(document: Named): string {
  const { siteNumber, screeningNumber, kind, protocol, createdAt, id, revision } = document
  const parts = [
    siteNumber,
    ...(screeningNumber === undefined ? [] : [screeningNumber]),
    kind.replaceAll('_', '-'),
    ...(protocol === null ? [] : [protocol]),
    createdAt.slice(0, 10).replaceAll('-', ''),
    id.replaceAll('-', '').slice(-8),
    `r${revision}`,
  ]
  return `${parts.map(safePart).join('_')}.pdf`
}

/** Letters and digits of any script, dots and dashes; the underscore only parts the parts. */
export function safePart(part: string): string {
  const kept = part
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  return kept === '' ? 'x' : kept.slice(0, 60)
}
