import type { z } from 'zod'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { ReportTo } from '#shared/core/documents/event-case.ts'
import type { EventFilter } from '#shared/core/documents/event-listing.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { readDate } from '../../components/read-date.ts'
import { useRight } from '../../session/session.tsx'
import type { MadeKind, NewDocumentSearch } from './document-search.ts'

type Search = z.infer<typeof NewDocumentSearch>

/** What is chosen and typed for a new document; days as typed. */
export interface Typed {
  readonly kind: MadeKind
  readonly language: DocumentLanguage
  /** Null for the whole site. */
  readonly patientId: PatientId | null
  /** Null for every protocol, or for none. */
  readonly protocolId: ProtocolId | null
  readonly on: string
  readonly from: string
  readonly to: string
  /** To whom a report of an event goes. */
  readonly recipient: ReportTo
  readonly filter: EventFilter
}

/** The kinds that this user can make on their own; undefined while that is not known. */
export function useMadeKinds(): readonly MadeKind[] | undefined {
  const mayScreen = useRight('screening.read')
  const mayAudit = useRight('audit.read')
  const mayRead = useRight('facts.read')
  const authority = useRead('signing', 'authority', {})
  if (authority.isPending) return undefined
  return [
    ...(mayScreen ? ['screening_log' as const] : []),
    ...(mayAudit ? ['trail_extract' as const] : []),
    ...(mayRead ? ['chart_review' as const] : []),
    ...(mayScreen ? ['deviation_list' as const] : []),
    ...(mayRead ? ['event_listing' as const] : []),
    ...(authority.data ? ['site_certificate' as const] : []),
  ]
}

/** What is typed as a request; undefined while a day is not understood, or the days are the wrong way round. */
export function requestOf(typed: Typed, search: Search): DocumentRequest | undefined {
  const { kind, patientId, protocolId } = typed
  switch (kind) {
    case 'site_certificate':
      return { kind }
    case 'signed':
      return search.signature && { kind, signature: search.signature }
    case 'screening_log':
      return logOf(typed)
    case 'trail_extract':
      return extractOf(typed)
    case 'deviation_list':
      return { kind, patientId, protocolId }
    case 'chart_review':
      return patientId === null ? undefined : { kind, patientId, protocolId }
    case 'visit_worksheet':
      return worksheetOf(typed, search)
    case 'event_listing':
      return { kind, patientId, protocolId, filter: typed.filter }
    case 'sae_report':
    case 'case_summary':
      return search.event && { kind, event: search.event, to: typed.recipient }
  }
}

function logOf({ on: typed }: Typed): DocumentRequest | undefined {
  const on = dayTyped(typed)
  return on === 'wrong' ? undefined : { kind: 'screening_log', ...(on && { on }) }
}

/** A worksheet is opened from its visit: all that it is about stands in the address. */
function worksheetOf(
  { patientId, protocolId }: Typed,
  { visit, number }: Search,
): DocumentRequest | undefined {
  if (patientId === null || protocolId === null || visit === undefined) return undefined
  return { kind: 'visit_worksheet', patientId, protocolId, visit, ...(number && { number }) }
}

function extractOf(typed: Typed): DocumentRequest | undefined {
  const from = dayTyped(typed.from)
  const to = dayTyped(typed.to)
  if (from === 'wrong' || to === 'wrong' || isTurned(typed)) return undefined
  const { patientId } = typed
  return { kind: 'trail_extract', patientId, ...(from && { from }), ...(to && { to }) }
}

/** A whole day as typed, undefined for an empty field. */
export function dayTyped(text: string): CivilDate | 'wrong' | undefined {
  if (text.trim() === '') return undefined
  return CivilDate.safeParse(readDate(text)).data ?? 'wrong'
}

/** The last day lies before the first. */
export function isTurned({ from, to }: Pick<Typed, 'from' | 'to'>): boolean {
  const [first, last] = [dayTyped(from), dayTyped(to)]
  return first !== undefined && last !== undefined && first !== 'wrong' && last !== 'wrong' && last < first
}
