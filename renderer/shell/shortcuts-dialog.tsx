import { Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Command } from './commands.ts'
import { Shortcut } from './shortcut.tsx'

interface ShortcutsDialogProps {
  readonly commands: readonly Command[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every key that works everywhere; the keys of a form stand at the form. */
export function ShortcutsDialog({ commands, isOpen, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('shell:commands.shortcuts')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Table>
        <Table.Tbody>
          {commands.map(({ id, label, keys }) => (
            <Table.Tr key={id}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">
                <Shortcut keys={keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
