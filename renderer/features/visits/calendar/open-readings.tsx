import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { readingsIn } from '../../protocols/protocol-details.ts'
import classes from './calendar.module.css'

interface OpenReadingsProps {
  readonly protocol: ProtocolId
  readonly readings: readonly string[]
}

/** What the source leaves open and the site has not chosen: until then a part of the calendar stays without days. */
export function OpenReadings({ protocol, readings }: OpenReadingsProps) {
  const { t } = useTranslation('visits')
  const textOf = useCoreText()
  const { data } = useRead('protocols', 'get', { id: protocol })
  const known = data ? readingsIn(data) : []
  const questionOf = (id: string) => {
    const reading = known.find(one => one.id === id)
    return reading ? textOf(reading.question) : id
  }
  return (
    <Notice kind="info" title={t('readings.title', { count: readings.length })}>
      <ul className={classes['plain']}>
        {readings.map(id => (
          <li key={id}>
            <LinkAnchor
              to="/protocols/$protocolId"
              params={{ protocolId: protocol }}
              hash={`reading-${id}`}
              size="sm"
            >
              {questionOf(id)}
            </LinkAnchor>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
