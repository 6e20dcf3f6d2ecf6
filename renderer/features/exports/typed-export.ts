import type { ExportSummary } from '#shared/api/exports.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { type ExportFormat, ExportRequest } from '#shared/core/exports/request.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/text.ts'
import type { NewExportSearch } from './export-search.ts'

/** What is chosen and typed for a new export. */
export interface TypedExport {
  readonly format: ExportFormat
  /** Only the chosen patients, or everybody. */
  readonly isOfSome: boolean
  readonly patients: readonly PatientId[]
  /** Null for all. */
  readonly protocolId: ProtocolId | null
  readonly pseudonymised: boolean
  readonly why: string
  readonly language: DocumentLanguage
}

/** To begin with: what the address asks for, or what was exported before; always pseudonymised at first. */
export function startOf(
  { format, patientId, protocolId }: NewExportSearch,
  before: ExportSummary | undefined,
  language: Language,
): TypedExport {
  const patients = patientId === undefined ? (before?.request.patients ?? []) : [patientId]
  return {
    format: format ?? before?.request.format ?? 'dossier',
    isOfSome: patients.length > 0,
    patients,
    protocolId: protocolId ?? before?.request.protocolId ?? null,
    pseudonymised: true,
    why: before?.why ?? '',
    language,
  }
}

/** A dossier holds signed documents and copies as they are, so that it names people. */
export function canBePseudonymised(format: ExportFormat): boolean {
  return format !== 'dossier'
}

/** As the engine takes it; undefined while nobody is chosen. */
export function requestOf(typed: TypedExport): ExportRequest | undefined {
  const { format, isOfSome, patients, protocolId, pseudonymised } = typed
  return ExportRequest.safeParse({
    ...{ format, protocolId },
    patients: isOfSome ? patients : null,
    pseudonymised: pseudonymised && canBePseudonymised(format),
  }).data
}
