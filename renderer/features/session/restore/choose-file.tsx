import { Button, FileButton, Text } from '@mantine/core'
import { IconDatabaseImport } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDroppedFiles } from '../../../components/use-dropped-files.ts'
import classes from './restore.module.css'

interface ChooseFileProps {
  /** Nothing was looked for on this computer. */
  readonly isOnly: boolean
  readonly onFile: (file: File) => void
}

/** A backup or copy from anywhere: dropped on the screen, or chosen. */
export function ChooseFile({ isOnly, onFile }: ChooseFileProps) {
  const { t } = useTranslation(['restore', 'session'])
  const take = useCallback(
    (files: readonly File[]) => {
      const [file] = files
      if (file) onFile(file)
    },
    [onFile],
  )
  const isOver = useDroppedFiles(take)
  const here = isOnly ? t('session:copy.drop') : t('restore:file.drop')
  return (
    <div className={classes['drop']} data-over={isOver || undefined} data-quiet={!isOnly || undefined}>
      <IconDatabaseImport size={isOnly ? 34 : 26} stroke={1.4} aria-hidden="true" />
      <Text className={classes['dropHere'] ?? ''}>{isOver ? t('restore:file.dropNow') : here}</Text>
      <FileButton accept=".lobule" onChange={file => file && onFile(file)}>
        {props => (
          <Button {...props} variant={isOnly ? 'filled' : 'default'} data-autofocus={isOnly || undefined}>
            {t('restore:file.choose')}
          </Button>
        )}
      </FileButton>
      {isOnly && (
        <Text size="sm" c="dimmed">
          {t('session:copy.named')}
        </Text>
      )}
    </div>
  )
}
