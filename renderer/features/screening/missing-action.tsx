import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MissingItem } from '#shared/core/eligibility/verdict.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { panelForMissing } from '../chart/panel-for-missing.ts'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'

interface MissingActionProps {
  readonly item: MissingItem
  readonly protocol: ProtocolId
}

/** What is missing, as the way to supply it; plain words for those who may not. */
export function MissingAction({ item, protocol }: MissingActionProps) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const { facts, openPanel } = useScreeningTools()
  const mayWrite = useRight('facts.write')
  const mayConfigure = useRight('protocols.configure')
  const place = panelForMissing(item.ask, facts)
  const words = textOf(item.text)
  if (place !== undefined && 'to' in place && mayConfigure) {
    return (
      <LinkAnchor
        to="/protocols/$protocolId"
        params={{ protocolId: protocol }}
        hash={place.reading === undefined ? 'site-criteria' : `reading-${place.reading}`}
        className={classes['ask'] ?? ''}
      >
        {words}
      </LinkAnchor>
    )
  }
  if (place === undefined || 'to' in place || !mayWrite) {
    return (
      <Text span size="sm" className={classes['sentence'] ?? ''}>
        {words}
      </Text>
    )
  }
  return (
    <button
      type="button"
      className={classes['ask']}
      title={t('findOut.enter')}
      onClick={() => openPanel(place)}
    >
      {words}
    </button>
  )
}
