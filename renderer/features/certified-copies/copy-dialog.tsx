import { Loader, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import classes from './copies.module.css'
import { CopyDetails } from './copy-details.tsx'
import { ScanView } from './scan-view.tsx'
import { useCopyContent } from './use-copy-content.ts'

interface CopyDialogProps {
  readonly copy: CertifiedCopy
  readonly onClose: () => void
}

/** A certified copy in place, beside what was certified about it. */
export function CopyDialog({ copy, onClose }: CopyDialogProps) {
  const { t } = useTranslation(['copies', 'common'])
  const { isOn } = usePrivacy()
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1440px, 96vw)"
      title={copy.title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {isOn ? (
        <Notice kind="info">{t('copies:hidden')}</Notice>
      ) : (
        <div className={classes['dialog']}>
          <Content copy={copy} />
          <CopyDetails copy={copy} />
        </div>
      )}
    </Modal>
  )
}

function Content({ copy: { id, title } }: Pick<CopyDialogProps, 'copy'>) {
  const { t } = useTranslation('copies')
  const { scan, error } = useCopyContent(id)
  if (error !== undefined)
    return (
      <div>
        <Failure error={error} />
      </div>
    )
  if (scan === undefined)
    return (
      <Text size="sm" c="dimmed" role="status">
        <Loader type="dots" size="sm" aria-hidden="true" /> {t('view.loading')}
      </Text>
    )
  return <ScanView scan={scan} label={t('view.picture', { title })} />
}
