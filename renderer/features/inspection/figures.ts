import type { DocumentSummary } from '#shared/api/documents.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'

/** What the record of a site holds, as the engine listed it. */
export interface InspectedRecord {
  readonly documents: readonly DocumentSummary[]
  readonly signatures: readonly SignatureSummary[]
  readonly deviations: readonly Deviation[]
  readonly events: readonly ListedEvent[]
}

/** How much there is about one patient, and how much of it a reader will ask about. */
export interface Figures {
  readonly documents: number
  readonly unsigned: number
  readonly current: number
  /** Signatures that no longer cover current data, have run out, or wait for a second one. */
  readonly attention: number
  readonly deviations: number
  readonly important: number
  readonly unassessed: number
  readonly events: number
  readonly serious: number
  /** Reports of events whose deadline has passed. */
  readonly overdue: number
}

/** Of one patient, or of the whole site where it is undefined. */
export function recordOf(record: InspectedRecord, patientId: PatientId | undefined): InspectedRecord {
  if (patientId === undefined) return record
  const isOf = (one: { readonly patientId: PatientId | null }) => one.patientId === patientId
  return {
    documents: record.documents.filter(isOf),
    signatures: record.signatures.filter(isOf),
    deviations: record.deviations.filter(isOf),
    events: record.events.filter(isOf),
  }
}

/** Counts of a record. */
export function figuresOf({ documents, signatures, deviations, events }: InspectedRecord): Figures {
  const clocks = events.flatMap(event => event.clocks)
  return {
    documents: documents.length,
    unsigned: documents.filter(isUnsigned).length,
    current: signatures.filter(({ status }) => status === 'current').length,
    attention: signatures.filter(needsAttention).length,
    deviations: deviations.length,
    important: deviations.filter(({ note }) => note?.class === 'important').length,
    unassessed: deviations.filter(({ note }) => note === null).length,
    events: events.length,
    serious: events.filter(({ content }) => isSerious(content)).length,
    overdue: clocks.filter(({ state }) => state === 'overdue').length,
  }
}

/** The figures of every patient in one pass, for a list of thousands. */
export function figuresByPatient(record: InspectedRecord): ReadonlyMap<PatientId, Figures> {
  const parts = new Map<PatientId, Parts>()
  const partsOf = (id: PatientId) => {
    const known = parts.get(id) ?? { documents: [], signatures: [], deviations: [], events: [] }
    parts.set(id, known)
    return known
  }
  for (const one of record.documents) if (one.patientId) partsOf(one.patientId).documents.push(one)
  for (const one of record.signatures) if (one.patientId) partsOf(one.patientId).signatures.push(one)
  for (const one of record.deviations) partsOf(one.patientId).deviations.push(one)
  for (const one of record.events) partsOf(one.patientId).events.push(one)
  return new Map([...parts].map(([id, of]) => [id, figuresOf(of)]))
}

type Parts = { -readonly [K in keyof InspectedRecord]: InspectedRecord[K][number][] }

/** The page of the certificate is compared with the screen, a worksheet filled in: both are signed by hand. */
const ON_PAPER: ReadonlySet<DocumentSummary['kind']> = new Set(['site_certificate', 'visit_worksheet'])

export function isSignedOnPaper({ kind }: Pick<DocumentSummary, 'kind'>): boolean {
  return ON_PAPER.has(kind)
}

/** Nobody has signed a document that is made to be signed here. */
export function isUnsigned(document: Pick<DocumentSummary, 'kind' | 'revisions'>): boolean {
  return !isSignedOnPaper(document) && document.revisions.every(({ signature }) => signature === null)
}

export function needsAttention({ status }: Pick<SignatureSummary, 'status'>): boolean {
  return status !== 'current' && status !== 'withdrawn'
}
