import type { Offer } from '#shared/core/adverse-events/offer.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'

/** What is offered of one laboratory value; undefined once somebody has said something about it. */
export function useOffer(patientId: PatientId, result: string, term: string): Offer | undefined {
  const { data = [] } = useRead('adverseEvents', 'offers', { patientId }, { enabled: result !== '' })
  return data.find(offer => offer.result === result && offer.term === term)
}
