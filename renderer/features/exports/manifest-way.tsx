import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'

/** From the manifest of an export back to it: a button once it is signed, for then it can be taken. Nothing for other documents. */
export function ManifestWay({ id }: { readonly id: DocumentId }) {
  const { t } = useTranslation('exports')
  const mayExport = useRight('data.export')
  const { data } = useRead('exports', 'list', {})
  const made = data?.find(({ manifest }) => manifest === id)
  if (made === undefined) return null
  const params = { exportId: made.id }
  if (mayExport && made.signed && made.atHand && made.taken.length === 0)
    return (
      <LinkButton to="/exports/$exportId" params={params} size="xs" my={6}>
        {t('sign.goOn')}
      </LinkButton>
    )
  return (
    <LinkAnchor to="/exports/$exportId" params={params} size="sm">
      {t('sign.back')}
    </LinkAnchor>
  )
}
