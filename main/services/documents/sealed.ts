import type { DocumentContent } from '#shared/core/documents/payload.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'

/** What the signature under a subject prints; undefined for one that is added to a document that there is. */
export function sealedContent(subject: Subject, seal: Seal | null): DocumentContent | undefined {
  switch (subject.kind) {
    case 'eligibility':
      return { kind: subject.kind, subject, seal }
    case 'causality':
      return { kind: subject.kind, subject, seal }
    case 'configuration':
      return { kind: subject.kind, subject, seal }
    case 'countersignature':
    case 'withdrawal':
    case 'document':
      return undefined
  }
}
