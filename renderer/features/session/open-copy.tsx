import { Button, FileButton, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconDatabaseImport } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { useDroppedFiles } from '../../components/use-dropped-files.ts'
import { bytesText } from '../../i18n/bytes-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { CopyReceived } from './copy-received.tsx'
import classes from './open-copy.module.css'
import { type CopyState, useOpenCopy } from './use-open-copy.ts'

/** Instead of a new site: the complete copy of one that there is, looked at first and then opened. */
export function OpenCopy({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(['session', 'common'])
  const { copy, send, cancel, open } = useOpenCopy()
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{t('session:copy.title')}</Title>
        <Text c="dimmed">{t('session:copy.intro')}</Text>
      </div>
      {copy.state === 'choose' && (
        <>
          {copy.error !== undefined && <Failure error={copy.error} />}
          <Choose onFile={file => void send(file)} />
          <Group>
            <Button variant="default" onClick={onBack}>
              {t('common:back')}
            </Button>
          </Group>
        </>
      )}
      {copy.state === 'sending' && <Sending {...copy} onCancel={cancel} />}
      {(copy.state === 'received' || copy.state === 'opening') && (
        <CopyReceived
          received={copy.received}
          isOpening={copy.state === 'opening'}
          error={copy.state === 'received' ? copy.error : undefined}
          onOpen={() => void open(copy.received)}
          onCancel={cancel}
        />
      )}
    </Stack>
  )
}

function Choose({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('session')
  const take = useCallback(
    (files: readonly File[]) => {
      const [file] = files
      if (file) onFile(file)
    },
    [onFile],
  )
  const isOver = useDroppedFiles(take)
  return (
    <div className={classes['drop']} data-over={isOver || undefined}>
      <IconDatabaseImport size={34} stroke={1.4} aria-hidden="true" />
      <Text>{t(isOver ? 'copy.dropNow' : 'copy.drop')}</Text>
      <FileButton accept=".lobule" onChange={file => file && onFile(file)}>
        {props => (
          <Button {...props} data-autofocus>
            {t('copy.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {t('copy.named')}
      </Text>
    </div>
  )
}

interface SendingProps extends Omit<Extract<CopyState, { state: 'sending' }>, 'state'> {
  readonly onCancel: () => void
}

function Sending({ name, done, total, onCancel }: SendingProps) {
  const { t } = useTranslation(['session', 'common'])
  const language = useLanguage()
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={t('session:copy.progress')} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {done < total
            ? t('session:copy.reading', { done: bytesText(done, language), all: bytesText(total, language) })
            : t('session:copy.checking')}
        </Text>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
