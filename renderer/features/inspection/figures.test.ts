import { describe, expect, it } from 'vitest'
import { DocumentSummary } from '#shared/api/documents.ts'
import { isUnsigned, needsAttention } from './figures.ts'

const document = (kind: DocumentSummary['kind'], signature: string | null) =>
  DocumentSummary.parse({
    ...{ id: 'd', kind, patientId: null, protocolId: null, language: 'en' },
    ...{ createdAt: '2026-11-22T10:00:00+08:00', createdBy: 'Chen Wei' },
    revisions: [
      { revision: 1, sha256: 'a'.repeat(64), bytes: 1, enteredAt: '2026-11-22T10:00:00+08:00', signature },
    ],
  })

describe('a document', () => {
  it.each([
    ['trail_extract', null, true],
    ['trail_extract', 'signature', false],
    ['site_certificate', null, false],
    ['visit_worksheet', null, false],
  ] as const)('%s with signature %s waits for one here: %s', (kind, signature, waits) =>
    expect(isUnsigned(document(kind, signature))).toBe(waits),
  )
})

describe('a signature', () => {
  it.each([
    ['current', false],
    ['withdrawn', false],
    ['not_current', true],
    ['expired', true],
    ['awaiting_countersignature', true],
  ] as const)('that is %s will be asked about: %s', (status, asked) =>
    expect(needsAttention({ status })).toBe(asked),
  )
})
