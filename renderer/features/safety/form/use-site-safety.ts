import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { boundsOf } from '#shared/core/civil-date.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'

/** The protocol that the patient was last charted to take part in; undefined outside any. */
function useTrialOf(patientId: PatientId): ProtocolId | undefined {
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const enrolments = facts.flatMap(({ content }) => (content.kind === 'enrolment' ? [content] : []))
  return enrolments.toSorted((a, b) => boundsOf(a.on).latest - boundsOf(b.on).latest).at(-1)?.protocol
}

/** How the site watches safety in the patient's trial; undefined where it entered nothing. */
export function useSiteSafety(patientId: PatientId): SiteSafety | undefined {
  const protocolId = useTrialOf(patientId)
  const { data } = useRead(
    'conduct',
    'get',
    { protocolId: protocolId as ProtocolId },
    { enabled: protocolId !== undefined },
  )
  return protocolId === undefined ? undefined : data?.safety?.content
}
