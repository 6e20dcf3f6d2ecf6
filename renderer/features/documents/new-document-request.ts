import type { DocumentRequest } from '#shared/api/documents.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import type { PatientId, SignatureId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { readDate } from '../../components/read-date.ts'
import { useRight } from '../../session/session.tsx'
import type { MadeKind } from './document-search.ts'

/** What is chosen and typed for a new document; days as typed. */
export interface Typed {
  readonly kind: MadeKind
  readonly language: DocumentLanguage
  /** Null for the whole site. */
  readonly patientId: PatientId | null
  readonly on: string
  readonly from: string
  readonly to: string
}

/** The kinds that this user can make on their own; undefined while that is not known. */
export function useMadeKinds(): readonly MadeKind[] | undefined {
  const mayScreen = useRight('screening.read')
  const mayAudit = useRight('audit.read')
  const authority = useRead('signing', 'authority', {})
  if (authority.isPending) return undefined
  return [
    ...(mayScreen ? ['screening_log' as const] : []),
    ...(mayAudit ? ['trail_extract' as const] : []),
    ...(authority.data ? ['site_certificate' as const] : []),
  ]
}

/** What is typed as a request; undefined while a day is not understood, or the days are the wrong way round. */
export function requestOf(typed: Typed, signature: SignatureId | undefined): DocumentRequest | undefined {
  const { kind, patientId } = typed
  if (kind === 'site_certificate') return { kind }
  if (kind === 'signed') return signature && { kind, signature }
  if (kind === 'screening_log') {
    const on = dayTyped(typed.on)
    if (on === 'wrong') return undefined
    return { kind, ...(on && { on }) }
  }
  const from = dayTyped(typed.from)
  const to = dayTyped(typed.to)
  if (from === 'wrong' || to === 'wrong' || isTurned(typed)) return undefined
  return { kind, patientId, ...(from && { from }), ...(to && { to }) }
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
