import { identifierHash } from '#main/store/identity-hash.ts'
import { listPatients, type PatientRecord } from '#main/store/patient-repository.ts'
import type { PatientKey, RefusalCode } from '#shared/core/imports/row.ts'
import type { QueryContext } from '../context.ts'

/** Finds patients as files name them: by screening number, or by the number of which the site keeps the hash. */
export function patientFinder({
  db,
  session: { site },
}: QueryContext): (key: PatientKey) => PatientRecord | RefusalCode {
  const patients = listPatients(db)
  const known = {
    screening_number: grouped(patients, ({ screeningNumber }) => folded(screeningNumber)),
    identifier: grouped(patients, record => record.identifierHash),
  }
  // A file names each patient many times, and a hash is not for nothing.
  const found = new Map<string, PatientRecord | RefusalCode>()
  return ({ by, value }) => {
    const name = `${by} ${value}`
    const before = found.get(name)
    if (before !== undefined) return before
    const key = by === 'identifier' ? identifierHash(site.secret, value) : folded(value)
    const [first, second] = folded(value) === '' ? [] : (known[by].get(key) ?? [])
    const patient = second === undefined ? (first ?? 'unknown_patient') : 'ambiguous_patient'
    found.set(name, patient)
    return patient
  }
}

function grouped(
  patients: readonly PatientRecord[],
  keyOf: (patient: PatientRecord) => string | undefined,
): Map<string, PatientRecord[]> {
  const groups = new Map<string, PatientRecord[]>()
  for (const patient of patients) {
    const key = keyOf(patient)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [patient])
    else group.push(patient)
  }
  return groups
}

/** Full-width digits and small letters are the same number; every other sign counts. */
function folded(number: string): string {
  return number.normalize('NFKC').trim().toUpperCase()
}
