import { Button, Checkbox, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { canChooseFolder } from './export-folder.ts'
import { type ManyExports, useExportMany } from './use-export-many.ts'

interface ExportManyProps {
  readonly ids: readonly DocumentId[]
  readonly onClose: () => void
}

/** Exports the chosen documents together: into one folder where the browser can, else one after the other. */
export function ExportMany({ ids, onClose }: ExportManyProps) {
  const { t } = useTranslation(['documents', 'common'])
  const { progress, start, cancel } = useExportMany(ids)
  const [withVerifier, setWithVerifier] = useState(true)
  const toFolder = canChooseFolder()
  const isRunning = progress?.state === 'running'
  const isOver = progress?.state === 'done'
  const close = () => {
    cancel()
    onClose()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('documents:many.title', { count: ids.length })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        {!isOver && (
          <>
            <Text size="sm">{t(toFolder ? 'documents:many.folderHint' : 'documents:many.singleHint')}</Text>
            <Checkbox
              label={t('documents:many.withVerifier')}
              description={t('documents:many.withVerifierHint')}
              checked={withVerifier}
              onChange={event => setWithVerifier(event.currentTarget.checked)}
              disabled={isRunning}
            />
          </>
        )}
        {progress && <HowFar progress={progress} count={ids.length} />}
        <Group justify="flex-end">
          {isRunning ? (
            <Button variant="default" onClick={cancel}>
              {t('documents:many.stop')}
            </Button>
          ) : (
            <Button variant="default" onClick={close}>
              {t(isOver ? 'common:close' : 'common:cancel')}
            </Button>
          )}
          {!isOver && (
            <Button loading={isRunning} data-autofocus onClick={() => void start({ toFolder, withVerifier })}>
              {t(toFolder ? 'documents:many.chooseFolder' : 'documents:many.start')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function HowFar({ progress, count }: { readonly progress: ManyExports; readonly count: number }) {
  const { t } = useTranslation('documents')
  const { state, done, folder, error } = progress
  return (
    <Stack gap="xs">
      <Progress value={(100 * done) / count} aria-label={t('many.progress')} />
      <Text size="sm" role="status">
        {t('many.howFar', { done, all: count })}
      </Text>
      {state === 'done' && (
        <Notice kind="good" role="status">
          {folder === undefined ? t('many.done', { count }) : t('many.doneFolder', { count, folder })}
        </Notice>
      )}
      {state === 'cancelled' && (
        <Notice kind="info" role="status">
          {t('many.cancelled', { done, all: count })}
        </Notice>
      )}
      {state === 'failed' &&
        (error instanceof AppError ? (
          <Failure error={error} />
        ) : (
          <Notice kind="bad" role="alert" title={t('many.notWritten')}>
            {t('many.notWrittenHint')}
          </Notice>
        ))}
    </Stack>
  )
}
