import { createContext, useContext } from 'react'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { PanelRequest } from '../chart/panel-request.ts'
import type { ProtocolDetails } from '../protocols/protocol-details.ts'
import type { ProtocolChange } from './changes.ts'

/** What every part of the screening view may need: what it is about, and how to act on it. */
export interface ScreeningTools {
  readonly patientId: PatientId
  readonly on: CivilDate
  readonly today: CivilDate
  readonly setOn: (on: CivilDate) => void
  readonly facts: readonly Fact[]
  readonly changes: readonly ProtocolChange[]
  readonly detailsOf: (protocol: ProtocolId) => ProtocolDetails | undefined
  readonly openPanel: (request: PanelRequest) => void
}

const Tools = createContext<ScreeningTools | undefined>(undefined)
export const ScreeningToolsProvider = Tools

export function useScreeningTools(): ScreeningTools {
  const tools = useContext(Tools)
  if (tools === undefined) throw new Error('no ScreeningToolsProvider above')
  return tools
}
