import type { PatientKey } from '#shared/core/imports/row.ts'
import { screeningNumbersOf, terminology } from '../systems.ts'
import type { AnyResource, BundleIndex } from './bundle-index.ts'
import { Refused } from './refused.ts'
import { type Identifier, Patient, type Reference } from './schemas.ts'

const SCREENING_NUMBERS = /^urn:lobule:site:[^:]*:screening-number$/
/** HL7's type of a hospital's own number of a patient. */
const MEDICAL_RECORD = 'MR'

/**
 * Who a statement is about: by the screening number where Lobule wrote it, else by the hospital's number. Of several
 * numbers the one that is a medical record number counts; a name is never read.
 */
export function patientKeyOf(
  subject: Reference | undefined,
  contained: readonly AnyResource[],
  { index, siteNumber }: { readonly index: BundleIndex; readonly siteNumber: string | undefined },
): PatientKey {
  if (subject?.identifier?.value !== undefined) return keyOf([subject.identifier], siteNumber)
  const named = index.resolve(subject, contained)
  if (named === 'ambiguous') throw new Refused('ambiguous_patient', 'subject', subject?.reference ?? null)
  if (named === undefined) {
    const reference = subject?.reference
    throw new Refused(
      reference === undefined ? 'no_patient' : 'unknown_patient',
      'subject',
      reference ?? null,
    )
  }
  const patient = Patient.safeParse(named)
  if (!patient.success) throw new Refused('no_patient', 'subject', named.resourceType)
  return keyOf(patient.data.identifier ?? [], siteNumber)
}

function keyOf(identifiers: readonly Identifier[], siteNumber: string | undefined): PatientKey {
  const given = identifiers.flatMap(({ system, value, type }) =>
    value === undefined || value.trim() === '' ? [] : [{ system, value: value.trim(), type }],
  )
  const own = given.find(({ system }) => SCREENING_NUMBERS.test(system ?? ''))
  if (own !== undefined) {
    // The same number at another site is another person.
    const isOfSite = siteNumber === undefined || own.system === screeningNumbersOf(siteNumber)
    if (!isOfSite) throw new Refused('unknown_patient', 'identifier.system', own.system ?? null)
    return { by: 'screening_number', value: own.value }
  }
  const [only, ...others] = given.length === 1 ? given : given.filter(isMedicalRecord)
  if (only !== undefined && others.length === 0) return { by: 'identifier', value: only.value }
  throw new Refused(given.length === 0 ? 'no_patient' : 'ambiguous_patient', 'identifier')
}

function isMedicalRecord({ type }: Pick<Identifier, 'type'>): boolean {
  return (type?.coding ?? []).some(
    ({ system, code }) =>
      code === MEDICAL_RECORD && (system === undefined || system === terminology('v2-0203')),
  )
}
