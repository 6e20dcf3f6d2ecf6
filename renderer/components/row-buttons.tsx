import { ActionIcon, Button, Group } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface AddRowProps {
  readonly onAdd: () => void
  /** Above it, in pixels. */
  readonly mt?: number
  readonly size?: 'xs' | 'compact-sm'
  readonly children: ReactNode
}

/** Under rows that one can add to. */
export function AddRow({ onAdd, mt = 8, size = 'xs', children }: AddRowProps) {
  return (
    <Group mt={mt}>
      <Button
        size={size}
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        onClick={onAdd}
      >
        {children}
      </Button>
    </Group>
  )
}

interface RemoveRowProps {
  /** Says which row: an icon alone does not. */
  readonly label: string
  readonly onRemove: () => void
  /** Above it, in pixels: level with the fields of its row. */
  readonly mt?: number
}

/** At the end of a row that one can take away. */
export function RemoveRow({ label, onRemove, mt = 0 }: RemoveRowProps) {
  return (
    <ActionIcon variant="subtle" color="gray" mt={mt} aria-label={label} onClick={onRemove}>
      <IconTrash size={17} aria-hidden="true" />
    </ActionIcon>
  )
}
