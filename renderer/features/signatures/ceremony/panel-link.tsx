import { useMatch, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PatientId } from '#shared/core/ids.ts'
import type { PanelRequest } from '../../chart/panel-request.ts'
import screening from '../../screening/screening.module.css'

interface PanelLinkProps {
  readonly patientId: PatientId
  readonly panel: PanelRequest
  readonly children: ReactNode
}

/** Opens a form beside the record where there is room for one, else beside the candidate. */
export function PanelLink({ patientId, panel, children }: PanelLinkProps) {
  const navigate = useNavigate()
  const isBeside = useMatch({ from: '/candidates/$patientId', shouldThrow: false }) !== undefined
  const open = () =>
    isBeside
      ? navigate({ to: '.', search: { panel } })
      : navigate({ to: '/candidates/$patientId', params: { patientId }, search: { panel } })
  return (
    <button type="button" className={screening['ask']} onClick={() => void open()}>
      {children}
    </button>
  )
}
