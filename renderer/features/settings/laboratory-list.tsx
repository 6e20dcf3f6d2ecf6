import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Laboratory } from '#shared/api/laboratories.ts'
import { useRead } from '../../api/hooks.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'

interface LaboratoryListProps {
  readonly laboratories: readonly Laboratory[]
  readonly onAdd: () => void
  readonly onOpen: (id: string) => void
}

/** Every laboratory with what it prints, and its last change. */
export function LaboratoryList({ laboratories, onAdd, onOpen }: LaboratoryListProps) {
  const { t } = useTranslation(['settings', 'common'])
  const mayWrite = useRight('laboratories.write')
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={17} />} onClick={onAdd} flex="none">
      {t('settings:laboratories.add')}
    </Button>
  )
  if (laboratories.length === 0)
    return (
      <Stack align="flex-start" gap="sm" maw={620}>
        <Text fw={600}>{t('settings:laboratories.none')}</Text>
        <Text size="sm" c="dimmed">
          {t('settings:laboratories.hint')}
        </Text>
        {add}
      </Stack>
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed" maw={700}>
          {t('settings:laboratories.hint')}
        </Text>
        {add}
      </Group>
      <Table fz="sm" verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings:laboratories.name')}</Table.Th>
            <Table.Th ta="right">{t('settings:laboratories.tests')}</Table.Th>
            <Table.Th ta="right">{t('settings:laboratories.control')}</Table.Th>
            <Table.Th>{t('settings:laboratories.changed')}</Table.Th>
            <Table.Th w={90}>
              <VisuallyHidden>{t('common:edit')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {laboratories.map(laboratory => (
            <Row key={laboratory.id} laboratory={laboratory} onOpen={onOpen} mayWrite={mayWrite} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

interface RowProps extends Pick<LaboratoryListProps, 'onOpen'> {
  readonly laboratory: Laboratory
  readonly mayWrite: boolean
}

function Row({ laboratory, onOpen, mayWrite }: RowProps) {
  const { t } = useTranslation(['settings', 'common'])
  const language = useLanguage()
  const { data: users } = useRead('users', 'list', {})
  const { id, name, tests, usualControl, enteredAt, author, version, reason } = laboratory
  const who = users?.find(user => user.id === author)?.fullName ?? t('common:unknown')
  return (
    <Table.Tr>
      <Table.Td fw={550}>{name}</Table.Td>
      <Table.Td ta="right">{tests.length}</Table.Td>
      <Table.Td ta="right">{usualControl ? `${usualControl} s` : '–'}</Table.Td>
      <Table.Td>
        {t('settings:laboratories.version', { version, time: timeText(enteredAt, language), who })}
        {reason && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" py={2}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onOpen(id)}
          aria-label={
            mayWrite ? t('settings:laboratories.edit', { name }) : t('settings:laboratories.see', { name })
          }
        >
          {mayWrite ? t('common:edit') : t('settings:laboratories.view')}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
