import type { QueryContext } from '#main/services/context.ts'
import { preparedFor } from '#main/services/protocol-basis.ts'
import { chartOf } from '#main/services/screening-cache.ts'
import { activeCertificate } from '#main/store/certificate-repository.ts'
import { currentFactsOf } from '#main/store/fact-repository.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { SignatureSummary, Work } from '#shared/api/signatures.ts'
import { dayOf, PartialDate } from '#shared/core/civil-date.ts'
import { indexChart, type PreparedProtocol, readingsOf, verdictOn } from '#shared/core/eligibility/index.ts'
import { isExcluded } from '../enrolment/gate.ts'
import { causalityWork } from './causality-work.ts'
import { todayOf } from './composition.ts'
import { configurationSignature } from './configuration.ts'
import { dayToDecide } from './eligibility.ts'
import { stands, summariesOf } from './summaries.ts'

/** What waits for a signature. Who does not sign sees what became of the signatures, not whom one could sign. */
export function workList(context: QueryContext): Work[] {
  const { db, protocols, user } = context
  const prepared = protocols.map(protocol => preparedFor(protocol, db))
  const unsigned = prepared.filter(protocol => configurationSignature(protocol, db) === undefined)
  const patients = listPatients(db)
  const signed = summariesOf(signatureIds(db, { kinds: ['eligibility'] }), context)
  const signs = hasRight(user, 'signatures.sign')
  const isEnabled = !signs || activeCertificate(db, user.id) !== undefined
  return [
    ...(isEnabled ? [] : [{ ...nothing, kind: 'signing_not_enabled' as const }]),
    ...unsigned.flatMap(configurationWork(context)),
    ...latestOf(signed).flatMap(decisionWork(patients)),
    ...overtaken(latestOf(signed), patients, context),
    ...causalityWork(context),
    ...(signs ? readyToSign({ patients, signed, prepared: prepared.filter(isReady(context)) }, context) : []),
  ]
}

const nothing = {
  ...{ patientId: null, screeningNumber: null, protocolId: null },
  ...{ signature: null, event: null, since: null },
}

/** Where something was chosen or entered: an approval that no longer covers it, or none yet. */
function configurationWork({ db }: QueryContext) {
  return ({ protocol, readings, site }: PreparedProtocol): Work[] => {
    const protocolId = protocol.definition.id
    if (site === undefined && Object.keys(readings).length === 0) return []
    const [last] = signatureIds(db, { protocolId, kinds: ['configuration'] })
    return [{ ...nothing, kind: 'configuration_not_signed', protocolId, signature: last ?? null }]
  }
}

/** The newest decision about each candidate and protocol; one that was withdrawn decides nothing any more. */
function latestOf(signed: readonly SignatureSummary[]): SignatureSummary[] {
  const about = Map.groupBy(
    signed.filter(({ status }) => status !== 'withdrawn'),
    ({ patientId, protocolId }) => `${patientId} ${protocolId}`,
  )
  return [...about.values()].flatMap(([latest]) => latest ?? [])
}

function decisionWork(patients: readonly PatientRecord[]) {
  const numbers = new Map(patients.map(({ id, screeningNumber }) => [id, screeningNumber]))
  const kinds = {
    not_current: 'review_again',
    expired: 'expired',
    awaiting_countersignature: 'awaiting_countersignature',
  } as const
  return ({ id, status, patientId, protocolId, notCurrent, signedAt }: SignatureSummary): Work[] => {
    const screeningNumber = patientId === null ? undefined : numbers.get(patientId)
    if (status === 'current' || status === 'withdrawn' || screeningNumber === undefined) return []
    const since = { not_current: notCurrent?.at ?? null, expired: null, awaiting_countersignature: signedAt }
    return [
      {
        ...nothing,
        kind: kinds[status],
        patientId,
        screeningNumber,
        protocolId,
        signature: id,
        since: since[status],
      },
    ]
  }
}

