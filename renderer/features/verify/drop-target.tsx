import { Button, FileButton, Text } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './verify.module.css'

/** Takes PDFs that are dropped anywhere on the screen, or chosen. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('verify')
  const isOver = useDropped(onFiles)
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

/** A file that misses the target must not be opened by the browser in place of Lobule. */
function useDropped(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return isOver
}
