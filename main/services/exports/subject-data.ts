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
import { currentFacts, factVersionsOf } from '#main/store/fact-repository.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { ExportRequest } from '#shared/core/exports/request.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { nameOf, numbersByName, unnamedContent, unnamedSource } from './pseudonym.ts'

/** One patient as an export has them. What costs time to find out is found out where it is asked for. */
export function subjectDataOf(
  patient: PatientRecord,
  request: ExportRequest,
  context: QueryContext,
): SubjectData {
  const { id, screeningNumber, sex, birthDate, registrationDate } = patient
  const { pseudonymised } = request
  const born = pseudonymised ? birthDate?.slice(0, 4) : birthDate
  const found: { -readonly [Part in Slow]?: SubjectData[Part] } = {}
  return {
    ...{ id, screeningNumber, sex },
    ...defined({ birthDate: born, registrationDate }),
    ...(pseudonymised ? {} : namesOf(patient, context)),
    facts: factsOf(patient, request, context),
    get signatures() {
      found.signatures ??= signaturesOf(patient, request, context)
      return found.signatures
    },
    get deviations() {
      found.deviations ??= deviationsOf(patient, request, context)
      return found.deviations
    },
    get screenings() {
      found.screenings ??= screeningsOf(patient, request, context)
      return found.screenings
    },
  }
}

type Slow = 'signatures' | 'deviations' | 'screenings'

/** The full name only where whoever exports may read it. */
function namesOf({ initials, fullName }: PatientRecord, { user }: Pick<QueryContext, 'user'>) {
  return { initials, ...defined({ fullName: hasRight(user, 'identity.read') ? fullName : undefined }) }
}

function factsOf(
  { id }: PatientRecord,
  { pseudonymised, protocolId }: ExportRequest,
  { db }: Pick<QueryContext, 'db'>,
): FactRecord[] {
  const people = pseudonymised ? numbersByName({ db }) : undefined
  return withinProtocol(factVersionsOf(db, id), protocolId).map(
    ({ patientId: _patient, authorId, source, content, ...version }) => ({
      ...version,
      author: authorId,
      source: people ? unnamedSource(source) : source,
      content: people ? unnamedContent(content, people) : content,
    }),
  )
}

interface Version {
  readonly id: string
  readonly content: object | null
}

/** Of another trial than the one that is asked for, nothing leaves; what belongs to no trial does. */
export function withinProtocol<V extends Version>(
  versions: readonly V[],
  protocolId: ProtocolId | null,
): readonly V[] {
  if (protocolId === null) return versions
  const others = new Set(
    versions.flatMap(({ id, content }) =>
      content !== null && 'protocol' in content && content.protocol !== protocolId ? [id] : [],
    ),
  )
  return versions.filter(({ id }) => !others.has(id))
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
  { protocolId, pseudonymised }: ExportRequest,
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
  const facts = currentFacts(db, patient.id)
  // Explanations quote the facts that they rest on, whoever judged or examined with them.
  const told = pseudonymised ? unnamedContent(facts, numbersByName({ db })) : facts
  const chart = chartOf(patient, told, session.site.training)
  return screenChart(chart, asked, { on: today, today }).map(screening => ({
    protocol: screening.protocol.id,
    on: today,
    screening,
  }))
}
