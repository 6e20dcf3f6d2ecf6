import type {
  DeviationRecord,
  FactRecord,
  SignatureRecord,
  SubjectData,
} from '#main/interchange/site-data.ts'
import type { QueryContext } from '#main/services/context.ts'
import { defined } from '#main/services/defined.ts'
import { deviationList } from '#main/services/deviations/listed.ts'
import { chartOf, screenChart } from '#main/services/screening-cache.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { summariesOf } from '#main/services/signatures/summaries.ts'
import { currentFacts, type FactVersion, factVersionsOf } from '#main/store/fact-repository.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { ExportRequest } from '#shared/core/exports/request.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { nameOf, unnamedSource } from './pseudonym.ts'

/** One patient as an export has them. What costs time to find out is found out where it is asked for. */
export function subjectDataOf(
  patient: PatientRecord,
  request: ExportRequest,
  context: QueryContext,
): SubjectData {
  const { id, screeningNumber, sex, birthDate, registrationDate } = patient
  const { pseudonymised } = request
  const born = pseudonymised ? birthDate?.slice(0, 4) : birthDate
  return {
    ...{ id, screeningNumber, sex },
    ...defined({ birthDate: born, registrationDate }),
    ...(pseudonymised ? {} : namesOf(patient, context)),
    facts: factsOf(patient, request, context),
    get signatures() {
      return signaturesOf(patient, request, context)
    },
    get deviations() {
      return deviationsOf(patient, request, context)
    },
    get screenings() {
      return screeningsOf(patient, request, context)
    },
  }
}

/** The full name only where whoever exports may read it. */
function namesOf({ initials, fullName }: PatientRecord, { user }: Pick<QueryContext, 'user'>) {
  return { initials, ...defined({ fullName: hasRight(user, 'identity.read') ? fullName : undefined }) }
}

/** What was charted of a patient; of another trial than the one asked for, nothing. */
export function factsOf(
  { id }: PatientRecord,
  { pseudonymised, protocolId }: ExportRequest,
  { db }: Pick<QueryContext, 'db'>,
): FactRecord[] {
  const versions = Map.groupBy(factVersionsOf(db, id), version => version.id)
  return [...versions.values()]
    .filter(history => history.every(version => isAbout(version, protocolId)))
    .flat()
    .map(({ patientId: _patient, authorId, source, ...version }) => ({
      ...version,
      author: authorId,
      source: pseudonymised ? unnamedSource(source) : source,
    }))
}

function isAbout({ content }: FactVersion, protocolId: ProtocolId | null): boolean {
  if (protocolId === null || content === null || !('protocol' in content)) return true
  return content.protocol === protocolId
}

function signaturesOf(
  { id: patientId }: PatientRecord,
  { pseudonymised, protocolId }: ExportRequest,
  context: QueryContext,
): SignatureRecord[] {
  return summariesOf(signatureIds(context.db, { patientId }).toReversed(), context)
    .filter(signature => protocolId === null || (signature.protocolId ?? protocolId) === protocolId)
    .map(({ id, kind, protocolId: protocol, event, meaning, signer, signedAt, status }) => ({
      ...{ id, kind, protocol, event, signedAt, status },
      meaning: meaning.code,
      statement: meaning.statement,
      signer: signer.userId,
      fullName: nameOf(signer.userId, signer, pseudonymised),
      role: signer.role,
    }))
}

function deviationsOf(
  { id }: PatientRecord,
  { protocolId }: ExportRequest,
  context: QueryContext,
): DeviationRecord[] {
  return deviationList(id, context)
    .filter(({ protocol }) => protocolId === null || protocol === protocolId)
    .map(({ key, protocol, on, kind, text, note }) => ({
      ...{ id: key, protocol, on, kind, text },
      class: note?.class ?? null,
      reason: note?.reason ?? null,
      action: note?.action ?? null,
    }))
}

function screeningsOf(
  patient: PatientRecord,
  { protocolId }: ExportRequest,
  context: QueryContext,
): SubjectData['screenings'] {
  const { db, session, protocols } = context
  const today = todayOf(context)
  const asked = session.screened
    .prepared(protocols)
    .filter(
      ({ criteriaMissing, protocol: { definition } }) =>
        !criteriaMissing && (protocolId === null || definition.id === protocolId),
    )
  const chart = chartOf(patient, currentFacts(db, patient.id), session.site.training)
  return screenChart(chart, asked, { on: today, today }).map(screening => ({
    protocol: screening.protocol.id,
    on: today,
    screening,
  }))
}
