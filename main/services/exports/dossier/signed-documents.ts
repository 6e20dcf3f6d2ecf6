import type { ExportFile } from '#main/interchange/export-file.ts'
import type { QueryContext } from '#main/services/context.ts'
import { fileName } from '#main/services/documents/file-name.ts'
import { summariesOf } from '#main/services/signatures/summaries.ts'
import {
  type DocumentRow,
  listDocuments,
  type RevisionRow,
  revisionBytes,
  revisionsOf,
} from '#main/store/document-repository.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { Scope } from '../scope.ts'
import { patientNames } from './patient-names.ts'

/** A signed document as a dossier files it: its latest revision, and who signed. */
export interface FiledDocument {
  readonly document: DocumentRow
  readonly screeningNumber: string | null
  readonly revision: number
  readonly signatures: readonly SignatureSummary[]
  readonly file: ExportFile
}

/** What concerns nobody alone but what the decisions of a patient rest on. */
const GROUNDS: readonly DocumentRow['kind'][] = ['configuration']

/** Every document that somebody signed, the oldest first; of some patients, theirs and what they rest on; of a trial, its lists too. */
export function signedDocuments(scope: Scope, context: QueryContext): FiledDocument[] {
  const { db } = context
  const documents = listDocuments(db, {})
    .filter(document => isIn(document, scope))
    .reverse()
  const revisions = Map.groupBy(
    revisionsOf(
      db,
      documents.map(({ id }) => id),
    ),
    ({ documentId }) => documentId,
  )
  const filing = { scope, context, names: patientNames(scope.patients) }
  return documents.flatMap(document => filed(document, revisions.get(document.id) ?? [], filing))
}

/** Manifests of other exports name patients that are none of this one's. */
function isIn({ kind, patientId, protocolId }: DocumentRow, { request, patients }: Scope): boolean {
  const isWhole = request.patients === null && request.protocolId === null
  if (kind === 'export_manifest') return isWhole
  const isOfProtocol =
    request.protocolId === null || (protocolId ?? request.protocolId) === request.protocolId
  if (!isOfProtocol) return false
  if (patientId !== null) return patients.some(({ id }) => id === patientId)
  // A list of a trial names nobody who is not in it.
  const isOfWholeTrial = request.patients === null && protocolId === request.protocolId
  return isWhole || isOfWholeTrial || GROUNDS.includes(kind)
}

interface Filing {
  readonly scope: Scope
  readonly context: QueryContext
  readonly names: ReturnType<typeof patientNames>
}

function filed(
  document: DocumentRow,
  revisions: readonly RevisionRow[],
  { scope, context, names }: Filing,
): FiledDocument[] {
  const signatures = summariesOf(
    revisions.flatMap(({ signatureId }) => signatureId ?? []),
    context,
  )
  const latest = revisions.at(-1)
  if (latest === undefined || signatures.length === 0) return []
  const { id, kind, patientId, protocolId, createdAt } = document
  const screeningNumber = scope.patients.find(patient => patient.id === patientId)?.screeningNumber ?? null
  const name = fileName({
    ...{ siteNumber: context.session.site.number, kind, protocol: protocolId, createdAt, id },
    ...{ screeningNumber: screeningNumber ?? undefined, revision: latest.revision },
  })
  const folder = (patientId !== null && names.get(patientId)) || 'site'
  const file: ExportFile = {
    path: `documents/${folder}/${name}`,
    mediaType: 'application/pdf',
    chunks: { [Symbol.iterator]: () => bytesOf(latest, context) },
  }
  return [{ document, screeningNumber, revision: latest.revision, signatures, file }]
}

/** Read where it is written, so that one document is in memory at a time. */
function* bytesOf({ documentId, revision }: RevisionRow, { db }: QueryContext): Iterator<Uint8Array> {
  const pdf = revisionBytes(db, documentId, revision)
  if (pdf !== undefined) yield pdf
}
