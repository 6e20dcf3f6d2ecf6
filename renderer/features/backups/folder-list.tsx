import { Text } from '@mantine/core'
import { IconDeviceUsb, IconFolder } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Api } from '../../api/api.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './backups.module.css'

type Folder = Awaited<ReturnType<Api['backups']['folders']>>['folders'][number]

interface FolderListProps {
  readonly folders: readonly Folder[]
  /** The disks themselves, not the folders in one. */
  readonly isTop: boolean
  readonly onOpen: (path: string) => void
}

/** Folders to go into, each with what it lies on and how much room there is. */
export function FolderList({ folders, isTop, onOpen }: FolderListProps) {
  const { t } = useTranslation('backups')
  if (folders.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t(isTop ? 'folders.noDisk' : 'folders.none')}
      </Text>
    )
  const sorted = folders.toSorted((a, b) => Number(b.isRemovable) - Number(a.isRemovable))
  return (
    <ul className={classes['folders']}>
      {sorted.map(folder => (
        <li key={folder.path}>
          <FolderLine folder={folder} isTop={isTop} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

interface FolderLineProps extends Pick<FolderListProps, 'isTop' | 'onOpen'> {
  readonly folder: Folder
}

function FolderLine({ folder: { path, name, isRemovable, freeBytes }, isTop, onOpen }: FolderLineProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const isStick = isTop && isRemovable
  const Icon = isStick ? IconDeviceUsb : IconFolder
  return (
    <button type="button" className={classes['folder']} onClick={() => onOpen(path)}>
      <Icon size={18} aria-hidden="true" />
      <span className={classes['folderName']}>{name}</span>
      <span className={classes['quiet']}>
        {[
          ...(isTop && path !== name ? [path] : []),
          ...(isStick ? [t('folders.removable')] : []),
          ...(freeBytes === null ? [] : [t('folders.free', { size: bytesText(freeBytes, language) })]),
        ].join(' · ')}
      </span>
    </button>
  )
}
