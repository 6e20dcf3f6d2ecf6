import { eventPatientOf } from '#main/services/adverse-events/event-patients.ts'
import { listedEvents, listingFor } from '#main/services/adverse-events/listed.ts'
import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { preparedFor, protocolOf } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import { CAUSALITY_RULES } from '#shared/core/adverse-events/causality-rules.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { type CausalityBasis, causalityBasis } from './causality-basis.ts'
import { blockedIf, type Composition } from './composition.ts'
import { protocolIn } from './configuration.ts'
import { stands, summariesOf } from './summaries.ts'
import { usedFacts } from './used-facts.ts'

interface Asked {
  readonly patientId: PatientId
  readonly event: FactId
}

/** The user's own judgement of an adverse event that would be signed now. Throws `not_found` where no such event is charted. */
export function composeCausality({ patientId, event }: Asked, context: QueryContext): Composition {
  const listing = listingFor(patientId, context)
  const { conduct } = listing
  const patient = eventPatientOf(patientId, conduct)
  const protocolId = patient.calendar?.protocol
  const question = { event, signer: context.user.id, protocolId, today: conduct.today }
  const basis = causalityBasis(question, patient, context)
  const listed = listedEvents([patient], listing).find(one => one.event === event)
  if (basis === undefined || listed === undefined) throw notFound('fact', event)
  const { judgement } = basis
  const about = { patient: patient.patient, listed, today: conduct.today }
  return {
    subject: judgement === undefined ? null : subjectOf({ ...basis, judgement }, about, context),
    blockers: [
      ...blockedIf(judgement === undefined, 'no_judgement'),
      ...blockedIf(isSigned({ patientId, event }, context), 'already_signed'),
    ],
    meanings: ['causality_assessment'],
    place: { patientId, protocolId: protocolId ?? null, of: null, event, document: null },
  }
}

type Judged = CausalityBasis & { readonly judgement: NonNullable<CausalityBasis['judgement']> }

interface About {
  readonly patient: PatientRecord
  readonly listed: ReturnType<typeof listedEvents>[number]
  readonly today: CausalitySubject['today']
}

function subjectOf(
  { event, judgement, context: computed, used }: Judged,
  { patient, listed, today }: About,
  { db, session, protocols }: QueryContext,
): CausalitySubject {
  const { protocol: protocolId, studyDay, sinceDose } = listed
  const { training } = session.site
  const prepared = protocolId === null ? undefined : preparedFor(protocolOf(protocolId, protocols), db)
  const safety = protocolId === null ? undefined : currentConduct(db, protocolId, 'safety')
  const [asked, judged, ...facts] = usedFacts([event, judgement, ...used], db)
  if (asked === undefined || judged === undefined) throw new Error('an event without its judgement')
  return {
    kind: 'causality',
    patientId: patient.id,
    candidate: { ...chartOf(patient, [], training).candidate, version: patient.version },
    protocol: prepared === undefined ? null : protocolIn(prepared),
    rules: CAUSALITY_RULES,
    safety: safety?.version ?? 0,
    today,
    event: asked,
    judgement: judged,
    onset: { studyDay, sinceDose },
    context: computed,
    facts,
    questions: [...listed.questions],
    training: training === true || safety?.content.training === true,
  }
}

/** Each investigator signs an own judgement; one that stands is not signed twice. */
function isSigned({ patientId, event }: Asked, context: QueryContext): boolean {
  const ids = signatureIds(context.db, { patientId, kinds: ['causality'] })
  return summariesOf(ids, context).some(
    signature =>
      signature.event === event && signature.signer.userId === context.user.id && stands(signature),
  )
}
