import type { FactId, PatientId } from '#shared/core/ids.ts'
import type { FormState } from '../../chart/form/field-place.tsx'

/** What the fields of every form about safety work with. */
export interface SafetyFormProps {
  readonly state: FormState
  readonly patientId: PatientId
  /** What is being corrected; undefined for a new entry. */
  readonly factId: FactId | undefined
}
