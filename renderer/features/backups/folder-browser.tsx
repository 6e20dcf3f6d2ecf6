import { Button, Group, Loader, Text } from '@mantine/core'
import { IconArrowUp, IconFolderCheck, IconRefresh } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import classes from './backups.module.css'
import { FolderList } from './folder-list.tsx'

/** The folders of this computer, sticks and other disks first. */
export function FolderBrowser({ onTake }: { readonly onTake: (path: string) => void }) {
  const { t } = useTranslation(['backups', 'common'])
  const [path, setPath] = useState<string | null>(null)
  const { data, error, refetch, isFetching } = useRead('backups', 'folders', { path })
  const parent = data?.parent ?? null
  const here = useRef<HTMLParagraphElement>(null)
  // The folder that was chosen goes with its list: where one is now is read, and Tab goes on from there.
  const go = (to: string | null) => {
    setPath(to)
    here.current?.focus()
  }
  return (
    <section className={classes['browser']} aria-label={t('backups:folders.label')}>
      <Group gap="xs" justify="space-between">
        <Text ref={here} tabIndex={-1} size="sm" fw={600} className={classes['path'] ?? ''}>
          {path ?? t('backups:folders.disks')}
        </Text>
        <Group gap={6} wrap="nowrap">
          {path !== null && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowUp size={15} aria-hidden="true" />}
              onClick={() => go(parent)}
            >
              {t('backups:folders.up')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden="true" />}
            loading={isFetching}
            onClick={() => void refetch()}
          >
            {t('backups:folders.again')}
          </Button>
          {path !== null && data && (
            <Button
              size="compact-sm"
              leftSection={<IconFolderCheck size={15} aria-hidden="true" />}
              onClick={() => onTake(path)}
            >
              {t('backups:folders.take')}
            </Button>
          )}
        </Group>
      </Group>
      {error && <Failure error={error} />}
      {!data && !error && <Loader type="dots" aria-label={t('common:loading')} />}
      {data && <FolderList folders={data.folders} isTop={path === null} onOpen={go} />}
    </section>
  )
}
