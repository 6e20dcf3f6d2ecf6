import type { PatientId } from '#shared/core/ids.ts'
import type { PanelRequest } from './panel-request.ts'

interface FactPanelProps {
  readonly patientId: PatientId
  readonly request: PanelRequest
  readonly onOpen: (request: PanelRequest) => void
  readonly onClose: () => void
}

export function FactPanel(_props: FactPanelProps) {
  return null
}
