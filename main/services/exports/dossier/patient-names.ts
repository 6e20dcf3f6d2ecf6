import { safePart } from '#main/services/documents/file-name.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { nameKey } from '#shared/verify/export/paths.ts'

/** What the files and folders of each patient are called: two numbers that no file system tells apart get a name each. */
export function patientNames(patients: readonly PatientRecord[]): ReadonlyMap<PatientId, string> {
  const taken = new Set<string>()
  return new Map(
    patients.map(({ id, screeningNumber }) => {
      const own = safePart(screeningNumber)
      let name = own
      for (let number = 2; taken.has(nameKey(name)); number += 1) name = `${own}_${number}`
      taken.add(nameKey(name))
      return [id, name]
    }),
  )
}
