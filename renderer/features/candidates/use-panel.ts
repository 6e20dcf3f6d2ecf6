import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { PanelRequest } from '../chart/panel-request.ts'

/** The panel beside a candidate. It is part of the address, so that going back closes it and a reload keeps it. */
export function usePanel() {
  const { panel } = useSearch({ from: '/candidates/$patientId' })
  // Without `from`: the panel opens beside the view that is there, not always beside the first one.
  const navigate = useNavigate()
  const open = useCallback(
    (request: PanelRequest) => void navigate({ to: '.', search: { panel: request } }),
    [navigate],
  )
  // A save closes or turns its panel once every screen has read again. Whoever opened another one meanwhile keeps that.
  const shown = JSON.stringify(panel)
  const turn = useCallback(
    (request?: PanelRequest) =>
      void navigate({
        to: '.',
        search: now => {
          if ('panel' in now && JSON.stringify(now.panel) !== shown) return now
          return request === undefined ? {} : { panel: request }
        },
      }),
    [navigate, shown],
  )
  const close = useCallback(() => turn(), [turn])
  return { panel, open, turn, close }
}
