import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ReviewList } from '../trail/review-list.tsx'
import { TrailEntries } from '../trail/trail-entries.tsx'
import { filterOf } from '../trail/use-trail.ts'
import { VerifyTrail } from '../trail/verify-trail.tsx'
import type { PartProps } from './part-props.ts'

/** The chain to be verified, who reviewed it, and the entries. */
export function InspectedTrail({ patientId }: PartProps) {
  const { t } = useTranslation('inspection')
  const mayRead = useRight('audit.read')
  if (!mayRead) return <NotForRole />
  return (
    <>
      <VerifyTrail />
      <ReviewList />
      <LinkAnchor to="/trail" search={patientId ? { patientId } : {}} size="sm" mb="sm" display="block">
        {t('trail.full')}
      </LinkAnchor>
      <TrailEntries filter={filterOf({ patientId })} />
    </>
  )
}
