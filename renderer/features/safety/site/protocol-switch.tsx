import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'

interface ProtocolSwitchProps {
  /** The protocol that is shown where one must be; with it, all of them together cannot be chosen. */
  readonly shown?: ProtocolId
}

/** Which protocol's events are shown. Its cohorts are its own. */
export function ProtocolSwitch({ shown }: ProtocolSwitchProps) {
  const { t } = useTranslation('safetySite')
  const navigate = useNavigate()
  const search = useSearch({ from: '/safety' })
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const every = shown === undefined ? [{ value: '', label: t('filter.everyProtocol') }] : []
  const change = (id: string) =>
    void navigate({
      to: '/safety',
      search: { ...search, protocol: ProtocolId.safeParse(id).data, cohort: undefined },
      replace: true,
    })
  return (
    <SegmentedControl
      aria-label={t('filter.protocol')}
      value={search.protocol ?? shown ?? ''}
      onChange={change}
      data={[...every, ...protocols.map(({ id }) => ({ value: id as string, label: id as string }))]}
    />
  )
}
