import { Button, FileButton, Text } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDroppedFiles } from '../../components/use-dropped-files.ts'
import classes from './verify.module.css'

/** Takes PDFs that are dropped anywhere on the screen, or chosen. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('verify')
  const isOver = useDroppedFiles(onFiles)
  return (
    <div className={classes['drop']} data-over={isOver || undefined}>
      <IconFileCheck size={34} stroke={1.4} aria-hidden="true" />
      <Text>{isOver ? t('drop.now') : t('drop.here')}</Text>
      <FileButton accept="application/pdf,.pdf" multiple onChange={onFiles}>
        {props => <Button {...props}>{t('drop.choose')}</Button>}
      </FileButton>
      <Text size="sm" c="dimmed">
        {t('drop.stays')}
      </Text>
    </div>
  )
}
