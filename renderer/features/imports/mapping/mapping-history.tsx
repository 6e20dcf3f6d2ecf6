import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping, TableAbout } from '#shared/core/imports/mapping.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'

interface MappingHistoryProps {
  readonly laboratory: string
  readonly laboratoryName: string
  readonly about: TableAbout
  readonly onUse: (mapping: Mapping) => void
}

/** Every version of a laboratory's mapping, and the way back to one. */
export function MappingHistory({ laboratoryName, ...rest }: MappingHistoryProps) {
  const { t } = useTranslation(['imports', 'common'])
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('imports:save.history')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('imports:save.historyTitle', { laboratory: laboratoryName })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Versions
          {...rest}
          onUse={mapping => {
            setOpen(false)
            rest.onUse(mapping)
          }}
        />
      </Modal>
    </>
  )
}

function Versions({ laboratory, about, onUse }: Omit<MappingHistoryProps, 'laboratoryName'>) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const personOf = usePeople()
  const { data = [], error } = useRead('imports', 'mappingHistory', { laboratory, about })
  if (error) return <Failure error={error} />
  return (
    <Stack gap="sm">
      {data
        .toSorted((a, b) => b.version - a.version)
        .map(({ version, enteredAt, author, reason, mapping }) => (
          <Group key={version} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>
                {t('save.version', { version })}
              </Text>
              <Text size="sm" c="dimmed">
                {timeText(enteredAt, language)} · {personOf(author)}
              </Text>
              {reason && <Text size="sm">{reason}</Text>}
            </div>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-label={`${t('save.use')}: ${t('save.version', { version })}`}
              onClick={() => onUse(mapping)}
            >
              {t('save.use')}
            </Button>
          </Group>
        ))}
    </Stack>
  )
}
