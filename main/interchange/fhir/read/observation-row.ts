import { issuesOf } from '#shared/api/errors.ts'
import { EventTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { isImportable } from '#shared/core/imports/importable.ts'
import type { ReadRow } from '#shared/core/imports/row.ts'
import { KIND } from '../systems.ts'
import type { AnyResource, BundleIndex } from './bundle-index.ts'
import { examinationContent } from './examination-content.ts'
import { codeIn, laboratoryContent } from './laboratory-content.ts'
import { patientKeyOf } from './patient-key.ts'
import { Refused } from './refused.ts'
import { type DiagnosticReport, Observation, Organization, type Reference, Specimen } from './schemas.ts'

/** Where an observation stands, and what it may refer to. */
export interface ObservationPlace {
  readonly row: number
  readonly column: string | null
  readonly names: readonly string[]
  readonly index: BundleIndex
  readonly siteNumber: string | undefined
  /** The resources that stand in the same one. */
  readonly around: readonly AnyResource[]
  /** The report that it stands in; else it is looked for. */
  readonly report: DiagnosticReport | undefined
}

const FINAL = new Set(['final', 'amended', 'corrected'])

/** One observation as a statement. */
export function observationRow(resource: AnyResource, place: ObservationPlace): ReadRow {
  const { row, column } = place
  const parsed = Observation.safeParse(resource)
  if (!parsed.success) {
    const [issue] = issuesOf(parsed.error)
    return { row, column, refusal: new Refused('invalid', issue?.path ?? null).refusal }
  }
  try {
    return statementOf(parsed.data, place)
  } catch (error) {
    if (error instanceof Refused) return { row, column, refusal: error.refusal }
    throw error
  }
}

function statementOf(observation: Observation, place: ObservationPlace): ReadRow {
  const { row, column, names, index, siteNumber } = place
  const around = [...(observation.contained ?? []), ...place.around]
  const report = place.report ?? index.reportOf(names)
  refuseUnfit(observation, report)
  // A panel says nothing itself: its members stand in the file too.
  if (isPanel(observation)) return { row, column, ignored: true }
  const resolve = (reference: Reference | undefined) => {
    const found = index.resolve(reference, around)
    return found === 'ambiguous' ? undefined : found
  }
  const specimen = resolve(observation.specimen)
  const kind = kindOf(observation)
  const on = timeOf(observation, report, specimen)
  const nameOf = (reference: Reference | undefined) => nameOfReference(reference, resolve(reference))
  const reporters = [...(observation.performer ?? []), ...(report?.performer ?? [])]
  const laboratory = reporters
    .filter(one => !isPerson(one, resolve(one)))
    .map(nameOf)
    .find(name => name !== undefined)
  const content =
    kind === undefined
      ? laboratoryContent(observation, on, { specimen, laboratory })
      : examinationContent(observation, on, { kind, device: nameOf(observation.device) })
  const keyOf = (subject: Reference | undefined) => patientKeyOf(subject, around, { index, siteNumber })
  const patient = keyOf(observation.subject ?? report?.subject)
  const ofReport = keyOf(report?.subject ?? observation.subject)
  if (patient.by !== ofReport.by || patient.value !== ofReport.value)
    throw new Refused('ambiguous_patient', 'subject', observation.subject?.reference ?? null)
  return { row, column, patient, content: checked(content) }
}

/** What must not be read over: another status, and what changes the meaning of the rest. */
function refuseUnfit(observation: Observation, report: DiagnosticReport | undefined): void {
  const { status, modifierExtension, implicitRules, component = [] } = observation
  if (!FINAL.has(status)) throw new Refused('not_final', 'status', status)
  const isWithdrawn = ['entered-in-error', 'cancelled'].includes(report?.status ?? '')
  if (isWithdrawn) throw new Refused('not_final', 'DiagnosticReport.status', report?.status ?? null)
  const isModified = [observation, ...component].some(one => one.modifierExtension !== undefined)
  if (!isModified && implicitRules === undefined) return
  throw new Refused('not_supported', modifierExtension === undefined ? 'implicitRules' : 'modifierExtension')
}

function isPanel(observation: Observation): boolean {
  const { hasMember = [] } = observation
  return hasMember.length > 0 && !Object.keys(observation).some(name => name.startsWith('value'))
}

/** When the specimen was taken: as the observation says, else its specimen, else its report. */
function timeOf(
  { effectiveDateTime, effectiveInstant, effectivePeriod, effectiveTiming }: Observation,
  report: DiagnosticReport | undefined,
  specimen: AnyResource | undefined,
): EventTime {
  if (effectivePeriod !== undefined) throw new Refused('unreadable_date', 'effectivePeriod')
  if (effectiveTiming !== undefined) throw new Refused('unreadable_date', 'effectiveTiming')
  const collected = Specimen.safeParse(specimen).data?.collection?.collectedDateTime
  const time = effectiveDateTime ?? effectiveInstant ?? collected ?? report?.effectiveDateTime
  if (time === undefined) throw new Refused('no_date', 'effective[x]')
  const on = EventTime.safeParse(time)
  if (!on.success) throw new Refused('unreadable_date', 'effective[x]', time)
  return on.data
}

const PEOPLE = /(?:^|\/)(?:Practitioner(?:Role)?|Patient|RelatedPerson|CareTeam)(?:$|\/)/

/** Who examined is no laboratory: the same result from the laboratory's own table would be charted beside it. */
function isPerson({ reference = '' }: Reference, named: AnyResource | undefined): boolean {
  return PEOPLE.test(named?.resourceType ?? reference)
}

function nameOfReference(
  reference: Reference | undefined,
  named: AnyResource | undefined,
): string | undefined {
  const name = reference?.display ?? Organization.safeParse(named).data?.name
  return name === undefined || name.trim() === '' ? undefined : name.trim()
}

/** The kind of fact that Lobule wrote an observation of, where that may be charted from a file. */
function kindOf({ code }: Observation): string | undefined {
  const kind = codeIn(code, KIND)
  if (kind === undefined || isImportable(kind as FactContent['kind'], 'fhir')) return kind
  throw new Refused('not_supported', 'code', kind)
}

function checked(content: object): FactContent {
  const parsed = FactContent.safeParse(content)
  if (!parsed.success) {
    const [issue] = issuesOf(parsed.error)
    throw new Refused('invalid', issue?.path ?? null)
  }
  // JSON can write half a character, which nothing that is signed can hold.
  const broken = Object.entries(parsed.data).find(
    ([, said]) => typeof said === 'string' && !said.isWellFormed(),
  )
  if (broken !== undefined) throw new Refused('invalid', broken[0])
  return parsed.data
}
