import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { DeviationList } from '../visits/deviations/deviation-list.tsx'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'

/** Every deviation with what the site said about it, and what it said nothing about yet. */
export function InspectedDeviations({ patientId }: PartProps) {
  const { t } = useTranslation('inspection')
  const query = useRead('deviations', 'list', patientId ? { patientId } : {})
  return (
    <Loaded query={query}>
      {deviations =>
        deviations.length === 0 ? (
          <NothingThere />
        ) : (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {t('deviations.count', { count: deviations.length })}{' '}
              <LinkAnchor to="/deviations" search={patientId ? { patientId } : {}} size="sm" ml="sm">
                {t('deviations.full')}
              </LinkAnchor>
            </Text>
            <DeviationList deviations={deviations} isOfMany={patientId === undefined} />
          </>
        )
      }
    </Loaded>
  )
}
