import { Group, Text } from '@mantine/core'
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
            <Group gap="md" mb="xs">
              <Text size="sm" c="dimmed">
                {t('deviations.count', { count: deviations.length })}
              </Text>
              <LinkAnchor to="/deviations" search={patientId ? { patientId } : {}} size="sm">
                {t('deviations.full')}
              </LinkAnchor>
            </Group>
            <DeviationList deviations={deviations} isOfMany={patientId === undefined} />
          </>
        )
      }
    </Loaded>
  )
}
