import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport, IconPrinter, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import classes from './export-button.module.css'
import { useExport } from './use-export.tsx'

interface ExportButtonProps {
  readonly id: DocumentId
  readonly size?: 'xs' | 'sm'
  /** Beside another main action. */
  readonly isQuiet?: boolean
}

/** Exports a kept document as a file; in its menu, print and the page that verifies it. */
export function ExportButton({ id, size = 'sm', isQuiet = false }: ExportButtonProps) {
  const { t } = useTranslation('documents')
  const { doing, failed, toFile, print, verifierPage } = useExport(id)
  const look = isQuiet ? { variant: 'default' as const } : {}
  return (
    <>
      <Group gap={0} wrap="nowrap" className={classes['split'] ?? ''}>
        <Button
          {...look}
          size={size}
          loading={doing === 'file'}
          leftSection={<IconFileExport size={17} />}
          onClick={() => void toFile()}
        >
          {t('export.file')}
        </Button>
        <Menu position="bottom-end" width={290}>
          <Menu.Target>
            <ActionIcon
              {...look}
              className={classes['more'] ?? ''}
              size={size === 'xs' ? 30 : 36}
              loading={doing === 'print' || doing === 'verifier'}
              aria-label={t('export.more')}
            >
              <IconChevronDown size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPrinter size={17} />} onClick={() => void print()}>
              {t('export.print')}
            </Menu.Item>
            <Menu.Item leftSection={<IconShieldCheck size={17} />} onClick={() => void verifierPage()}>
              {t('export.verifier')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {failed && (
        <div className={classes['failure']}>
          {failed.what === 'print' && !(failed.error instanceof AppError) ? (
            <Notice kind="bad" role="alert">
              {t('export.notPrinted')}
            </Notice>
          ) : (
            <Failure error={failed.error} />
          )}
        </div>
      )}
    </>
  )
}
