import { Button, FileButton, Group, Modal, Text } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useErrorText } from '../../components/error-text.ts'
import { Notice } from '../../components/notice.tsx'
import { useDroppedFiles } from '../../components/use-dropped-files.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { CertifyForm } from './certify-form.tsx'
import classes from './copies.module.css'
import { ScanView } from './scan-view.tsx'
import { type Certifying, useCertify } from './use-certify.ts'

interface CertifyDialogProps {
  readonly patientId: PatientId
  /** Entries that are chosen to begin with. */
  readonly chosen: readonly FactId[]
  readonly onClose: () => void
}

/** A scanned report beside what is said about it: looked at, compared with its original, then certified. */
export function CertifyDialog({ patientId, chosen, onClose }: CertifyDialogProps) {
  const { t } = useTranslation(['copies', 'common'])
  const { isOn } = usePrivacy()
  const state = useCertify(patientId, chosen, onClose)
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1440px, 96vw)"
      title={t('copies:dialog')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {isOn ? (
        <Notice kind="info">{t('copies:hidden')}</Notice>
      ) : (
        <div className={classes['dialog']}>
          <ScanPlace state={state} />
          <CertifyForm state={state} patientId={patientId} onClose={onClose} />
        </div>
      )}
    </Modal>
  )
}

const ACCEPT = 'application/pdf,image/jpeg,image/png'

function ScanPlace({ state }: { readonly state: Certifying }) {
  const { t } = useTranslation('copies')
  const { scan, upload, choose } = state
  const [take] = useState(() => (files: readonly File[]) => void choose(files))
  const isOver = useDroppedFiles(take)
  if (scan === undefined || upload === undefined)
    return (
      <div className={classes['drop']} data-over={isOver || undefined}>
        <IconScan size={34} stroke={1.4} aria-hidden="true" />
        <Text>{isOver ? t('dropNow') : t('drop')}</Text>
        <FileButton accept={ACCEPT} onChange={file => file && void choose([file])}>
          {props => (
            <Button {...props} data-autofocus>
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" maw={420}>
          {t('kinds')}
        </Text>
        <FileFault state={state} />
      </div>
    )
  return (
    <div className={classes['shown']}>
      <Group gap="sm">
        <Text size="sm" fw={550}>
          {upload.name}
        </Text>
        <FileButton accept={ACCEPT} onChange={file => file && void choose([file])}>
          {props => (
            <Button {...props} size="compact-sm" variant="default">
              {t('another')}
            </Button>
          )}
        </FileButton>
        {upload.state === 'sending' && (
          <Text size="sm" c="dimmed" role="status">
            {t('sending')}
          </Text>
        )}
      </Group>
      <FileFault state={state} />
      <ScanView scan={scan} label={upload.name} />
    </div>
  )
}

function FileFault({ state: { fileProblem, upload } }: { readonly state: Certifying }) {
  const { t } = useTranslation(['copies', 'imports'])
  const textOf = useErrorText()
  const problem = upload?.problem
  const said =
    fileProblem !== undefined
      ? t(`copies:${fileProblem}`)
      : typeof problem === 'string'
        ? t(`imports:file.${problem}`)
        : problem && textOf(problem.error)
  if (said === undefined) return null
  return (
    <Notice kind="bad" role="alert">
      {said}
    </Notice>
  )
}
