import type { PatientId } from '#shared/core/ids.ts'

/** Whose record a part shows: of one candidate, or undefined for the whole site. */
export interface PartProps {
  readonly patientId: PatientId | undefined
}