/** Approvals that stand, of candidates whom the record has come to exclude before they were registered. */
function overtaken(
  signed: readonly SignatureSummary[],
  patients: readonly PatientRecord[],
  context: QueryContext,
): Work[] {
  const { db, session } = context
  const on = PartialDate.parse(todayOf(context))
  const known = new Map(patients.map(patient => [patient.id, patient]))
  const current = signed.filter(({ status }) => status === 'current')
  const facts = currentFactsOf(
    db,
    current.flatMap(({ patientId }) => patientId ?? []),
  )
  return current.flatMap((signature): Work[] => {
    const { id, patientId, protocolId } = signature
    const patient = patientId === null ? undefined : known.get(patientId)
    if (patient === undefined || patientId === null || protocolId === null) return []
    const chart = indexChart(chartOf(patient, facts.get(patientId) ?? [], session.site.training))
    const step = { patientId, protocolId, step: 'first_dose' as const, on }
    if (!isExcluded(step, signature, { ...context, chart })) return []
    const { screeningNumber } = patient
    return [{ ...nothing, kind: 'review_again', patientId, screeningNumber, protocolId, signature: id }]
  })
}

function isReady({ db }: QueryContext) {
  return (prepared: PreparedProtocol): boolean => {
    const { protocol, site, readings, criteriaMissing } = prepared
    const open = readingsOf(protocol, site).some(
      ({ id, scope }) => scope === 'eligibility' && readings[id] === undefined,
    )
    return !criteriaMissing && !open && configurationSignature(prepared, db) !== undefined
  }
}

interface Unsigned {
  readonly patients: readonly PatientRecord[]
  readonly signed: readonly SignatureSummary[]
  readonly prepared: readonly PreparedProtocol[]
}

/** Candidates with a definite verdict on the day to decide about, and no decision yet. */
function readyToSign({ patients, signed, prepared }: Unsigned, context: QueryContext): Work[] {
  const known = new Set(
    signed
      .filter(summary => stands(summary) || summary.status === 'not_current' || summary.status === 'expired')
      .map(({ patientId, protocolId }) => `${patientId} ${protocolId}`),
  )
  const verdict = verdicts(patients, context)
  return prepared.flatMap(protocol =>
    patients.flatMap((patient): Work[] => {
      const { id: patientId, screeningNumber } = patient
      const protocolId = protocol.protocol.definition.id
      if (known.has(`${patientId} ${protocolId}`) || !verdict(patient, protocol)) return []
      return [{ ...nothing, kind: 'ready_to_sign', patientId, screeningNumber, protocolId }]
    }),
  )
}

/** Whether a verdict is definite and no projection: today by what the session has screened, else asked anew. */
function verdicts(patients: readonly PatientRecord[], context: QueryContext) {
  const { db, session, protocols } = context
  const today = todayOf(context)
  const days = (patient: PatientRecord) => dayToDecide(patient, today)
  const current = patients.filter(patient => days(patient) === today).map(({ id }) => id)
  const screened = session.screened.screened(current, { on: today, today }, protocols)
  const known = new Map(screened.map(({ patientId, answers }) => [patientId, answers]))
  const past = patients.filter(patient => days(patient) !== today)
  const facts = currentFactsOf(
    db,
    past.map(({ id }) => id),
  )
  const charts = new Map(
    past.map(patient => [
      patient.id,
      indexChart(chartOf(patient, facts.get(patient.id) ?? [], session.site.training)),
    ]),
  )
  return (patient: PatientRecord, prepared: PreparedProtocol): boolean => {
    const answer = known
      .get(patient.id)
      ?.find(({ protocol }) => protocol.id === prepared.protocol.definition.id)
    if (answer) return answer.verdict !== 'undetermined' && !answer.projected
    const chart = charts.get(patient.id)
    const on = days(patient)
    if (chart === undefined || dayOf(on) > chart.lastEntry) return false
    return verdictOn(chart, prepared, on, { today }).verdict !== 'undetermined'
  }
}
