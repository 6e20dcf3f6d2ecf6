import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { choicesIn } from '../protocols/protocol-details.ts'
import type { MeldVariant } from './panels.ts'

const VARIANTS: Readonly<Record<string, MeldVariant>> = {
  original: 'meld',
  meld_na: 'meld_na',
  meld_3_0: 'meld_3_0',
}

/** The MELD that the site chose for a protocol; the original one where nothing is chosen or nothing is to choose. */
export function useFrontMeld(protocol: ProtocolId | null): MeldVariant {
  const { data } = useRead('protocols', 'get', { id: protocol as ProtocolId }, { enabled: protocol !== null })
  const choice = data && choicesIn(data)['meld-variant']
  return (choice === undefined ? undefined : VARIANTS[choice]) ?? 'meld'
}
