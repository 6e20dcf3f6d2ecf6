import { Button, Collapse, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFolderSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderBrowser } from './folder-browser.tsx'

interface FolderFieldProps {
  readonly value: string
  readonly onChange: (folder: string) => void
  readonly error: ReactNode
}

/** A folder of this computer: its path as typed, or chosen from the disks and sticks that are there. */
export function FolderField({ value, onChange, error }: FolderFieldProps) {
  const { t } = useTranslation('backups')
  const [isOpen, { toggle, close }] = useDisclosure(value === '')
  return (
    <Stack gap="xs">
      <TextInput
        label={t('form.folder')}
        description={t('form.folderHint')}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        required
        data-autofocus
        error={error}
      />
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolderSearch size={16} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t('form.browse')}
        </Button>
      </div>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <FolderBrowser
            onTake={folder => {
              onChange(folder)
              close()
            }}
          />
        )}
      </Collapse>
    </Stack>
  )
}
