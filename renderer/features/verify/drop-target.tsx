import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDroppedFiles } from '../../components/use-dropped-files.ts'
import { chosenFiles, droppedFiles, type Given, givenOf } from './given.ts'
import classes from './verify.module.css'

/** Lets a folder be chosen with everything in it; React's types do not know of it. */
const WHOLE_FOLDER: object = { webkitdirectory: '' }

/** Takes PDFs, ZIPs and folders that are dropped anywhere on the screen, or chosen. */
export function DropTarget({ onGiven }: { readonly onGiven: (given: readonly Given[]) => void }) {
  const { t } = useTranslation('verify')
  const isOver = useDroppedFiles(
    (_files, dropped) => void droppedFiles(dropped).then(files => onGiven(givenOf(files))),
  )
  const choose = (files: readonly File[]) => onGiven(givenOf(chosenFiles(files)))
  return (
    <div className={classes['drop']} data-over={isOver || undefined}>
      <IconFileCheck size={34} stroke={1.4} aria-hidden="true" />
      <Text>{isOver ? t('drop.now') : t('drop.here')}</Text>
      <Group gap="sm" justify="center">
        <FileButton accept="application/pdf,.pdf,application/zip,.zip" multiple onChange={choose}>
          {props => <Button {...props}>{t('drop.choose')}</Button>}
        </FileButton>
        <FileButton multiple onChange={choose} inputProps={{ ...WHOLE_FOLDER }}>
          {props => (
            <Button {...props} variant="default">
              {t('drop.chooseFolder')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('drop.stays')}
      </Text>
    </div>
  )
}
