import type { PatientId } from '#shared/core/ids.ts'

interface AmendCandidateProps {
  readonly patientId: PatientId
  readonly onClose: () => void
}

export function AmendCandidate(_props: AmendCandidateProps) {
  return null
}
