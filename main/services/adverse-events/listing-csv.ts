import { hash } from 'node:crypto'
import { csvText } from '#main/interchange/csv.ts'
import type { MutationContext, OpenSession } from '#main/services/context.ts'
import { defined } from '#main/services/defined.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { type PatientId, type ProtocolId, Sha256 } from '#shared/core/ids.ts'
import { type EventPatient, patientsAsked } from './event-patients.ts'
import { listedEvents, listingFor } from './listed.ts'
import { listingColumns } from './listing-columns.ts'

interface Asked {
  readonly patientId?: PatientId | undefined
  readonly protocolId?: ProtocolId | undefined
}

const TRAINING = 'TRAINING 培训数据'

/** The line listing of a patient, of a protocol or of the site as a file, by patient and onset. Leaves its entry in the trail. */
export function exportListing(asked: Asked, context: MutationContext) {
  const { session, audit } = context
  const listing = listingFor(asked.patientId, context)
  const patients = patientsAsked(asked, listing.conduct)
  const events = listedEvents(patients, listing)
    .map(event => ListedEvent.parse(event))
    .reverse()
    .sort((a, b) => compare(a.screeningNumber, b.screeningNumber))
  const text = csvText(rowsOf(events, session.site))
  const fileName = nameOf(patients, asked, { session, today: listing.conduct.today })
  const file = { fileName, text, sha256: Sha256.parse(hash('sha256', text)), rows: events.length }
  audit({
    action: 'adverse_event.export_listing',
    subject: subjectOf(asked, session),
    newValue: {
      ...defined({ protocol: asked.protocolId }),
      file: fileName,
      rows: file.rows,
      sha256: file.sha256,
    },
  })
  return file
}

/** Of invented patients every row says so: a row is easily cut from its file. */
function rowsOf(events: readonly ListedEvent[], { training }: OpenSession['site']) {
  const mark = training === true ? [TRAINING] : []
  const titles = listingColumns.map(({ title: { en, 'zh-CN': zh } }) => (en === zh ? en : `${en} ${zh}`))
  return [
    [...mark, ...titles],
    ...events.map(event => [...mark, ...listingColumns.map(({ cell }) => cell(event))]),
  ]
}

function nameOf(
  patients: readonly EventPatient[],
  { patientId, protocolId }: Asked,
  { session, today }: { session: OpenSession; today: string },
): string {
  const only = patientId === undefined ? undefined : patients[0]?.patient.screeningNumber
  const about = [only, protocolId].filter(part => part !== undefined)
  const mark = session.site.training === true ? ['TRAINING'] : []
  const parts = [session.site.number, ...mark, 'adverse-events', ...about, today.replaceAll('-', '')]
  return `${parts.map(safePart).join('_')}.csv`
}

function subjectOf({ patientId, protocolId }: Asked, { site }: OpenSession) {
  if (patientId !== undefined) return { kind: 'patient', id: patientId }
  return protocolId === undefined ? { kind: 'site', id: site.storeId } : { kind: 'protocol', id: protocolId }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
